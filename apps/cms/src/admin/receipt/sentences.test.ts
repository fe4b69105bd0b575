import { describe, expect, test } from 'vitest'
import type { Receipt } from './receipt.ts'
import { tell } from './sentences.ts'
import type { EntryOnScreen } from './story.ts'
import type { Observation } from './watch.ts'

const now = new Date('2026-11-22T13:05:00Z')
const published: EntryOnScreen = { kind: 'entry', isPublished: true, isModified: false }
const takenOff: EntryOnScreen = { ...published, isPublished: false }
const wijk: EntryOnScreen = { kind: 'wijk', isPublished: true, isModified: false }

function aReceipt(parts: Partial<Receipt> = {}): Receipt {
  return {
    state: 'live',
    changedAt: new Date('2026-11-22T13:03:11Z'),
    renderedAt: null,
    liveAt: new Date('2026-11-22T13:03:12Z'),
    nextTryAt: null,
    nextTryInMs: null,
    waitsFor: null,
    pages: 3,
    durationMs: 96,
    url: 'http://molenwijk.localhost:8080/nieuws/zomerfeest/',
    hasSite: true,
    error: null,
    held: null,
    ...parts,
  }
}

function seen(receipt: Receipt | null, parts: Partial<Extract<Observation, { kind: 'seen' }>> = {}) {
  return { kind: 'seen', receipt, plan: null, at: now, waitedMs: 0, isStale: false, ...parts } as const
}

const onItsWay = (state: Receipt['state']) => aReceipt({ state, liveAt: null, pages: null, durationMs: null })

describe('an entry that is online', () => {
  test('says since when, what was made, and where it stands', () => {
    const story = tell(seen(aReceipt()), published)
    expect(story.status).toBe('Online sinds 14.03.12 uur.')
    expect(story.steps.map(({ text }) => text)).toEqual([
      'Ontvangen',
      'Gemaakt',
      'Geplaatst',
      'Online sinds 14.03.12 uur',
    ])
    expect(story.steps.every(({ state }) => state === 'done')).toBe(true)
    expect(story.details).toEqual(["3 pagina's gemaakt in 0,1 seconde."])
    expect(story.link?.href).toBe('http://molenwijk.localhost:8080/nieuws/zomerfeest/')
    expect(story.link?.text).toContain('nieuw tabblad')
  })

  test('says the day when that is not today', () => {
    const liveAt = new Date('2026-11-20T13:03:12Z')
    expect(tell(seen(aReceipt({ liveAt })), published).status).toBe(
      'Online sinds 20 november 2026 om 14.03 uur.',
    )
  })

  test.each([
    [0, 10, "Er hoefden geen pagina's opnieuw gemaakt te worden."],
    [1, 4, '1 pagina gemaakt in 0,1 seconde.'],
    [1200, 1500, "1.200 pagina's gemaakt in 1,5 seconde."],
    [40, 2000, "40 pagina's gemaakt in 2 seconden."],
    [2, null, "2 pagina's gemaakt."],
  ])('%i pages in %s ms are told as people say it', (pages, durationMs, sentence) => {
    expect(tell(seen(aReceipt({ pages, durationMs })), published).details).toEqual([sentence])
  })

  test('reminds of changes that are not published yet', () => {
    const story = tell(seen(aReceipt()), { ...published, isModified: true })
    expect(story.status).toBe('Online sinds 14.03.12 uur.')
    expect(story.details.at(-1)).toContain('Klik op Publiceren')
  })
})

describe('a change on its way', () => {
  test.each([
    ['received', ['now', 'later', 'later', 'later']],
    ['rendering', ['done', 'now', 'later', 'later']],
    ['deploying', ['done', 'done', 'now', 'later']],
  ] as const)('stands at its step: %s', (state, steps) => {
    const story = tell(seen(onItsWay(state)), published)
    expect(story.steps.map((step) => step.state)).toEqual(steps)
    expect(story.link).toBeNull()
  })

  test('that waits for more than five minutes says since when, and whom to call', () => {
    const long = (waitedMs: number) => tell(seen(onItsWay('received'), { waitedMs }), published).details
    expect(long(299_000)).toEqual([])
    expect(long(300_000)).toEqual([
      'Dit duurt langer dan anders (sinds 14.03.11 uur). Blijft het zo, bel de platformbeheerder.',
    ])
  })

  test('gets a calm sentence when the publisher does not react within ten seconds', () => {
    const early = tell(seen(onItsWay('received'), { waitedMs: 9_900 }), published)
    const late = tell(seen(onItsWay('received'), { waitedMs: 10_000 }), published)
    expect(early.status).toBe('Je wijziging is ontvangen.')
    expect(late.status).toBe('Je wijziging is bewaard en gaat vanzelf online. Je hoeft niets te doen.')
    expect(late.stepsSayIt, 'the sentence is shown').toBe(false)
  })
})

describe('a change that waits for a target', () => {
  const waits = { ...onItsWay('deploying'), waitsFor: 'Netlify' }
  const after = (nextTryInMs: number | null, sinceMs = 0) =>
    tell(seen({ ...waits, nextTryInMs }, { waitedMs: 60_000 }), published, new Date(now.getTime() + sinceMs))
      .status

  test.each([
    [37_000, 'Wacht op Netlify, ongeveer 40 seconden. Je hoeft niets te doen.'],
    [2_000, 'Wacht op Netlify, ongeveer 10 seconden. Je hoeft niets te doen.'],
    [95_000, 'Wacht op Netlify, ongeveer 2 minuten. Je hoeft niets te doen.'],
    [5 * 3_600_000, 'Wacht op Netlify, ongeveer 5 uur. Je hoeft niets te doen.'],
    [null, "De pagina's worden geplaatst bij Netlify."],
  ])('says for how long: %s ms', (nextTryInMs, sentence) => {
    expect(after(nextTryInMs)).toBe(sentence)
  })

  test('counts down between two looks', () => {
    expect(after(37_000, 20_000)).toContain('ongeveer 20 seconden')
    expect(after(37_000, 37_000)).toBe("De pagina's worden geplaatst bij Netlify.")
  })
})

describe('a change that failed', () => {
  const failed = onItsWay('failed')

  test('says what went wrong, when it is tried again, and that the site stays up', () => {
    const nextTryAt = new Date('2026-11-22T13:05:30Z')
    const receipt = { ...failed, error: 'De schijf is vol.', nextTryAt, nextTryInMs: 30_000 }
    const story = tell(seen(receipt), published)
    expect(story.status).toContain('niet gelukt')
    expect(story.details).toEqual([
      'Wat er misging: De schijf is vol.',
      'We proberen het opnieuw om 14.05.30 uur, over 30 seconden.',
      'Iets aangepast? Klik op Publiceren: dan proberen we het meteen.',
      'Wat al online stond, blijft gewoon online.',
    ])
  })

  test.each([
    [0, 'We proberen het opnieuw om 14.08.00 uur, over 3 minuten.'],
    [120_000, 'We proberen het opnieuw om 14.08.00 uur, over 60 seconden.'],
    [178_700, 'We proberen het opnieuw om 14.08.00 uur, over 2 seconden.'],
    [179_001, 'We proberen het opnieuw om 14.08.00 uur, over 1 seconde.'],
    [180_000, 'We proberen het nu opnieuw.'],
  ])('counts down to the next try: %i ms after the look', (sinceMs, sentence) => {
    const nextTryAt = new Date('2026-11-22T13:08:00Z')
    const receipt = { ...failed, nextTryAt, nextTryInMs: 180_000 }
    const later = new Date(now.getTime() + sinceMs)
    expect(tell(seen(receipt), published, later).details).toContain(sentence)
  })

  test('shows at which step: while making pages or while placing them', () => {
    const steps = (receipt: Receipt) => tell(seen(receipt), published).steps.map(({ state }) => state)
    expect(steps(failed)).toEqual(['done', 'failed', 'later', 'later'])
    expect(steps({ ...failed, renderedAt: now })).toEqual(['done', 'done', 'failed', 'later'])
  })
})

describe('while the wijk is held', () => {
  const held = {
    by: 'de platformbeheerder',
    since: new Date('2026-11-22T13:00:00Z'),
    why: 'Er wordt iets nagekeken',
  }
  const since = 'Vastgehouden sinds 14.00.00 uur door de platformbeheerder: Er wordt iets nagekeken.'

  test('a change says since when, by whom and why, and that it is ready', () => {
    const story = tell(seen({ ...onItsWay('held'), held }), published)
    expect(story.status).toBe(
      `${since} Je wijziging staat klaar en gaat online zodra de platformbeheerder verder gaat.`,
    )
    expect(story.mood).toBe('held')
    expect(story.stepsSayIt, 'the sentence is shown').toBe(false)
    expect(story.steps.map(({ state }) => state)).toEqual(['done', 'later', 'later', 'later'])
  })

  test('what is taken off the site may still be there', () => {
    expect(tell(seen({ ...onItsWay('held'), held, url: null }), takenOff).status).toBe(
      `${since} Dit kan nog op de site staan. Het verdwijnt zodra de platformbeheerder verder gaat.`,
    )
  })

  test('what is online says that a next change will wait', () => {
    const story = tell(seen(aReceipt({ held })), published)
    expect(story.status).toBe('Online sinds 14.03.12 uur.')
    expect(story.details.slice(1)).toEqual([
      since,
      'Een nieuwe wijziging gaat pas online als de platformbeheerder verder gaat.',
    ])
  })
})

describe('an entry that is not published', () => {
  test('says which button puts it online', () => {
    expect(tell(seen(null), takenOff).status).toBe('Nog niet online. Klik op Publiceren.')
    expect(tell(seen(null), wijk).status).toBe('Nog niet online. Klik op Opslaan.')
  })

  test.each([
    ['rendering', 'Dit wordt van de site gehaald.'],
    ['live', 'Van de site gehaald om 14.03.12 uur.'],
    ['failed', 'Dit staat nog op de site: het weghalen is niet gelukt.'],
  ] as const)('is followed when it was taken off the site: %s', (state, sentence) => {
    const story = tell(seen(aReceipt({ state, url: null })), takenOff)
    expect(story.status).toBe(sentence)
    expect(story.link).toBeNull()
  })

  test('a wijk in the making says how it gets a site', () => {
    const story = tell(seen(aReceipt({ url: null, hasSite: false })), { ...wijk, isPublished: false })
    expect(story.status).toBe('Deze wijk heeft nu geen site. Bij Levensloop lees je hoe die open gaat.')
  })

  test('in a wijk without a site nothing is said to be online, and no page is led to', () => {
    const receipt = aReceipt({ url: null, hasSite: false })
    const story = tell(seen(receipt, { waitedMs: 20_000 }), { ...published, isModified: true })
    expect(story.status).toBe('Gepubliceerd, maar nog niet te zien: deze wijk heeft nu geen site.')
    expect(story.details).toEqual([
      expect.stringContaining('zodra de site open gaat'),
      expect.stringContaining('Klik op Publiceren.'),
    ])
    expect([story.link, story.steps]).toEqual([null, []])
    expect(tell(seen(receipt), takenOff).status).toBe('Niet online: deze wijk heeft nu geen site.')
  })
})

test('a lost connection is told without hiding what was known', () => {
  expect(tell({ kind: 'unknown' }, published).status).toContain('nu niet op te halen')
  const story = tell(seen(aReceipt(), { isStale: true }), published)
  expect(story.status).toBe('Online sinds 14.03.12 uur.')
  expect(story.details.at(-1)).toContain('geen verbinding')
})
