import { expect, test } from 'vitest'
import { warningsFor, type FormValues } from './warnings.ts'

const today = { year: 2026, month: 10, date: 26 }
const said = (values: FormValues, kind: 'article' | 'event' | 'advertisement' | 'edition' = 'article') =>
  warningsFor(kind, values, today).map(({ text }) => text)
const paragraph = (...children: unknown[]) => ({ type: 'paragraph', children })
const text = (words: string, more: object = {}) => ({ type: 'text', text: words, ...more })
const link = (words: string) => ({
  type: 'link',
  url: 'https://example.org/vrijdag 28 november',
  children: [text(words)],
})
const event = {
  title: 'Bingo',
  startsAt: '2026-11-28T19:00:00Z',
  endsAt: '2026-11-28T21:00:00Z',
  place: 'De Spil',
}

test('an empty form and a good text say nothing', () => {
  expect(said({})).toEqual([])
  expect(said({}, 'event')).toEqual([])
  expect(said(event, 'event')).toEqual([])
  expect(
    said({ title: 'Bankjes', body: [paragraph(text('Zaterdag 28 november zetten we ze neer.'))] }),
  ).toEqual([])
})

test('a wrong day is found in every text, also when half of it is bold', () => {
  expect(
    said({
      title: 'Kom!',
      summary: 'Feest op vrijdag 28 november',
      body: [paragraph(text('Op '), text('vrijdag', { bold: true }), text(' 5 december is er niets.'))],
    }),
  ).toEqual([
    'Je noemt vrijdag 28 november. Dat is een zaterdag.',
    'Je noemt vrijdag 5 december. Dat is een zaterdag.',
  ])
  expect(said({ title: 'Maandag 31 november' })).toEqual([
    'Je noemt maandag 31 november. Die dag bestaat niet.',
  ])
})

test('lines do not run into each other', () => {
  expect(said({ title: 'Elke vrijdag', summary: '28 november' })).toEqual([])
})

test('a link says where it goes', () => {
  const klik = /^Een link heet ‘klik hier’/
  expect(said({ body: [paragraph(text('Zie '), link('klik hier'), text('.'))] })).toEqual([
    expect.stringMatching(klik),
  ])
  expect(said({ body: [paragraph(link('het programma'))] })).toEqual([])
  expect(
    said({ body: [{ type: 'list', children: [{ type: 'list-item', children: [link('Lees meer')] }] }] }),
  ).toHaveLength(1)
})

test('a title that is too long, or shouts', () => {
  expect(said({ title: 'a'.repeat(71) })).toEqual([
    'De titel is lang: 71 tekens. Tot 70 past hij ook op een telefoon.',
  ])
  expect(said({ title: 'KOMT ALLEN NAAR HET FEEST' })).toHaveLength(1)
  expect(said({ title: 'EHBO en AED' })).toEqual([])
})

test('an event without a place or an end', () => {
  expect(said({ ...event, place: '', endsAt: null }, 'event')).toEqual([
    'Waar is het? Zonder plek weet niemand waar hij moet zijn.',
    expect.stringMatching(/^Tot hoe laat duurt het\?/),
  ])
  expect(said({ ...event, endsAt: null, allDay: true }, 'event')).toEqual([])
})

test.each([
  ['event', { ...event, endsAt: '2026-11-28T18:00:00Z' }, 'Het eind ligt voor het begin.'],
  ['advertisement', { startsOn: '2026-12-02', endsOn: '2026-12-01' }, 'De laatste dag ligt voor de eerste.'],
  [
    'article',
    { publishAt: '2026-12-02T09:00:00Z', expiresAt: '2026-12-01T09:00:00Z' },
    '‘Houdbaar tot’ ligt voor',
  ],
] as const)('what ends before it begins: %s', (kind, values, words) => {
  expect(said(values, kind)).toEqual([expect.stringContaining(words)])
})

test('the name of a file says nothing about a photo', () => {
  expect(said({ photo: { alt: 'IMG_2041' } })).toHaveLength(1)
  expect(said({ photos: [{ alt: 'De molen in de mist' }, { alt: 'molen.jpg' }] })).toHaveLength(1)
  expect(said({ photo: { alt: 'De molen in de mist' } })).toEqual([])
})

test('a wijkkrant of a pdf alone is not for everybody, also when its text was typed and taken away again', () => {
  const pdf = { id: 1 }
  for (const body of [undefined, null, [paragraph(text(''))], [paragraph(text('  '))]])
    expect(said({ pdf, body }, 'edition')).toEqual([
      expect.stringContaining('Een pdf kan niet iedereen lezen'),
    ])
  expect(said({ pdf, body: [paragraph(text('Nieuws'))] }, 'edition')).toEqual([])
  expect(said({ body: null }, 'edition')).toEqual([])
})
