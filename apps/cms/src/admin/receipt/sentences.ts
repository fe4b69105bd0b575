import { inSeconds, roughly, since, when } from '../time.ts'
import { withPlan } from './plan.ts'
import { heldSince } from './held.ts'
import type { Receipt } from './receipt.ts'
import { stepsOf } from './steps.ts'
import type { EntryOnScreen, Story } from './story.ts'
import type { Observation } from './watch.ts'

/** A publisher that is there reacts in a fraction of this. */
const CALM_AFTER_MS = 10_000
/** What takes longer than this does not end by itself often. */
const LONG_MS = 5 * 60_000

/** `now` is the moment of the observation, or a later one: what counts down goes on between two looks. */
export function tell(observation: Observation, entry: EntryOnScreen, now?: Date): Story {
  if (observation.kind === 'loading') return silent('De stand wordt opgehaald.')
  if (observation.kind === 'unknown')
    return silent('De stand is nu niet op te halen. We proberen het opnieuw.')
  if (entry.kind === 'wijk' && !entry.isPublished) return silent(NO_SITE_YET)
  const { receipt, plan, at, waitedMs, isStale } = observation
  const sinceMs = now ? Math.max(0, now.getTime() - at.getTime()) : 0
  // What the clock publishes, nobody on this screen did: then the address tells that it is there.
  const seen = { ...entry, isPublished: entry.isPublished || (receipt?.url ?? null) !== null }
  const known =
    receipt === null
      ? notYet(seen)
      : receipt.hasSite
        ? onItsWay(receipt, { at, sinceMs, waitedMs }, seen)
        : withoutSite(seen)
  const story = withPlan(
    cameMeanwhile(receipt, entry) ? withDetail(known, CAME_MEANWHILE) : known,
    plan,
    seen,
    at,
  )
  if (!isStale) return story
  return {
    ...story,
    details: [...story.details, 'Er is even geen verbinding. Deze stand kan verouderd zijn.'],
  }
}

/** Whether an entry came online after its form was opened: the form still takes it for a draft. */
export function cameMeanwhile(receipt: Receipt | null, { isPublished }: EntryOnScreen): boolean {
  return !isPublished && receipt?.state === 'live' && receipt.url !== null
}

const withDetail = (story: Story, detail: string): Story => ({
  ...story,
  details: [...story.details, detail],
})

/** For an entry that never was published, also one that has yet to be saved for the first time. */
export function notYet({ kind }: EntryOnScreen): Story {
  return silent(
    kind === 'wijk' ? 'Nog niet online. Klik op Opslaan.' : 'Nog niet online. Klik op Publiceren.',
  )
}

/** Nothing of a wijk without a site can be read, whatever was published. */
function withoutSite({ isPublished, isModified }: EntryOnScreen): Story {
  if (!isPublished) return silent('Niet online: deze wijk heeft nu geen site.')
  return {
    ...silent('Gepubliceerd, maar nog niet te zien: deze wijk heeft nu geen site.'),
    details: [NO_SITE, ...(isModified ? [UNPUBLISHED_CHANGES] : [])],
  }
}

function silent(status: string): Story {
  return { status, mood: 'neutral', ...NOTHING_MORE }
}

const NOTHING_MORE = { steps: [], stepsSayIt: false, details: [], link: null } as const

interface Moment {
  /** When the CMS was asked. */
  readonly at: Date
  /** How long ago that is. */
  readonly sinceMs: number
  readonly waitedMs: number
}

function onItsWay(receipt: Receipt, moment: Moment, entry: EntryOnScreen): Story {
  const { at, sinceMs, waitedMs } = moment
  const restMs = receipt.nextTryInMs === null ? null : receipt.nextTryInMs - sinceMs
  const again = nextTry(receipt, at, restMs, entry)
  const story = entry.isPublished ? published(receipt, at, restMs, again) : takenOff(receipt, at, again)
  const reminded = entry.isModified ? { ...story, details: [...story.details, UNPUBLISHED_CHANGES] } : story
  // Who waits for a target is told how long; that is calm enough.
  const isTold = entry.isPublished && receipt.state === 'deploying' && receipt.waitsFor !== null
  if (waitedMs < CALM_AFTER_MS || isTold) return reminded
  const status = entry.isPublished ? GOES_ONLINE_BY_ITSELF : GOES_OFFLINE_BY_ITSELF
  const details =
    waitedMs < LONG_MS ? reminded.details : [...reminded.details, takesLong(receipt, at, waitedMs)]
  return { ...reminded, status, stepsSayIt: false, details }
}

function takesLong({ changedAt }: Receipt, at: Date, waitedMs: number): string {
  const from = changedAt ?? new Date(at.getTime() - waitedMs)
  return `Dit duurt langer dan anders (sinds ${since(from, at)}). Blijft het zo, bel de platformbeheerder.`
}

const CAME_MEANWHILE =
  'Dit kwam intussen online. Wijzig je hier nog iets? Klik op Publiceren: dan komt ook dat op de site.'
const GOES_ONLINE_BY_ITSELF = 'Je wijziging is bewaard en gaat vanzelf online. Je hoeft niets te doen.'
const GOES_OFFLINE_BY_ITSELF =
  'Je keuze is bewaard. Dit verdwijnt vanzelf van de site. Je hoeft niets te doen.'
const NO_SITE_YET = 'Deze wijk heeft nu geen site. Bij Levensloop lees je hoe die open gaat.'
const NO_SITE =
  'Dit komt vanzelf online zodra de site open gaat. Hoe dat gaat, staat bij Wijken, in je eigen wijk, onder Levensloop.'
const UNPUBLISHED_CHANGES =
  'Je hebt daarna nog iets gewijzigd. Dat staat nog niet op de site. Klik op Publiceren.'
const STILL_THERE = 'Wat al online stond, blijft gewoon online.'

function published(receipt: Receipt, now: Date, restMs: number | null, again: readonly string[]): Story {
  const online = receipt.liveAt ? `Online sinds ${since(receipt.liveAt, now)}` : 'Online'
  const story = { ...NOTHING_MORE, steps: stepsOf(receipt, online) }
  const onItsWay = { ...story, mood: 'busy', stepsSayIt: true } as const
  switch (receipt.state) {
    case 'received':
      return { ...onItsWay, status: 'Je wijziging is ontvangen.' }
    case 'rendering':
      return { ...onItsWay, status: "De pagina's worden gemaakt." }
    case 'deploying':
      return receipt.waitsFor === null
        ? { ...onItsWay, status: "De pagina's worden geplaatst." }
        : { ...onItsWay, stepsSayIt: false, status: placedAt(receipt.waitsFor, restMs) }
    case 'live':
      return {
        ...story,
        status: `${online}.`,
        mood: 'good',
        stepsSayIt: true,
        details: [...workDone(receipt), ...(receipt.held ? [heldSince(receipt.held, now), NEXT_WAITS] : [])],
        link: receipt.url === null ? null : { href: receipt.url, text: 'Bekijk op de site (nieuw tabblad)' },
      }
    case 'failed':
      return {
        ...story,
        status: 'Je wijziging staat nog niet online: het is niet gelukt.',
        mood: 'bad',
        details: [...again, STILL_THERE],
      }
    case 'held':
      return {
        ...story,
        status: `${heldSince(receipt.held, now)} ${READY}`,
        mood: 'held',
      }
  }
}

function takenOff(receipt: Receipt, now: Date, again: readonly string[]): Story {
  switch (receipt.state) {
    case 'received':
    case 'rendering':
    case 'deploying':
      return { ...NOTHING_MORE, status: 'Dit wordt van de site gehaald.', mood: 'busy' }
    case 'live':
      return silent(
        receipt.liveAt ? `Van de site gehaald ${when(receipt.liveAt, now)}.` : 'Van de site gehaald.',
      )
    case 'failed':
      return {
        ...NOTHING_MORE,
        status: 'Dit staat nog op de site: het weghalen is niet gelukt.',
        mood: 'bad',
        details: again,
      }
    case 'held':
      return {
        ...NOTHING_MORE,
        status: `${heldSince(receipt.held, now)} ${MAY_STILL_BE_THERE}`,
        mood: 'held',
      }
  }
}

const READY = 'Je wijziging staat klaar en gaat online zodra de platformbeheerder verder gaat.'
const MAY_STILL_BE_THERE =
  'Dit kan nog op de site staan. Het verdwijnt zodra de platformbeheerder verder gaat.'
const NEXT_WAITS = 'Een nieuwe wijziging gaat pas online als de platformbeheerder verder gaat.'

/** What went wrong, when it is tried again, and that an edit is tried at once. */
function nextTry(
  receipt: Receipt,
  at: Date,
  restMs: number | null,
  { kind }: EntryOnScreen,
): readonly string[] {
  const { error, nextTryAt } = receipt
  const again =
    nextTryAt === null || restMs === null
      ? 'We proberen het vanzelf opnieuw.'
      : restMs <= 0
        ? 'We proberen het nu opnieuw.'
        : `We proberen het opnieuw ${when(nextTryAt, at)}, over ${duration(restMs)}.`
  const button = kind === 'wijk' ? 'Opslaan' : 'Publiceren'
  const atOnce = `Iets aangepast? Klik op ${button}: dan proberen we het meteen.`
  return [...(error ? [`Wat er misging: ${error}`] : []), again, atOnce]
}

/** Other sites want to be placed there as well, and it takes only so many in a minute. */
function placedAt(target: string, restMs: number | null): string {
  if (restMs === null || restMs <= 0) return `De pagina's worden geplaatst bij ${target}.`
  return `Wacht op ${target}, ongeveer ${roughly(restMs)}. Je hoeft niets te doen.`
}

function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  if (seconds > 90) return `${Math.round(seconds / 60)} minuten`
  return seconds === 1 ? '1 seconde' : `${seconds} seconden`
}

function workDone({ pages, durationMs }: Receipt): string[] {
  if (pages === null) return []
  if (pages === 0) return ["Er hoefden geen pagina's opnieuw gemaakt te worden."]
  const count = pages === 1 ? '1 pagina' : `${pages.toLocaleString('nl-NL')} pagina's`
  return [durationMs === null ? `${count} gemaakt.` : `${count} gemaakt in ${inSeconds(durationMs)}.`]
}
