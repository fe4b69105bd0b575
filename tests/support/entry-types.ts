/** The content types of entries as the CMS lists them, each with as little as can be published. */
import type { EntryKind } from '@wijkpers/content'
import { type Editor, paragraph, WIJK } from './editor.ts'

export interface EntryType {
  readonly uid: string
  readonly kind: EntryKind
  readonly table: string
  readonly name: { readonly field: 'title' | 'name' }
  readonly links: readonly { readonly field: string; readonly key: string; readonly to: string }[]
  readonly ends: 'stays' | 'ownEnd' | { readonly afterDays: number }
  readonly reservedSlugs: ReadonlySet<string>
  address(slug: string): string
}

// Loaded by its address, because it is checked with a configuration of its own.
const source = new URL('../../apps/cms/src/entries/entry-types.ts', import.meta.url).href
export const { ENTRY_TYPES } = (await import(source)) as { ENTRY_TYPES: readonly EntryType[] }

const body = [paragraph('Tekst.')]

/** What an editor fills in at least, besides a name and the wijk; links by the documentId of what they point at. */
export const least: Readonly<Record<EntryKind, object>> = {
  article: { body },
  event: { startsAt: '2026-12-01T19:00:00.000Z' },
  organisation: {},
  infoPage: { body },
  notice: { noticeKind: 'request', summary: 'Ik zoek iets.' },
  business: { businessKind: 'shop' },
  deal: { startsAt: '2026-12-01T08:00:00.000Z', endsAt: '2026-12-08T17:00:00.000Z' },
  person: { consentOn: '2026-01-15', oldEnough: true },
  liveabilityProject: { stage: 'idea', summary: 'Een idee.' },
  edition: { publicationDate: '2026-11-01', body },
  advertisement: {
    advertisementKind: 'advertisement',
    sponsor: 'Bakkerij Mulder',
    startsOn: '2026-11-01',
    endsOn: '2026-12-31',
    political: 'no',
  },
}

/** Links without which a type cannot be published. */
export const needed: Readonly<Partial<Record<EntryKind, string>>> = { deal: 'business' }

/** Deletes a wijk with all that is in it, in the order that the CMS wants. */
export async function removeWijk(operator: Editor, wijk: string): Promise<void> {
  // What others link to goes last.
  for (const { uid } of ENTRY_TYPES.toReversed()) {
    const of = `filters[wijk][documentId][$eq]=${wijk}&pageSize=100`
    const { body } = await operator.ask('GET', `/content-manager/collection-types/${uid}?${of}`)
    const { results } = body as unknown as { results: { documentId: string }[] }
    for (const { documentId } of results) await operator.remove(uid, documentId)
  }
  await operator.remove(WIJK, wijk)
}
