import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { canWrite } from './card/letters.ts'
import { CARD_HEIGHT, CARD_WIDTH, drawCard } from './draw-card.ts'

const card = { title: 'De markt blijft op het Lindeplein', wijk: 'Lindekwartier', colour: '#2f6b4f' }
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** The picture as somebody else's decoder sees it. */
async function pixelsOf(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const isLetter = (x: number, y: number) => data.readUIntBE((y * info.width + x) * 3, 3) === 0xffffff
  const columns = Array.from({ length: info.width }, (_, x) => x)
  const rows = Array.from({ length: info.height }, (_, y) => y)
  return {
    info,
    paper: data.readUIntBE(0, 3),
    columnsWithLetters: columns.filter((x) => rows.some((y) => isLetter(x, y))),
  }
}

test('the same card is the same bytes on every machine, for as long as its drawing has the same number', () => {
  // Another hash: raise DRAWING in packages/content/src/share-cards.ts, because what is live is known by its name.
  expect(hashOf(drawCard(card))).toMatchSnapshot()
})

test('a card is a picture of the size that apps ask for, with its letters within the square that they keep', async () => {
  const { info, columnsWithLetters } = await pixelsOf(drawCard(card))
  expect(info).toMatchObject({ width: CARD_WIDTH, height: CARD_HEIGHT, channels: 3 })
  expect(columnsWithLetters.at(0)).toBeGreaterThan((CARD_WIDTH - CARD_HEIGHT) / 2)
  expect(columnsWithLetters.at(-1)).toBeLessThan((CARD_WIDTH + CARD_HEIGHT) / 2)
})

test.each(['ÂâÊêÎîÔôÛûÚú', 'ÇçĞğİıÖöŞşÜü', 'ĄąĆćĘęŁłŃńÓóŚśŹźŻż', '‘’“”–—…€&'])(
  'has letters for %s',
  (text) => {
    expect(canWrite(text)).toBe(true)
  },
)

describe('whatever is in the title', () => {
  test.each([
    ['nothing', ''],
    ['what the typeface has no letters for', 'أخبار الحي 🎉\ud83d\u0000'],
    ['a word without end', `Hottentotten${'tenten'.repeat(80)}`],
    ['a long story', 'Er was eens een wijk. '.repeat(40)],
  ])('%s stays within the square', async (_, title) => {
    const { columnsWithLetters } = await pixelsOf(drawCard({ ...card, title }))
    expect(columnsWithLetters.length).toBeGreaterThan(0)
    expect(columnsWithLetters.at(0)).toBeGreaterThan((CARD_WIDTH - CARD_HEIGHT) / 2)
    expect(columnsWithLetters.at(-1)).toBeLessThan((CARD_WIDTH + CARD_HEIGHT) / 2)
  })
})

test('a card is the same whatever was drawn before it', () => {
  const cards = [
    card,
    { ...card, title: 'Er was eens een wijk. '.repeat(40) },
    { ...card, title: 'Kort' },
    { ...card, wijk: 'Op ’t Zand', colour: '#123456' },
    { ...card, title: '' },
  ]
  const drawn = cards.map((each) => hashOf(drawCard(each)))
  expect(cards.toReversed().map((each) => hashOf(drawCard(each)))).toEqual(drawn.toReversed())
})

test.each(['أخبار الحي: مرحبا!', '社区新闻：2 buren 欢迎邻居大家好', '🎉 – 🎉', '...'])(
  'of a title in another script, %j, no sign is left by itself: the card is that of the wijk',
  (title) => {
    expect(hashOf(drawCard({ ...card, title }))).toBe(hashOf(drawCard({ ...card, title: card.wijk })))
  },
)

test('a title that can be read without a letter or two is drawn', () => {
  expect(hashOf(drawCard({ ...card, title: 'Komşu 🎉 邻' }))).not.toBe(
    hashOf(drawCard({ ...card, title: card.wijk })),
  )
})

test.each(['#ffffff', '#ffdd00', '#00ff88', 'no colour'])(
  'white letters can be read on %s',
  async (colour) => {
    const { paper } = await pixelsOf(drawCard({ ...card, colour }))
    const [red = 0, green = 0, blue = 0] = [paper >> 16, (paper >> 8) & 0xff, paper & 0xff].map((value) => {
      const part = value / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    expect(1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)).toBeGreaterThanOrEqual(5)
  },
)
