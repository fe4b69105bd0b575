/** What is particular about a type: what may not be saved, what may not go online yet, and what an editor reads then. */
import { dayOf, type Entry, type EntryKind, type WijkId } from '@wijkpers/content'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cms, startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { aPhoto, type Editor, WIJK } from '../support/editor.ts'
import { ENTRY_TYPES, least } from '../support/entry-types.ts'

let cms: Cms
let anna: Editor
let molenwijk: WijkId

beforeAll(async () => {
  cms = await startCms()
  molenwijk = await cms.client.importWijk(aWijk('molenwijk', [], { editors: ['anna@wijkpers.test'] }))
  anna = await cms.editor('anna@wijkpers.test')
})
afterAll(() => cms[Symbol.asyncDispose]())

const uidOf = (kind: EntryKind) => ENTRY_TYPES.find((type) => type.kind === kind)!.uid
const at = (kind: EntryKind, rest = '') => `/content-manager/collection-types/${uidOf(kind)}${rest}`

/** The refusal of an act, by field; null when it was done. */
function refusalIn({ status, body }: Awaited<ReturnType<Editor['ask']>>): Record<string, string> | null {
  if (status < 300) return null
  const { details } = body.error as unknown as {
    details: { errors: { path: string[]; message: string }[] }
  }
  return Object.fromEntries(details.errors.map(({ path, message }) => [path.join('.'), message]))
}
const named = (kind: EntryKind) => {
  const { name } = ENTRY_TYPES.find((type) => type.kind === kind)!
  return { [name.field]: 'Een naam' }
}
const save = async (kind: EntryKind, change: object) =>
  refusalIn(await anna.ask('POST', at(kind), { ...named(kind), ...least[kind], ...change }))
const publish = async (kind: EntryKind, change: object) =>
  refusalIn(
    await anna.ask('POST', at(kind, '/actions/publish'), { ...named(kind), ...least[kind], ...change }),
  )
async function online(kind: EntryKind, change: object): Promise<Entry> {
  const id = await anna.create(uidOf(kind), { ...named(kind), ...least[kind], ...change })
  await anna.publish(uidOf(kind), id)
  return (await cms.client.entries(molenwijk, [id as never])).entries[0]!.entry
}

describe('what is paid', () => {
  const NO_ONE_PAID = 'Vul in wie ervoor betaalt. Die naam staat erbij op de site.'
  const NO_END = 'Vul in tot en met welke dag het op de site staat.'

  test('cannot even be saved without sponsor, period and an answer about politics', async () => {
    expect(
      await save('advertisement', { sponsor: '', startsOn: null, endsOn: null, political: null }),
    ).toEqual({
      sponsor: NO_ONE_PAID,
      startsOn: 'Vul in op welke dag het op de site komt.',
      endsOn: NO_END,
      political: 'Zeg of dit over politiek gaat: een partij, een verkiezing of een besluit.',
    })
  })

  test('cannot lose them afterwards, be it only in a draft', async () => {
    const id = await anna.create(uidOf('advertisement'), { title: 'Taart', ...least.advertisement })
    const change = async (data: object) =>
      refusalIn(await anna.ask('PUT', at('advertisement', `/${id}`), data))
    expect(await change({ endsOn: null })).toEqual({ endsOn: NO_END })
    expect(await change({ sponsor: '  ' })).toEqual({ sponsor: NO_ONE_PAID })
    expect(await change({ title: 'Twee taarten' })).toBeNull()
  })

  test('is refused when it is politics, with the law that says why', async () => {
    for (const act of [save, publish])
      expect((await act('advertisement', { political: 'yes' }))?.['political']).toMatch(
        /^Politieke reclame plaatsen we niet\. Sinds 10 oktober 2025 .* 2024\/900/,
      )
  })

  test('is refused when it ends before it begins, also in an import', async () => {
    expect(Object.keys((await save('advertisement', { endsOn: '2026-10-01' })) ?? {})).toEqual(['endsOn'])
    const entries = [
      { kind: 'advertisement', slug: 'x', title: 'Taart', ...least.advertisement, political: 'yes' },
    ]
    await expect(cms.client.importWijk({ wijk: { slug: 'nooit' }, entries })).rejects.toThrow(/Politieke/)
  })

  test('keeps what was paid for it to itself', async () => {
    const entry = await online('advertisement', { amount: 8521.5, link: 'kruim.example' })
    expect(entry).toMatchObject({ sponsor: 'Bakkerij Mulder', link: 'https://kruim.example' })
    expect(JSON.stringify(entry)).not.toContain('8521')
    expect(entry).not.toHaveProperty('amount')
  })

  test.each(ENTRY_TYPES.filter(({ kind }) => kind !== 'advertisement').map(({ kind }) => kind))(
    'is never a %s: no payment can be written there',
    async (kind) => {
      const { body } = await anna.ask('GET', `/content-manager/content-types/${uidOf(kind)}/configuration`)
      const { contentType } = body.data as unknown as { contentType: { metadatas: object } }
      const paid = Object.keys(contentType.metadatas).filter((field) =>
        /sponsor|amount|paid|payment|advert/i.test(field),
      )
      expect(paid).toEqual([])
    },
  )
})

describe('a notice', () => {
  test('keeps to itself how to reach who left it, unless that was chosen', async () => {
    const contact = {
      contactName: 'Truus',
      contactEmail: 'truus@wijk.example',
      contactPhone: '019-555 01 02',
    }
    const hidden = await online('notice', contact)
    expect(hidden).toMatchObject({ contactName: 'Truus', contactEmail: null, contactPhone: null })
    const shown = await online('notice', { ...contact, showContact: true })
    expect(shown).toMatchObject({ contactEmail: 'truus@wijk.example', contactPhone: '019-555 01 02' })
  })

  test('that went well tells when, once', async () => {
    const id = await anna.create(uidOf('notice'), { title: 'Bank', ...least.notice })
    await anna.publish(uidOf('notice'), id)
    const read = async () => (await cms.client.entries(molenwijk, [id as never])).entries[0]!.entry
    expect(await read()).toMatchObject({ isFulfilled: false, fulfilledAt: null })
    await anna.publish(uidOf('notice'), id, { title: 'Bank', ...least.notice, fulfilled: true })
    const done = await read()
    expect(done).toMatchObject({ isFulfilled: true, fulfilledAt: expect.stringMatching(/Z$/) as string })
    await anna.update(uidOf('notice'), id, { title: 'Bank, weg' })
    await anna.publish(uidOf('notice'), id)
    expect(await read()).toMatchObject({
      fulfilledAt: (done as { fulfilledAt: string }).fulfilledAt,
    })
  })

  test('cannot go online without a word, or with a contact that is not there', async () => {
    expect(await publish('notice', { summary: '', showContact: true })).toEqual({
      summary: 'Schrijf in één of twee zinnen waar het om gaat.',
      showContact:
        'Vul een e-mailadres of telefoonnummer in, of zet ‘Contact op de site’ op Nee. Dan loopt het via de redactie.',
    })
  })
})

describe('a business', () => {
  const hours = (day: string, opensAt: string, closesAt: string) => ({
    day,
    opensAt: `${opensAt}:00.000`,
    closesAt: `${closesAt}:00.000`,
  })

  test('tells when it is open, also with a break and until after midnight', async () => {
    const entry = await online('business', {
      openingHours: [
        hours('monday', '09:00', '12:30'),
        hours('monday', '13:30', '18:00'),
        hours('friday', '16:00', '01:00'),
      ],
      openingHoursExceptions: [
        { date: '2026-12-26', closed: true, reason: 'tweede kerstdag' },
        { date: '2026-12-24', closed: false, opensAt: '09:00:00.000', closesAt: '16:00:00.000' },
      ],
    })
    expect(entry).toMatchObject({
      openingHours: [
        { weekday: 'monday', opensAt: '09:00', closesAt: '12:30' },
        { weekday: 'monday', opensAt: '13:30', closesAt: '18:00' },
        { weekday: 'friday', opensAt: '16:00', closesAt: '01:00' },
      ],
      openingHoursExceptions: [
        { day: '2026-12-26', opensAt: null, closesAt: null, reason: 'tweede kerstdag' },
        { day: '2026-12-24', opensAt: '09:00', closesAt: '16:00', reason: '' },
      ],
    })
  })

  test.each([
    [
      'opens and closes at once',
      [hours('monday', '09:00', '09:00')],
      'openingHours.0.closesAt',
      /maandag gaat het open en dicht op hetzelfde moment/,
    ],
    [
      'is open twice at once',
      [hours('monday', '09:00', '13:00'), hours('monday', '12:00', '18:00')],
      'openingHours.1.opensAt',
      /maandag staan twee tijden die door elkaar lopen/,
    ],
  ])('that %s is refused at the field', async (_, openingHours, field, message) => {
    const refusal = await save('business', { openingHours })
    expect(Object.keys(refusal ?? {})).toEqual([field])
    expect(refusal?.[field]).toMatch(message)
  })

  const otherwise = (opensAt: string, closesAt: string) => ({
    date: '2026-12-24',
    closed: false,
    opensAt: `${opensAt}:00.000`,
    closesAt: `${closesAt}:00.000`,
  })

  test.each([
    [
      'opens and closes at once',
      [otherwise('09:00', '09:00')],
      '0.closesAt',
      /24 december 2026 .* hetzelfde/,
    ],
    [
      'is open twice at once',
      [otherwise('09:00', '13:00'), otherwise('12:00', '18:00')],
      '1.opensAt',
      /24 december 2026 staan twee tijden/,
    ],
    [
      'is closed as well',
      [{ date: '2026-12-24', closed: true }, otherwise('12:00', '18:00')],
      '1.opensAt',
      /24 december 2026 staat het gesloten en ook open/,
    ],
  ])('that %s on one day is refused there', async (_, openingHoursExceptions, field, message) => {
    const refusal = await save('business', { openingHoursExceptions })
    expect(Object.keys(refusal ?? {})).toEqual([`openingHoursExceptions.${field}`])
    expect(refusal?.[`openingHoursExceptions.${field}`]).toMatch(message)
  })

  test('says of a day that is otherwise how it is', async () => {
    const openingHoursExceptions = [{ date: '2026-12-24', closed: false }]
    expect(await publish('business', { openingHoursExceptions })).toEqual({
      'openingHoursExceptions.0.opensAt':
        'Vul bij de afwijkende dag in van hoe laat tot hoe laat het open is.',
    })
  })
})

describe('a deal', () => {
  test('ends, after it began, and is of somebody', async () => {
    expect(await publish('deal', {})).toEqual({
      business: 'Kies van welke ondernemer de aanbieding is.',
    })
    expect(Object.keys((await save('deal', { endsAt: '2026-11-01T08:00:00.000Z' })) ?? {})).toEqual([
      'endsAt',
    ])
  })
})

describe('a person', () => {
  test.each([
    ['who did not say yes', { consentOn: null }, 'consentOn'],
    ['who will say yes some day', { consentOn: '2999-01-01' }, 'consentOn'],
    ['who is too young', { oldEnough: false }, 'oldEnough'],
  ])('%s does not go online', async (_, change, field) => {
    expect(Object.keys((await publish('person', change)) ?? {})).toEqual([field])
  })

  test('lives in a street, at no number', async () => {
    expect(Object.keys((await save('person', { street: 'Korenstraat 12' })) ?? {})).toEqual(['street'])
    const entry = await online('person', { street: 'Korenstraat' })
    expect(entry).toMatchObject({ street: 'Korenstraat' })
    expect(JSON.stringify(entry)).not.toMatch(/consent|oldEnough/)
  })
})

describe('a project', () => {
  test('counts in cents, and tells what came of it when it is done', async () => {
    const money = { budget: 1250, spent: 430.55, updates: [{ date: '2026-10-01', text: 'Begonnen.' }] }
    expect(await online('liveabilityProject', money)).toMatchObject({
      budgetCents: 125_000,
      spentCents: 43_055,
      updates: [{ day: '2026-10-01', text: 'Begonnen.' }],
    })
    expect(await publish('liveabilityProject', { stage: 'done' })).toEqual({
      result: 'Het project is klaar. Vertel bij Resultaat wat de wijk eraan heeft.',
    })
  })
})

describe('an edition', () => {
  const upload = async (): Promise<number> => {
    const form = new FormData()
    form.set('files', new Blob(['%PDF-1.7 krant'], { type: 'application/pdf' }), 'krant.pdf')
    const { body } = await anna.ask('POST', '/upload', form)
    return (body as unknown as { id: number }[])[0]!.id
  }

  test('can be read: as a pdf, as text, or both', async () => {
    expect(await publish('edition', { body: [] })).toEqual({
      pdf: 'Zet de pdf van het nummer erbij, of schrijf de tekst in het veld Tekst.',
    })
    const pdf = await upload()
    const entry = await online('edition', { body: [], pdf, number: 6 })
    expect(entry).toMatchObject({
      number: 6,
      publicationDay: '2026-11-01',
      pdf: { url: expect.stringMatching(/^\/uploads\/.*\.pdf$/) as string, bytes: 10, isTagged: false },
    })
    const before = (await cms.client.manifest(molenwijk))!.revision
    await anna.ask('DELETE', `/upload/files/${pdf}`)
    expect((await cms.client.manifest(molenwijk))!.revision).toBe(before + 1)
  })
})

describe('an event that comes back', () => {
  const weekly = { startsAt: '2026-12-01T19:00:00.000Z', recurrence: { pattern: 'weekly', count: 4 } }

  test('says until when, in one way, and not for years', async () => {
    const rule = (recurrence: object) => publish('event', { ...weekly, recurrence })
    expect(await rule({ pattern: 'weekly' })).toEqual({
      'recurrence.lastDay':
        'Vul bij Herhaling in tot en met welke dag, of hoeveel keer. Zo blijft er niets staan dat niet meer klopt.',
    })
    expect(await rule({ pattern: 'weekly', lastDay: '2027-01-01', count: 3 })).toEqual({
      'recurrence.lastDay': 'Vul bij Herhaling de laatste dag in of het aantal keren, niet allebei.',
    })
    expect(await rule({ pattern: 'weekly', lastDay: '2029-01-01' })).toEqual({
      'recurrence.lastDay': 'Laat een herhaling hoogstens twee jaar lopen. Daarna kun je die verlengen.',
    })
    expect(await rule({ pattern: 'weekly', lastDay: '2026-11-30' })).toEqual({
      'recurrence.lastDay': 'De laatste dag van de herhaling is eerder dan de eerste keer.',
    })
  })

  test('begins on a day that its rule has every month', async () => {
    const fifth = { ...weekly, startsAt: '2026-12-29T19:00:00.000Z' }
    expect(
      await publish('event', { ...fifth, recurrence: { pattern: 'monthlyByWeekday', count: 3 } }),
    ).toEqual({ 'recurrence.pattern': expect.stringContaining('de vijfde zo’n dag') })
    expect(
      await publish('event', { ...weekly, recurrence: { pattern: 'monthlyByLastWeekday', count: 3 } }),
    ).toEqual({ 'recurrence.pattern': expect.stringContaining('niet de laatste zo’n dag') })
  })

  test('has exceptions only on days on which it would be, each once, with a new time when it is moved', async () => {
    const exceptions = [
      { date: '2026-12-09', change: 'notOn' },
      { date: '2026-12-15', change: 'moved' },
    ]
    expect(await publish('event', { ...weekly, exceptions })).toEqual({
      'exceptions.0.date':
        'Op woensdag 9 december 2026 zou deze activiteit niet zijn. Vul de dag in waarop ze eigenlijk is.',
      'exceptions.1.startsAt': 'Vul in wanneer de verplaatste keer begint.',
    })
    const twice = [exceptions[1], exceptions[1]]
    expect(await save('event', { ...weekly, exceptions: twice })).toEqual({
      'exceptions.1.date': 'Deze dag staat er al. Haal een van de twee weg.',
    })
    expect(await publish('event', { startsAt: weekly.startsAt, exceptions })).toEqual({
      recurrence: 'Er staan keren die anders gaan. Vul dan ook Herhaling in.',
    })
    expect(await publish('event', { ...weekly, movedFrom: '2026-11-30T19:00:00.000Z' })).toEqual({
      movedFrom: expect.stringContaining('Keren die anders gaan'),
    })
  })

  test('goes to the site with its rule and what goes otherwise', async () => {
    const moved = { startsAt: '2026-12-16T14:00:00.000Z', endsAt: '2026-12-16T15:00:00.000Z' }
    expect(
      await online('event', {
        ...weekly,
        exceptions: [
          { date: '2026-12-08', change: 'notOn', reason: 'De zaal is dicht' },
          { date: '2026-12-15', change: 'moved', ...moved },
        ],
        accessibility: { wheelchair: true, note: 'Er is een drempel.' },
        address: 'Korenstraat 40',
        mapPoint: 'https://www.openstreetmap.org/#map=19/52.09083/5.12222',
        topic: 'meeting',
      }),
    ).toMatchObject({
      recurrence: {
        pattern: 'weekly',
        lastDay: null,
        count: 4,
        exceptions: [
          { day: '2026-12-08', movedTo: null, reason: 'De zaal is dicht' },
          { day: '2026-12-15', movedTo: moved, reason: '' },
        ],
      },
      accessibility: { wheelchair: true, toilet: false, note: 'Er is een drempel.' },
      address: 'Korenstraat 40',
      point: { latitude: 52.09083, longitude: 5.12222 },
      topic: 'meeting',
    })
  })
})

test('a date of a year that nobody means is refused, in whatever field it stands, and in an import', async () => {
  const odd = 'Dit jaartal klopt niet. Kies een datum van 1900 tot en met 2099.'
  expect(await save('advertisement', { startsOn: '1026-11-26', endsOn: '9999-12-31' })).toEqual({
    startsOn: odd,
    endsOn: odd,
  })
  const exceptions = [
    { date: '2026-12-06', change: 'notOn', reason: '' },
    { date: '2100-01-01', change: 'notOn', reason: '' },
  ]
  expect(
    await save('event', {
      expiresAt: '9999-12-31T22:59:00.000Z',
      recurrence: { pattern: 'weekly', lastDay: '9999-12-31', count: null },
      exceptions,
    }),
  ).toEqual({ expiresAt: odd, 'recurrence.lastDay': odd, 'exceptions.1.date': odd })
  // As a browser writes the year 20226.
  expect(await save('event', { expiresAt: '+020226-12-31T22:59:00.000Z' })).toEqual({ expiresAt: odd })
  const entry = { kind: 'advertisement', slug: 'x', title: 'Taart', ...least.advertisement }
  const imported = { wijk: { slug: 'nooit' }, entries: [{ ...entry, endsOn: '9999-12-31' }] }
  await expect(cms.client.importWijk(imported)).rejects.toThrow(`entries.0.endsOn: ${odd}`)
  await expect(cms.client.importWijk({ wijk: { slug: 'nooit', startedOn: '3026-01-01' } })).rejects.toThrow(
    `wijk.startedOn: ${odd}`,
  )
})

describe('a moment that the database would read, and read otherwise,', () => {
  const none = 'Dit is geen dag met een tijd. Kies een dag en een tijd uit de lijst.'

  test.each([
    '20260301T100000Z',
    '2026-060T10:00:00Z',
    '2026-03-01T10:00:00+01',
    '2026-03-01T10:00:00',
    '2026-03-01',
    '1767225600000',
    '8640000000000000',
    1_767_225_600_000,
    '2026-13-45T10:00:00Z',
    '2026-02-30T10:00:00Z',
    true,
    {},
  ])('such as %j, is refused', async (text) => {
    expect(await save('event', { startsAt: '2026-12-01T19:00:00.000Z', endsAt: text })).toEqual({
      endsAt: none,
    })
  })

  test('is refused in whatever field it stands', async () => {
    const odd = '20260301T100000Z'
    const exceptions = [{ date: '2026-12-08', change: 'moved', startsAt: odd, endsAt: odd }]
    expect(await save('event', { startsAt: odd, movedFrom: odd, expiresAt: odd, exceptions })).toEqual({
      startsAt: none,
      movedFrom: none,
      expiresAt: none,
      'exceptions.0.startsAt': none,
      'exceptions.0.endsAt': none,
    })
    expect(await publish('article', { publishedFirstAt: odd })).toEqual({ publishedFirstAt: none })
    expect(await save('deal', { startsAt: '2026-12-01T19:00:00.000Z', endsAt: odd })).toEqual({
      endsAt: none,
    })
  })

  test('but not in the time of another zone', async () => {
    const times = { startsAt: '2026-12-01T20:00+01:00', endsAt: '2026-12-01T19:30:00Z' }
    expect(await online('event', times)).toMatchObject({
      startsAt: '2026-12-01T19:00:00.000Z',
      endsAt: '2026-12-01T19:30:00.000Z',
    })
    expect(await save('event', { ...times, endsAt: '2026-12-01T19:30:00+01:00' })).toHaveProperty('endsAt')
  })
})

test('of a day only the day is kept, and what is none is refused', async () => {
  const kept = await online('advertisement', {
    startsOn: '2026-12-01T23:30:00.000Z',
    endsOn: '2026-12-01',
  })
  expect(kept).toMatchObject({ firstDay: '2026-12-01', lastDay: '2026-12-01' })
  const none = 'Dit is geen dag. Kies een dag uit de lijst.'
  expect(await save('advertisement', { startsOn: '2026-02-30', endsOn: 'morgen' })).toEqual({
    startsOn: none,
    endsOn: none,
  })
})

test('an event that was moved tells the old moment, and not the new one twice', async () => {
  const startsAt = '2026-12-01T19:00:00.000Z'
  expect(await publish('event', { startsAt, movedFrom: startsAt })).toEqual({
    movedFrom: expect.stringContaining('hetzelfde'),
  })
  const movedFrom = '2026-11-30T19:00:00.000Z'
  expect(await online('event', { startsAt, movedFrom })).toMatchObject({ movedFrom })
})

test.each(ENTRY_TYPES)('a name that nobody can see does not go online: $kind', async ({ kind, name }) => {
  const word = name.field === 'title' ? 'de titel' : 'de naam'
  expect(await publish(kind, { [name.field]: '\u00a0\u0007' })).toMatchObject({
    [name.field]: `Vul ${word} in: er staat nu niets wat iemand kan lezen.`,
  })
})

test('news of a death is known as such', async () => {
  expect(await online('article', {})).toMatchObject({ isInMemoriam: false })
  expect(await online('article', { inMemoriam: true })).toMatchObject({ isInMemoriam: true })
})

test.each(['article', 'event', 'notice', 'infoPage'] as const)(
  'in which language a text is can be said of: %s',
  async (kind) => {
    expect(await online(kind, {})).toMatchObject({ language: 'dutch' })
    expect(await online(kind, { language: 'turkish' })).toMatchObject({ language: 'turkish' })
  },
)

test('a correction of an article is dated, by itself when nobody says when', async () => {
  const today = () => dayOf(new Date().toISOString())
  const before = today()
  const corrected = await online('article', { correction: 'Het is elf uur.', author: 'Noor' })
  expect(corrected).toMatchObject({
    // It may become midnight meanwhile.
    correction: { day: expect.toBeOneOf([before, today()]), text: 'Het is elf uur.' },
    author: 'Noor',
  })
  expect(await online('article', { correction: 'Ja.', correctedOn: '2026-11-02' })).toMatchObject({
    correction: { day: '2026-11-02' },
  })
  expect(await online('article', { correctedOn: '2026-11-02' })).toMatchObject({ correction: null })
})

test('an organisation tells with which questions one can come, where and when', async () => {
  expect(
    await online('organisation', {
      organisationKind: 'help',
      helpsWith: 'Schulden',
      contactName: 'Fatima',
      address: 'Molenplein 2',
      openingHours: [{ day: 'monday', opensAt: '09:00:00.000', closesAt: '12:00:00.000' }],
      byAppointment: true,
    }),
  ).toMatchObject({
    organisationKind: 'help',
    helpsWith: 'Schulden',
    contactName: 'Fatima',
    address: 'Molenplein 2',
    openingHours: [{ weekday: 'monday', opensAt: '09:00', closesAt: '12:00' }],
    isByAppointment: true,
    accessibility: null,
  })
})

test('the links, the KvK-nummer and the btw-nummer of a wijk can be used', async () => {
  const change = async (data: object) =>
    refusalIn(await anna.ask('PUT', `/content-manager/collection-types/${WIJK}/${molenwijk}`, data))
  expect(await change({ facebook: 'geen adres' })).toEqual({
    facebook: expect.stringContaining('Het adres van de website klopt niet'),
  })
  expect(await change({ btwNumber: '123456789' })).toEqual({
    btwNumber: expect.stringContaining('NL123456789B01'),
  })
  expect(await change({ kvkNumber: '123' })).toEqual({ kvkNumber: expect.stringContaining('acht cijfers') })
  expect(
    await change({
      facebook: 'facebook.com/groups/molenwijk',
      kvkNumber: '12.34.56.78',
      btwNumber: 'nl 1234.56.789.b01',
      publisherName: 'Stichting Molenwijk',
      startedOn: '2024-03-01',
    }),
  ).toBeNull()
  expect((await cms.client.manifest(molenwijk))!.wijk).toMatchObject({
    socialLinks: [{ network: 'facebook', url: 'https://facebook.com/groups/molenwijk' }],
    publisher: {
      name: 'Stichting Molenwijk',
      address: '',
      kvkNumber: '12345678',
      btwNumber: 'NL123456789B01',
    },
    startedOn: '2024-03-01',
    rest: { since: null, why: '', contact: '' },
    // Anna is the only one.
    wantsBuurtverbinder: true,
  })
})

describe('the table of the CBS', () => {
  const rows = [
    { line: 3, code: 'WK008003', name: 'Âlde Feart', municipality: 'Súdwest-Fryslân' },
    { line: 4, code: 'wk036301', name: ' Molenwijk ', municipality: 'Molendam' },
    { line: 5, code: 'BU03630100', name: 'Molenwijk-Noord', municipality: 'Molendam' },
  ]
  const give = async (table: object) =>
    refusalIn(await (await cms.editor('beheer@wijkpers.test')).ask('POST', '/wijkpers/cbs', table))
  const find = async (search: string) => {
    const beheer = await cms.editor('beheer@wijkpers.test')
    return (await beheer.ask('GET', `/wijkpers/cbs?${new URLSearchParams({ search })}`)).body.data!
  }

  test('is read in by an operator, whole or not at all, and another year comes in its place', async () => {
    expect(await find('molen')).toEqual({ vintage: null, count: 0, found: [] })
    expect(await give({ vintage: 2025, rows })).toBeNull()
    const wrong = [
      ...rows,
      { line: 6, code: 'WK1', name: 'Kort', municipality: 'Molendam' },
      { line: 7, code: 'WK036302', name: '', municipality: 'Molendam' },
      { line: 8, code: 'WK036303', name: 'Nergens', municipality: '' },
      { line: 9, code: 'BU03630100', name: 'Weer', municipality: 'Molendam' },
    ]
    expect(await give({ vintage: 2026, rows: wrong })).toEqual({
      file:
        'Er is niets ingelezen. Regel 6: ‘WK1’ is geen wijkcode of buurtcode. Regel 7: de naam ontbreekt. ' +
        'Regel 8: de gemeente ontbreekt. Regel 9: BU03630100 staat ook op regel 5.',
    })
    expect(await give({ vintage: 2026, rows: [] })).toEqual({ file: expect.stringContaining('geen wijken') })
    expect(await give({ vintage: 25, rows })).toEqual({ vintage: expect.stringContaining('het jaar') })
    expect(await find('')).toEqual({ vintage: 2025, count: 3, found: [] })
    expect(await give({ vintage: 2026, rows: rows.slice(1) })).toBeNull()
    expect(await find('')).toMatchObject({ vintage: 2026, count: 2 })
    expect((await anna.ask('POST', '/wijkpers/cbs', { vintage: 2026, rows })).status).toBe(403)
  })

  test('finds by name, gemeente and code, with or without accents', async () => {
    await give({ vintage: 2025, rows })
    const codes = async (search: string) =>
      ((await find(search)).found as { code: string }[]).map(({ code }) => code)
    expect(await codes('molen')).toEqual(['WK036301', 'BU03630100'])
    expect(await codes('Noord MOLENDAM')).toEqual(['BU03630100'])
    expect(await codes('alde súdwest')).toEqual(['WK008003'])
    expect(await codes('wk0363')).toEqual(['WK036301'])
    expect(await codes('%')).toEqual([])
  })
})

describe('the life of a wijk', () => {
  let lifeWijk: WijkId
  const life = async (who: Editor, act: string, words: object = {}) =>
    who.ask('POST', '/wijkpers/life', { wijk: lifeWijk, act, ...words })
  const now = async (who: Editor) =>
    (await who.ask('GET', `/wijkpers/life?wijk=${lifeWijk}`)).body.data as Record<string, unknown> | null
  const state = async () => (await cms.client.manifest(lifeWijk))!.wijk!
  const wanted = async () => (await cms.client.wijken()).find(({ id }) => id === lifeWijk)!.wanted

  beforeAll(async () => {
    lifeWijk = await cms.client.importWijk(
      aWijk('levenwijk', [{ slug: 'bericht' }], {
        editors: ['anna@wijkpers.test', 'sam@wijkpers.test', 'petra@wijkpers.test'],
      }),
    )
  })

  test('rests and wakes up by its own people, who say why; the site knows since when and whom to call', async () => {
    expect(await now(anna)).toMatchObject({ state: 'active', acts: ['pause'] })
    const why = refusalIn(await life(anna, 'pause', { why: ' ' }))
    expect(why).toEqual({ why: expect.stringContaining('waarom de site rust') })
    const before = await wanted()
    const { body } = await life(anna, 'pause', { why: 'De redactie stopt.', contact: 'Petra, 019-555 01 40' })
    expect(body.data).toMatchObject({ state: 'resting', acts: ['reactivate'] })
    expect(await wanted()).toBe(before + 1)
    expect(await state()).toMatchObject({
      state: 'resting',
      rest: {
        since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        why: 'De redactie stopt.',
        contact: 'Petra, 019-555 01 40',
      },
    })
    // A form that was opened before it came to rest says that there is no reason.
    const opened = { tagline: 'Rust', restingSince: null, restingWhy: '', restingContact: null }
    await anna.update(WIJK, lifeWijk, opened)
    expect(await state()).toMatchObject({ tagline: 'Rust', rest: { why: 'De redactie stopt.' } })
    expect((await state()).rest.since).not.toBeNull()
    expect((await life(anna, 'reactivate')).status).toBe(200)
    expect(await state()).toMatchObject({ state: 'active', rest: { since: null } })
    const trail = await anna.ask('GET', `/wijkpers/trail?uid=${WIJK}&documentId=${lifeWijk}`)
    expect(JSON.stringify(trail.body.data)).toContain('van actief naar rustend')
  })

  test('is changed by its acts only: a form, or a copy, says nothing of it', async () => {
    const beheer = await cms.editor('beheer@wijkpers.test')
    await beheer.update(WIJK, lifeWijk, { state: 'archived', tagline: 'Aan het water' })
    expect(await state()).toMatchObject({ state: 'active', tagline: 'Aan het water' })
    for (const path of ['', `/clone/${lifeWijk}`]) {
      const copy = { name: 'Kopie', slug: '', state: 'active' }
      const { body } = await beheer.ask('POST', `/content-manager/collection-types/${WIJK}${path}`, copy)
      expect(body.data).toMatchObject({ name: 'Kopie', state: 'draft' })
      await beheer.remove(WIJK, String(body.data!['documentId']))
    }
  })

  test('is nobody else’s to decide: not of another wijk, not of whoever only writes', async () => {
    const [bram, sam] = await Promise.all([cms.editor('bram@wijkpers.test'), cms.editor('sam@wijkpers.test')])
    expect(await now(bram)).toBeNull()
    expect((await life(bram, 'pause', { why: 'Zomaar.' })).status).toBe(403)
    expect(await now(sam)).toMatchObject({ state: 'active', acts: [] })
    expect((await life(sam, 'pause', { why: 'Zomaar.' })).status).toBe(403)
    expect((await life(anna, 'archive')).status).toBe(403)
    expect((await life(anna, 'withdraw')).status).toBe(403)
    expect(refusalIn(await life(anna, 'reopen'))).toEqual({ state: expect.stringContaining('Ververs') })
    expect(await state()).toMatchObject({ state: 'active' })
  })

  test('an archive is read-only, but for taking something off the site; reopened, all goes on', async () => {
    const beheer = await cms.editor('beheer@wijkpers.test')
    const wijk = { connect: [{ documentId: lifeWijk }] }
    const uid = uidOf('organisation')
    const form = new FormData()
    const bytes = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#2f6f4e' } })
      .jpeg()
      .toBuffer()
    form.set('files', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'brug.jpg')
    const [{ id: file }] = (await anna.ask('POST', '/upload', form)).body as unknown as [{ id: number }]
    const id = await anna.create(uid, { name: 'De Brug', wijk, photo: aPhoto(file) })
    await anna.publish(uid, id)
    expect((await life(beheer, 'archive')).status).toBe(200)
    const READ_ONLY = { wijk: expect.stringContaining('is een archief') }
    for (const who of [anna, beheer]) {
      expect(refusalIn(await who.ask('PUT', at('organisation', `/${id}`), { name: 'Anders' }))).toEqual(
        READ_ONLY,
      )
      expect(refusalIn(await who.ask('POST', at('organisation'), { name: 'Nieuw', wijk }))).toEqual(READ_ONLY)
      expect(refusalIn(await who.ask('POST', at('organisation', `/${id}/actions/publish`), {}))).toEqual(
        READ_ONLY,
      )
      expect(refusalIn(await who.ask('POST', at('organisation', `/${id}/actions/discard`), {}))).toEqual(
        READ_ONLY,
      )
      const fileInfo = { focalPoint: { x: 1, y: 1 } }
      for (const [method, path, said] of [
        ['PUT', `/upload/files/${file}`, { fileInfo }],
        ['POST', `/upload?id=${file}`, { fileInfo }],
        ['POST', '/upload/actions/bulk-update', { updates: [{ id: file, fileInfo }] }],
      ] as const)
        expect(refusalIn(await who.ask(method, path, said))).toEqual(READ_ONLY)
    }
    // Its settings too; its operator goes on to say whom to ask.
    const settings = (who: Editor, tagline: string) =>
      who.ask('PUT', `/content-manager/collection-types/${WIJK}/${lifeWijk}`, { tagline })
    expect(refusalIn(await settings(anna, 'Toch anders'))).toEqual(READ_ONLY)
    expect(refusalIn(await settings(beheer, 'Bewaard'))).toBeNull()
    await anna.unpublish(uid, id)
    expect((await cms.client.manifest(lifeWijk))!.entries).toHaveLength(2)
    expect((await life(beheer, 'reopen')).status).toBe(200)
    await anna.publish(uid, id)
    expect((await life(anna, 'reactivate')).status).toBe(200)
    expect((await cms.client.manifest(lifeWijk))!.entries).toHaveLength(3)
  })

  test('with one person left to keep it going, the site asks for another', async () => {
    const beheer = await cms.editor('beheer@wijkpers.test')
    expect((await state()).wantsBuurtverbinder).toBe(false)
    const editors = async (change: object) => {
      const answer = await beheer.ask('PUT', `/content-manager/collection-types/${WIJK}/${lifeWijk}`, {
        editors: change,
      })
      expect(answer.status).toBe(200)
    }
    const petra = Number(
      (await (await cms.editor('petra@wijkpers.test')).ask('GET', '/admin/users/me')).body.data?.['id'],
    )
    const before = await wanted()
    await editors({ disconnect: [{ id: petra }] })
    expect((await state()).wantsBuurtverbinder).toBe(true)
    expect(await wanted()).toBe(before + 1)
    await editors({ connect: [{ id: petra }] })
    expect((await state()).wantsBuurtverbinder).toBe(false)
    await beheer.ask('PUT', `/admin/users/${petra}`, { isActive: false })
    expect((await state()).wantsBuurtverbinder).toBe(true)
    await beheer.ask('PUT', `/admin/users/${petra}`, { isActive: true })
    expect((await state()).wantsBuurtverbinder).toBe(false)
  })

  test('with nobody left it asks all the more; in the making it asks nobody', async () => {
    const beheer = await cms.editor('beheer@wijkpers.test')
    const nobodys = await cms.client.importWijk(aWijk('niemandswijk', []))
    const asks = async () => (await cms.client.manifest(nobodys))!.wijk!.wantsBuurtverbinder
    expect(await asks()).toBe(true)
    await beheer.actOnLife(nobodys, 'withdraw')
    expect(await asks()).toBe(false)
  })

  test('what the operator closed, he opens; another opens only with a colofon that says whose it is', async () => {
    const beheer = await cms.editor('beheer@wijkpers.test')
    await beheer.actOnLife(lifeWijk, 'withdraw')
    expect(await now(anna)).toMatchObject({ state: 'draft', acts: [], isClosedByOperator: true })
    expect((await life(anna, 'begin')).status).toBe(403)
    expect((await life(beheer, 'begin')).status).toBe(200)

    const fresh = await cms.client.importWijk(
      aWijk('nieuwewijk', [], { state: 'draft', editors: ['anna@wijkpers.test'], contactEmail: null }),
    )
    const begin = () => anna.ask('POST', '/wijkpers/life', { wijk: fresh, act: 'begin' })
    expect(refusalIn(await begin())).toEqual({
      publisherName: expect.stringContaining(
        'wie de site uitgeeft, het adres van de uitgever en een e-mailadres voor vragen over privacy',
      ),
    })
    await anna.update(WIJK, fresh, {
      publisherName: 'Stichting Molenwijk',
      publisherAddress: 'Molenplein 1, Molendam',
      privacyEmail: 'privacy@molenwijk.nl',
    })
    expect(refusalIn(await begin())).toBeNull()
  })

  test('what was planned is known before it rests', async () => {
    const uid = uidOf('organisation')
    const wijk = { connect: [{ documentId: lifeWijk }] }
    const publishAt = new Date(Date.now() + 86_400_000).toISOString()
    await anna.create(uid, { name: 'Komt vanzelf', wijk, publishAt })
    expect(await now(anna)).toMatchObject({
      planned: { count: 1, first: { title: 'Komt vanzelf', at: publishAt } },
    })
  })
})
