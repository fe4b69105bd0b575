import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorsBetween, find } from './find.ts'
import { type Findable, segmentFileNames, segmentFiles, type SegmentFile } from './segment.ts'

const aFindable = (title: string, more: Partial<Findable> = {}): Findable => ({
  path: `/nieuws/${title.toLowerCase().replaceAll(/\W+/g, '-')}/`,
  title,
  summary: '',
  label: 'Nieuws',
  date: '2026-11-01',
  text: '',
  ...more,
})

/** An index on a shelf, with a count of what was fetched from it. */
function anIndex(findables: readonly Findable[], parts = 1) {
  const shape = { name: '2026', parts, size: findables.length }
  const files = segmentFiles(shape, findables)
  const fetched: string[] = []
  const load = (file: string): Promise<SegmentFile> => {
    fetched.push(file)
    const found = files.get(file)
    if (!found) throw new Error(`there is no ${file}`)
    return Promise.resolve(found)
  }
  return {
    shape,
    files,
    fetched,
    ask: (query: string, count = 10) => find(query, { segments: [shape], load, today: '2026-11-26', count }),
  }
}

const titles = (findings: { results: readonly { title: string }[] }) =>
  findings.results.map(({ title }) => title)

const street = [
  aFindable('Nieuwe bankjes in het park', { text: 'De gemeente plaatst zes bankjes onder de bomen.' }),
  aFindable('De molen draait weer', { text: 'Zaterdag is de molen open voor bezoekers.' }),
  aFindable('Speeltuinen krijgen schaduw', { summary: 'Bomen bij drie speelplekken.' }),
  aFindable('Koffie in De Spil', { date: '2026-12-01', label: 'Agenda', text: 'Iedere dinsdag koffie.' }),
  aFindable('Koffie in De Spil, vorig jaar', { date: '2025-12-01', label: 'Agenda', text: 'Koffie.' }),
  aFindable('Fietsen graveren', { text: 'Laat je fiets graveren bij de molen, neem een bankpas mee.' }),
]

describe.each([1, 8])('an index in %i parts', (parts) => {
  const index = anIndex(street, parts)

  test.each([
    ['molen', 'De molen draait weer'],
    ['fiets', 'Fietsen graveren'],
    ['bankje', 'Nieuwe bankjes in het park'],
    ['tuin', 'Speeltuinen krijgen schaduw'],
    ['speelt', 'Speeltuinen krijgen schaduw'],
    ['gra', 'Fietsen graveren'],
    ['bomen in het park', 'Nieuwe bankjes in het park'],
    ['KOFFIE', 'Koffie in De Spil'],
  ])('finds with %s first %s', async (query, title) => {
    expect(titles(await index.ask(query))[0]).toBe(title)
  })

  test('finds what is written with a typing error, and says so', async () => {
    const findings = await index.ask('speeltiunen')
    expect(titles(findings)).toEqual(['Speeltuinen krijgen schaduw'])
    expect(findings.guessed).toEqual([{ word: 'speeltiunen', instead: 'speeltuin' }])
  })

  test('takes the beginning of a long word for what it is', async () => {
    const long = anIndex([aFindable('Koorrepetitieweekend')])
    expect(await long.ask('koor')).toMatchObject({ total: 1, guessed: [] })
  })

  test('puts a page with all words before pages with one of them', async () => {
    expect(titles(await index.ask('molen fiets'))).toEqual(['Fietsen graveren', 'De molen draait weer'])
  })

  test('gives only pages with all words where there are enough of them', async () => {
    const more = Array.from({ length: 4 }, (_, n) => aFindable(`Molen ${n}`, { text: 'De fiets staat er.' }))
    const { results, total } = await anIndex([...street, ...more], parts).ask('molen fiets')
    expect(total).toBe(5)
    expect(titles({ results })).not.toContain('De molen draait weer')
  })

  test('puts the page that is called so before one that says it often', async () => {
    const often = aFindable('Samen eten en praten met de wijkraad', {
      text: 'wijkraad wijkraad wijkraad wijkraad',
    })
    const called = aFindable('Wijkraad', { date: null, text: 'Bewoners die vergaderen.' })
    expect(titles(await anIndex([often, called], parts).ask('wijkraad'))[0]).toBe('Wijkraad')
  })

  test('gives what has one of the words when nothing has all', async () => {
    const { total } = await index.ask('molen koffie')
    expect(total).toBe(4)
    expect((await index.ask('zebrapad paspoort koffie')).total).toBeGreaterThan(0)
  })

  test.each([
    ['', true],
    ['de het een', true],
    ['k', true],
    ['!!!', true],
    ['zebrapad', false],
  ])('finds nothing for %j, and knows whether there was anything to look for', async (query, isTooLittle) => {
    expect(await index.ask(query)).toEqual({ results: [], total: 0, isTooLittle, guessed: [] })
  })

  test.each(['rgaveren', 'tgraveren', 'gtraveren', 'garveren'])(
    'finds what is written with a typing error at its beginning: %s',
    async (query) => {
      expect((await index.ask(query)).guessed).toEqual([{ word: query, instead: 'graver' }])
    },
  )

  test('names exactly the files that it has', () => {
    expect(segmentFileNames(index.shape).toSorted()).toEqual([...index.files.keys()].toSorted())
  })
})

test('a query fetches one part for each word, and only the results it shows', async () => {
  const many = Array.from({ length: 100 }, (_, n) => aFindable(`Bericht ${n}`, { text: `woord${n} molen` }))
  const index = anIndex(many, 8)
  await index.ask('woord42', 10)
  expect(new Set(index.fetched).size).toBeLessThanOrEqual(3)
})

test('the files do not depend on the order of the findables', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(street, { minLength: street.length }), (shuffled) => {
      expect([...segmentFiles({ name: '2026', parts: 4 }, shuffled)]).toEqual([
        ...segmentFiles({ name: '2026', parts: 4 }, street),
      ])
    }),
  )
})

test('in however many parts, the same is found', async () => {
  const word = fc.constantFrom('molen', 'koffie', 'bankjes', 'park', 'fietsen', 'bomen', 'dinsdag', 'spel')
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 3 }), async (words) => {
      const query = words.join(' ')
      expect(await anIndex(street, 16).ask(query)).toEqual(await anIndex(street, 1).ask(query))
    }),
  )
})

test('an empty index finds nothing', async () => {
  expect(await anIndex([]).ask('molen')).toEqual({ results: [], total: 0, isTooLittle: false, guessed: [] })
})

test.each([
  ['molen', 'molen', 0],
  ['molen', 'meoln', 2],
  ['molen', 'omlen', 1],
  ['molen', 'mole', 1],
  ['molen', 'molens', 1],
  ['molen', 'maken', 2],
  ['molen', 'fietspad', 3],
])('%s and %s differ by %i', (a, b, errors) => {
  expect(errorsBetween(a, b, 2)).toBe(errors)
})
