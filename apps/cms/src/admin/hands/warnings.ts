/** What somebody may want to look at again, while he types: hints, never refusals. Pure: what is in the form, and today. */
import type { EntryKind } from '../../entries/entry-types.ts'
import { wrongDays, type Day } from './days-in-text.ts'
import { linksIn, textIn } from './text-in-form.ts'

export interface Warning {
  /** Warnings about the same stay the same while somebody types. */
  readonly key: string
  readonly text: string
}

export type FormValues = Readonly<Record<string, unknown>>

/** Longer titles take three lines on a phone. */
const LONG_TITLE = 70
/** Shorter words in capitals are abbreviations. */
const SHOUTED = 12

/** Names of links that say nothing to whoever hears only the link. */
const NAMELESS =
  /^(klik( hier)?|hier|lees (meer|verder)|meer( info(rmatie)?)?|link|deze link|via deze link|website)[.!:…]*$/i

export function warningsFor(kind: EntryKind, values: FormValues, today: Day): readonly Warning[] {
  return [
    ...titleWarnings(values),
    ...dayWarnings(values, today),
    ...linkWarnings(values),
    ...photoWarnings(values),
    ...momentWarnings(values),
    ...(kind === 'event' ? eventWarnings(values) : []),
    ...(kind === 'edition' ? editionWarnings(values) : []),
  ]
}

function titleWarnings(values: FormValues): Warning[] {
  const title = textOf(values.title ?? values.name)
  const warnings: Warning[] = []
  if (title.length > LONG_TITLE)
    warnings.push({
      key: 'long title',
      text: `De titel is lang: ${title.length} tekens. Tot ${LONG_TITLE} past hij ook op een telefoon.`,
    })
  const shouted = [title, textOf(values.summary)].some(isShouted)
  if (shouted)
    warnings.push({
      key: 'capitals',
      text: 'Er staat iets helemaal in hoofdletters. Dat leest lastig en klinkt als roepen.',
    })
  return warnings
}

function isShouted(text: string): boolean {
  const letters = text.replaceAll(/[^\p{L}]/gu, '')
  return letters.length >= SHOUTED && letters === letters.toUpperCase()
}

function dayWarnings(values: FormValues, today: Day): Warning[] {
  return wrongDays(textIn(values), today).map(({ said, is }) => ({
    key: `day ${said}`,
    // In the middle of a sentence, wherever it stood.
    text: `Je noemt ${said.toLowerCase()}. ${is === null ? 'Die dag bestaat niet.' : `Dat is een ${is}.`}`,
  }))
}

function linkWarnings(values: FormValues): Warning[] {
  const names = new Set(
    linksIn(values)
      .map((name) => name.trim())
      .filter((name) => NAMELESS.test(name)),
  )
  return [...names].map((name) => ({
    key: `link ${name}`,
    text: `Een link heet ‘${name}’. Noem liever waar hij heen gaat, zoals ‘het programma van de burendag’.`,
  }))
}

function photoWarnings(values: FormValues): Warning[] {
  const photos = [values.photo, values.photos]
    .flat()
    .filter((photo): photo is FormValues => typeof photo === 'object' && photo !== null)
  return photos.some(({ alt }) => /\.(jpe?g|png|webp|heic)$|^(img|dsc|pxl)[_-]?\d/i.test(textOf(alt)))
    ? [{ key: 'alt', text: 'Bij een foto staat de naam van het bestand. Schrijf wat erop te zien is.' }]
    : []
}

/** Fields that go together: something ends after it begins. */
const SPANS = [
  ['startsAt', 'endsAt', 'Het eind ligt voor het begin. Klopt de dag, en de tijd?'],
  ['startsOn', 'endsOn', 'De laatste dag ligt voor de eerste. Kloppen de dagen?'],
  ['publishAt', 'expiresAt', '‘Houdbaar tot’ ligt voor ‘Publiceren op’. Dan komt dit nooit op de site.'],
] as const

function momentWarnings(values: FormValues): Warning[] {
  return SPANS.flatMap(([begin, end, text]) => {
    const [from, to] = [momentOf(values[begin]), momentOf(values[end])]
    return from !== null && to !== null && to < from ? [{ key: end, text }] : []
  })
}

function eventWarnings(values: FormValues): Warning[] {
  const warnings: Warning[] = []
  // Not before somebody has begun: an empty form lacks everything.
  if (momentOf(values.startsAt) === null) return warnings
  if (textOf(values.place) === '')
    warnings.push({ key: 'place', text: 'Waar is het? Zonder plek weet niemand waar hij moet zijn.' })
  if (values.allDay !== true && momentOf(values.endsAt) === null)
    warnings.push({
      key: 'end',
      text: 'Tot hoe laat duurt het? Zo weten mensen of ze later nog kunnen komen, en klopt hun agenda.',
    })
  return warnings
}

// Who listens to a page, or reads on a phone, has nothing at a PDF.
function editionWarnings(values: FormValues): Warning[] {
  if (!values.pdf || textIn(values.body).trim() !== '') return []
  return [
    {
      key: 'pdf alone',
      text: 'Een pdf kan niet iedereen lezen. Zet de berichten uit de krant ook als nieuwsbericht op de site, en kies daar deze krant. Of schrijf ze in het veld Tekst.',
    },
  ]
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

function momentOf(value: unknown): number | null {
  const at = typeof value === 'string' || value instanceof Date ? new Date(value).getTime() : Number.NaN
  return Number.isNaN(at) ? null : at
}
