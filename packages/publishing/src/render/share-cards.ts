/**
 * The cards of one site. One is drawn when its title, or the name or colour of the wijk, became another: its file is
 * named for all that is in it, so what is live under that name needs no drawing.
 */
import { hash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type {
  Entry,
  EntryId,
  ShareCard,
  shareCardOf,
  shareCardOfWijk,
  shareCardPath,
  Wijk,
} from '@wijkpers/content'
import { drawCard } from '@wijkpers/images/draw-card'
import type { MadeFile } from './protocol.ts'

/** What cards there are and what their files are called, as the pages of a site format say it. */
export interface CardNames {
  readonly shareCardOf: typeof shareCardOf
  readonly shareCardOfWijk: typeof shareCardOfWijk
  readonly shareCardPath: typeof shareCardPath
}

export interface CardChange {
  readonly settings: Wijk
  readonly put: readonly Entry[]
  readonly gone: readonly EntryId[]
  /** Paths of cards that are live. */
  readonly drawn: readonly string[]
}

export interface DrawnCards {
  readonly made: readonly MadeFile[]
  /** Paths of those that were live and stay. */
  readonly kept: readonly string[]
  readonly removed: readonly string[]
}

/** So many cards take less than a second. */
const OFTEN = 100

/** Knows no card yet; the answer takes in a change, and draws what it asks for. Of many it says now and then that it is at work. */
export function createCards(
  names: CardNames,
): (change: CardChange, isAtWork: () => void) => Promise<DrawnCards> {
  const fileOf = (card: ShareCard) => names.shareCardPath(card).slice(1)
  const cards = new Map<string, ShareCard>()
  let settings: Wijk | null = null

  return async (change, isAtWork) => {
    // What the cards that change were.
    const before = new Map<string, ShareCard | undefined>()
    const put = (id: string, card: ShareCard | null) => {
      if (!before.has(id)) before.set(id, cards.get(id))
      if (card) cards.set(id, card)
      else cards.delete(id)
    }
    for (const id of change.gone) put(id, null)
    for (const entry of change.put) put(entry.id, names.shareCardOf(entry, change.settings))
    const { id, name, colour } = change.settings
    if (settings?.name !== name || settings.colour !== colour) {
      settings = change.settings
      put(id, names.shareCardOfWijk(settings))
      for (const [each, card] of cards) put(each, { ...card, wijk: name, colour })
    }

    const drawn = new Set(change.drawn)
    const [made, kept, removed]: [MadeFile[], string[], string[]] = [[], [], []]
    for (const [each, was] of before) {
      const is = cards.get(each)
      const [from, to] = [was && fileOf(was), is && fileOf(is)]
      if (from !== undefined && from !== to) removed.push(from)
      if (is === undefined || to === undefined || from === to) continue
      if (drawn.has(to)) kept.push(to)
      else {
        // Hundreds of them, once: whoever asks something meanwhile is answered.
        await setImmediate()
        if (made.length % OFTEN === OFTEN - 1) isAtWork()
        const body = drawCard(is)
        made.push({ path: to, hash: hash('sha256', body), size: body.length, body, reason: { kind: 'new' } })
      }
    }
    return { made, kept, removed }
  }
}
