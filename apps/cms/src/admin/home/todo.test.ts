import { expect, test } from 'vitest'
import { greeting } from './greeting.ts'
import { parseHome } from './home.ts'
import { handedInOf, onlineOf, plannedOf, todoOf } from './todo.ts'

const now = new Date('2026-11-26T14:00:00+01:00')
const molenwijk = { documentId: 'm', name: 'Molenwijk', slug: 'molenwijk', state: 'active' }
const parkwijk = {
  documentId: 'p',
  name: 'Parkwijk',
  slug: 'parkwijk',
  state: 'active',
  receiptState: 'failed',
}
const entry = (title: string, more: object = {}) => ({
  uid: 'api::article.article',
  documentId: title,
  title,
  kind: 'nieuwsbericht',
  wijk: 'm',
  at: '2026-11-27T09:00:00+01:00',
  ...more,
})
const aHome = (lists: object, wijken: readonly object[] = [molenwijk]) =>
  parseHome({ data: { wijken, ...lists } })
const editor = { isOperator: false, may: () => true }
const lines = (groups: ReturnType<typeof todoOf>) =>
  groups.flatMap(({ title, tasks }) => tasks.map(({ title: what, line }) => `${title}: ${what}: ${line}`))

test('nothing at hand is nothing to do', () => {
  expect(todoOf(aHome({}), editor, now)).toEqual([])
})

test('what residents lose or wait for comes first, one’s own drafts last', () => {
  const home = aHome({
    unfinished: [entry('Bankjes'), entry('Met foto')],
    photos: [entry('Met foto', { note: 'Vul bij de foto in wie de maker is.' })],
    expiring: [entry('Oproep')],
    failed: [entry('Jaarmarkt', { at: '2026-11-26T09:00:00+01:00', note: 'Vul eerst ‘Titel’ in.' })],
    waiting: [
      entry('Van Sam', { state: 'handedIn', writer: 'Sam', handedInAt: '2026-11-26T13:00:00+01:00' }),
    ],
  })
  const groups = todoOf(home, editor, now)
  expect(lines(groups)).toEqual([
    'Wacht op jou: Van Sam: Ingeleverd door Sam om 13.00.00 uur · nieuwsbericht',
    'Niet vanzelf online gekomen: Jaarmarkt: Was gepland voor donderdag 26 november om 9.00 uur · nieuwsbericht',
    'Gaat binnenkort van de site: Oproep: Houdbaar tot vrijdag 27 november om 9.00 uur · nieuwsbericht',
    'Foto’s die nog iets missen: Met foto: Vul bij de foto in wie de maker is.',
    'Nog niet af: Bankjes: Laatst gewijzigd op 27 november 2026 om 09.00 uur · nieuwsbericht',
  ])
  expect(groups[1]!.tasks[0]!.quote).toBe('Vul eerst ‘Titel’ in.')
  expect(groups[0]!.tasks[0]!.to).toBe('/content-manager/collection-types/api::article.article/Van Sam')
})

test('what only an editor can mend is to be done, at the entry that it names', () => {
  const broken = {
    ...molenwijk,
    receiptState: 'failed',
    error: 'De foto bij ‘Markt’ kan niet worden gelezen.',
  }
  const [group] = todoOf(aHome({ online: [entry('Markt')] }, [broken]), editor, now)
  expect(group).toMatchObject({
    title: 'Komt niet online',
    tasks: [
      {
        title: 'Markt',
        to: '/content-manager/collection-types/api::article.article/Markt',
        quote: broken.error,
      },
    ],
  })
  const [elsewhere] = todoOf(aHome({}, [broken]), editor, now)
  expect(elsewhere?.tasks[0]).toMatchObject({
    title: 'Molenwijk',
    to: '/content-manager/collection-types/api::wijk.wijk/m',
  })
  const passing = { ...broken, error: 'Netlify is nu niet te bereiken. We proberen het vanzelf opnieuw.' }
  expect(todoOf(aHome({}, [passing]), editor, now)).toEqual([])
})

test('what is planned where nothing comes online now says that it waits', () => {
  const home = (change: object) => aHome({ planned: [entry('Markt')] }, [{ ...molenwijk, ...change }])
  const waits = (change: object) => plannedOf(home(change), now).map((task) => task.waits)
  expect([waits({}), waits({ receiptState: 'held' }), waits({ state: 'draft' })]).toEqual([
    [false],
    [true],
    [true],
  ])
})

test('who reviews for several wijken sees which', () => {
  const waiting = [
    entry('Van Sam', {
      wijk: 'p',
      state: 'handedIn',
      writer: 'Sam',
      handedInAt: '2026-11-26T13:00:00+01:00',
    }),
  ]
  expect(lines(todoOf(aHome({ waiting }, [molenwijk, parkwijk]), editor, now))).toEqual([
    'Wacht op jou: Van Sam: Ingeleverd door Sam om 13.00.00 uur · nieuwsbericht · Parkwijk',
  ])
})

test('what came back is to do, what waits or is published is only told', () => {
  const home = aHome({
    mine: [
      entry('Terug', { state: 'returned', reviewer: 'Anna', reason: 'Hoe laat?' }),
      entry('Wacht', { state: 'handedIn', writer: 'Sam' }),
    ],
  })
  expect(todoOf(home, editor, now)).toMatchObject([
    { title: 'Teruggekregen', tasks: [{ title: 'Terug', quote: 'Hoe laat?' }] },
  ])
  expect(handedInOf(home, now)).toMatchObject([{ title: 'Wacht', quote: null }])
})

test('with several wijken a line says which', () => {
  const home = aHome(
    {
      online: [
        entry('Feest', { wijk: 'p', at: '2026-11-26T13:00:00+01:00', url: 'https://park.example/x/' }),
      ],
      planned: [entry('Straks')],
    },
    [molenwijk, parkwijk],
  )
  expect(onlineOf(home, now)).toMatchObject([
    { line: 'Online om 13.00.00 uur · nieuwsbericht · Parkwijk', url: 'https://park.example/x/' },
  ])
  expect(plannedOf(home, now)).toMatchObject([
    { line: 'Vrijdag 27 november om 9.00 uur · nieuwsbericht · Molenwijk' },
  ])
})

test('an operator reads which sites need somebody', () => {
  const home = aHome({}, [molenwijk, parkwijk])
  expect(lines(todoOf(home, { isOperator: true, may: () => true }, now))).toEqual([
    'Sites die aandacht vragen: Parkwijk: De laatste wijziging is niet gelukt',
  ])
  expect(todoOf(home, editor, now)).toEqual([])
})

test.each([[null], [{ data: [] }], [{}]])('something else is refused: %j', (body) => {
  expect(() => parseHome(body)).toThrow('[home]')
})

test.each([
  ['2026-11-26T03:00:00+01:00', 'Hallo, Anna'],
  ['2026-11-26T09:00:00+01:00', 'Goedemorgen, Anna'],
  ['2026-11-26T12:00:00+01:00', 'Goedemiddag, Anna'],
  ['2026-11-26T23:00:00+01:00', 'Goedenavond, Anna'],
])('the greeting at %s', (at, words) => {
  expect(greeting('Anna', new Date(at))).toBe(words)
})
