import { expect, test } from 'vitest'
import type { Article, EntryId, Photo, Slug, Wijk, WijkId } from '@wijkpers/content'
import { plain } from '@wijkpers/content/plain'
import type { Snapshot } from './content.ts'
import { renderJobOf } from './render-job.ts'

const wijk: Wijk = {
  ...plain.wijk,
  id: 'wijk00000001' as WijkId,
  slug: 'molenwijk' as Slug,
  name: 'Molenwijk',
  colour: '#2f6f4e',
}

function aSnapshot(expiries: Readonly<Record<string, string | null>>): Snapshot {
  const entries = Object.entries(expiries).map(([name, expiresAt]) => {
    const photo = { url: `/uploads/${name}.jpg`, version: '1' } as Photo
    const entry = { kind: 'article', id: name as EntryId, slug: name as Slug, title: name, photo } as Article
    return [entry.id, { version: '1', entry, expiresAt }] as const
  })
  const told = { revision: 1, changedAt: '', cmsStartedAt: '', wijk, held: null, formerAddresses: [] }
  return { ...told, entries: new Map(entries) }
}

async function jobAt(now: string, expiries: Readonly<Record<string, string | null>>) {
  const asked: string[] = []
  const made = await renderJobOf(aSnapshot(expiries), {
    photos: {
      file(photo) {
        asked.push(photo.url)
        const body = () => Promise.resolve(new Uint8Array())
        return Promise.resolve({
          path: `foto${photo.url}`,
          hash: '',
          size: 0,
          width: 1,
          height: 1,
          body,
          narrow: [],
        })
      },
      document: () => Promise.reject(new Error('there are no documents')),
    },
    sitesUrl: 'http://{slug}.localhost',
    hub: null,
    now: () => new Date(now),
  })
  const { entries, validUntil, formerAddresses } = made!.job
  return {
    entries: [...entries.keys()],
    validUntil,
    photos: asked,
    left: formerAddresses.map(({ slug }) => slug),
  }
}

test('an entry is on the site until the very instant that it expires, and so is its photo; its address is left then', async () => {
  const expiries = { blijft: null, markt: '2026-11-27T08:00:00.000Z', lezing: '2026-11-28T08:00:00.000Z' }
  expect(await jobAt('2026-11-27T07:59:59.999Z', expiries)).toEqual({
    entries: ['blijft', 'markt', 'lezing'],
    validUntil: '2026-11-27T08:00:00.000Z',
    photos: ['/uploads/blijft.jpg', '/uploads/markt.jpg', '/uploads/lezing.jpg'],
    left: [],
  })
  expect(await jobAt('2026-11-27T08:00:00.000Z', expiries)).toEqual({
    entries: ['blijft', 'lezing'],
    validUntil: '2026-11-28T08:00:00.000Z',
    photos: ['/uploads/blijft.jpg', '/uploads/lezing.jpg'],
    left: ['markt'],
  })
  expect(await jobAt('2030-01-01T00:00:00.000Z', expiries)).toEqual({
    entries: ['blijft'],
    validUntil: null,
    photos: ['/uploads/blijft.jpg'],
    left: ['markt', 'lezing'],
  })
})
