import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chosenSite } from './site-input.ts'
import { aSiteInput } from './src/testing/a-site.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wijkpers-input-'))
})
afterAll(() => rm(folder, { recursive: true }))

const chosenFrom = async (name: string, text: string) => {
  const file = join(folder, name)
  await writeFile(file, text)
  return chosenSite({ WIJKPERS_SITE_INPUT: file, WIJKPERS_PHOTOS: folder })
}

test('without settings it is the sample wijk, with its photos', () => {
  expect(chosenSite({})).toMatchObject({ input: { wijk: { name: 'Lindekwartier' } }, file: null })
})

test('with a site input it is that wijk', async () => {
  const chosen = await chosenFrom('good.json', JSON.stringify(aSiteInput()))
  expect(chosen).toMatchObject({ input: { wijk: { name: 'Bloemenbuurt' } }, photos: folder })
})

describe('a setting that leads nowhere is refused with the file in the message', () => {
  test('no such file', () => {
    expect(() => chosenSite({ WIJKPERS_SITE_INPUT: '/nergens/x.json' })).toThrow(
      '/nergens/x.json, which holds no site input',
    )
  })

  test('no JSON', async () => {
    await expect(chosenFrom('bad.json', '<html>')).rejects.toThrow('bad.json, which holds no site input')
  })

  test('other JSON', async () => {
    await expect(chosenFrom('other.json', '{"name":"x"}')).rejects.toThrow(
      'expected an object with wijk, entries and photos',
    )
  })
})
