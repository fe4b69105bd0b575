import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { narrowFile, photoFile } from './index.ts'
import { resizePhoto, UnreadablePhotoError } from './resize.ts'

/** A picture as a phone makes one: on its side, with a place and a name in it. */
const aPhoto = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c66' } })
    .withExif({ IFD0: { Artist: 'Noor' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

describe('a photo', () => {
  test('comes in all widths, upright and without what the camera wrote in it', async () => {
    const { body, width, height, narrow } = await resizePhoto(await aPhoto(1600, 2000))
    expect([width, height]).toEqual([1200, 960])
    expect(narrow.map((one) => [one.width, one.height])).toEqual([
      [400, 320],
      [800, 640],
    ])
    for (const one of [body, ...narrow.map((photo) => photo.body)]) {
      const { format, exif, orientation } = await sharp(one).metadata()
      expect({ format, exif, orientation }).toEqual({
        format: 'webp',
        exif: undefined,
        orientation: undefined,
      })
    }
  })

  test('that is small is not blown up', async () => {
    const { width, narrow } = await resizePhoto(await aPhoto(600, 500))
    expect([width, narrow.map((one) => one.width)]).toEqual([500, [400]])
  })

  test.each([
    ['a long screenshot', 1080, 20_000, [885, 16_383], [400, 800]],
    ['a column of one pixel', 1, 16_000, [1, 16_000], []],
    ['a column of one pixel that is higher still', 1, 20_000, [1, 16_383], []],
    ['a line of one pixel', 20_000, 1, [1200, 1], [400, 800]],
  ])('that is %s (%i x %i) fits in what a WebP can be', async (_, width, height, whole, narrow) => {
    const original = await sharp({ create: { width, height, channels: 3, background: '#c66' } })
      .png()
      .toBuffer()
    const made = await resizePhoto(original)
    expect([made.width, made.height]).toEqual(whole)
    expect(made.narrow.map((one) => one.width)).toEqual(narrow)
    for (const one of [made, ...made.narrow]) {
      const { width, height } = await sharp(one.body).metadata()
      expect([width, height]).toEqual([one.width, one.height])
    }
  })

  test('that is none is refused with a reason', async () => {
    await expect(resizePhoto(new TextEncoder().encode('geen foto'))).rejects.toThrow(UnreadablePhotoError)
  })
})

test('the names of all widths tell that they are one photo', () => {
  const file = photoFile(new Uint8Array([1]))
  expect(narrowFile(file, 400)).toBe(file.replace('.webp', '-400.webp'))
  expect(file).toMatch(/^foto\/[\da-f]{24}\.webp$/)
})
