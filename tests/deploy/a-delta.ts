/** A release to bring to a target: only what a test is about is said. */
import { createHash } from 'node:crypto'
import type { WijkId } from '@wijkpers/content'
import type { Delta, FileWithBody } from '@wijkpers/publishing'

export const MOLENWIJK = 'molenwijk000000000000001' as WijkId

export const firstFiles = {
  'index.html': '<!doctype html><title>Molenwijk</title><link rel="stylesheet" href="/_astro/een.css">',
  'nieuws/index.html': '<!doctype html><title>Nieuws</title>',
  'nieuws/markt/index.html': '<!doctype html><title>De markt groeit</title>',
  'rss.xml': '<?xml version="1.0"?><rss version="2.0"/>',
  'agenda.ics': 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
  '_astro/een.css': 'body{color:#123}',
  'foto/abc.webp': 'RIFF....WEBP',
  '404.html': '<!doctype html><title>Niet gevonden</title>',
}

/** A text as a file to put. */
function aFile(path: string, text: string): FileWithBody {
  const body = Buffer.from(text)
  return { path, hash: sha256(body), size: body.byteLength, body: () => Promise.resolve(body) }
}

export type DeltaInTest = Partial<Omit<Delta, 'put'>> & {
  readonly put?: Readonly<Record<string, string>>
  /** Addresses that were left, by the path of their page, and where each leads. */
  readonly left?: Readonly<Record<string, string>>
}

/** The bytes of the page at an address that leads there, for hosts that know files only. */
export const pageLeft = (movedTo: string) =>
  `<!doctype html><title>Verhuisd naar ${movedTo || 'niets'}</title>`

/** A delta of molenwijk: only what a test is about is said. */
export function aDelta({ put = {}, left = {}, ...rest }: DeltaInTest = {}): Delta {
  return {
    wijk: MOLENWIJK,
    site: { slug: 'molenwijk', name: 'Molenwijk', url: 'http://molenwijk.wijk.test' },
    revision: 1,
    format: 'vorm 1',
    validity: { from: '2026-03-01T12:00:00.000Z', until: null },
    base: 0,
    after: 0,
    remove: [],
    ...rest,
    put: [
      ...Object.entries(put).map(([path, text]) => aFile(path, text)),
      ...Object.entries(left).map(([path, movedTo]) =>
        Object.assign(aFile(path, pageLeft(movedTo)), { movedTo }),
      ),
    ],
  }
}

export function sha256(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('hex')
}
