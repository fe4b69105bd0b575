import { createHash } from 'node:crypto'
import type { NewRelease, ReleaseStore } from '../index.ts'

/** The name of these bytes as an object. */
export function sha256(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('hex')
}

/** What a test says of a release: the texts of its files, and what differs from a first release of molenwijk. */
export interface ReleaseInTest extends Partial<Omit<NewRelease, 'put'>> {
  readonly put?: Readonly<Record<string, string>>
}

/** Puts the objects of a release of molenwijk and commits it on the current one. */
export async function publish(store: ReleaseStore, { put = {}, ...rest }: ReleaseInTest = {}) {
  await store.putObjects(Object.values(put).map(toObject))
  return store.commit(aRelease(store, { put, ...rest }))
}

/** A release of molenwijk on the current one, with objects that may not be there. */
export function aRelease(store: ReleaseStore, { put = {}, ...rest }: ReleaseInTest = {}): NewRelease {
  const site = rest.site ?? 'molenwijk'
  return {
    site,
    host: `${site}.localhost:8080`,
    slug: site,
    name: `De ${site}`,
    revision: 1,
    format: '1.0.0',
    validity: { from: '2026-03-01T12:00:00.000Z', until: null },
    base: store.current(site)?.release ?? 0,
    remove: [],
    put: Object.entries(put).map(([path, text]) => ({
      path,
      hash: sha256(text),
      size: Buffer.byteLength(text),
    })),
    ...rest,
  }
}

/** A text as an object to put. */
export function toObject(text: string): { hash: string; body: Buffer } {
  return { hash: sha256(text), body: Buffer.from(text) }
}
