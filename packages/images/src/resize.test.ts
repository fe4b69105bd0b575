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

  test('that is none is refused with a reason', async () => {
    await expect(resizePhoto(new TextEncoder().encode('geen foto'))).rejects.toThrow(UnreadablePhotoError)
  })
})

test('the names of all widths tell that they are one photo', () => {
  const file = photoFile(new Uint8Array([1]))
  expect(narrowFile(file, 400)).toBe(file.replace('.webp', '-400.webp'))
  expect(file).toMatch(/^foto\/[\da-f]{24}\.webp$/)
})
