import type { Core } from '@strapi/strapi'
import { WIJK } from '../entries/entry-types.ts'
import { siteAddress } from '../receipts/address.ts'
import { heldIn, type Held } from '../revisions/held.ts'
import { REVISIONS, type RevisionRow } from '../revisions/tables.ts'
import { adminRoutes } from '../routes/admin-routes.ts'
import { settingsOf } from '../settings/settings.ts'

/** How all sites stand, for the operator's page: what the CMS knows, and beside it what the publisher says. */
export interface SitesStatus {
  readonly wijken: readonly SiteStatus[]
  /** Null when the publisher does not answer: then publishes wait, and nobody here knows whether readers see the sites. */
  readonly publisher: PublisherStatus | null
}

export interface SiteStatus {
  readonly documentId: string
  readonly name: string
  readonly slug: string
  /** Where the wijk is in its life. */
  readonly lifeCycle: string
  readonly siteUrl: string
  readonly wanted: number
  readonly live: number
  readonly release: number
  readonly liveAt: string | null
  readonly durationMs: number | null
  readonly receiptState: string | null
  readonly error: string | null
  readonly nextTryAt: string | null
  readonly held: Held | null
}

/** As the publisher tells it; the panel reads it field by field. What it does not tell now is null. */
export interface PublisherStatus {
  /** What keeps it from its work. */
  readonly problems: unknown
  readonly wijken: unknown
  readonly hours: unknown
  readonly formats: unknown
}

/** Longest wait for one answer of the publisher, in milliseconds. */
const PATIENCE_MS = 3_000

/** `GET /wijkpers/status`: operators only, as every route that is not in the editors' list. */
export function statusRoute(strapi: Core.Strapi): void {
  adminRoutes(strapi, {
    'GET /status': async (): Promise<SitesStatus> => ({
      wijken: await sites(strapi),
      publisher: await askPublisher(settingsOf(strapi).publisherUrl),
    }),
  })
}

async function sites(strapi: Core.Strapi): Promise<SiteStatus[]> {
  const wijken = (await strapi.db.query(WIJK).findMany({
    select: ['documentId', 'name', 'slug', 'state', 'domain'],
    orderBy: { name: 'asc' },
  })) as { documentId: string; name: string; slug: string; state: string; domain: string | null }[]
  const rows = (await strapi.db.connection(REVISIONS).select()) as RevisionRow[]
  const revisions = new Map(rows.map((row) => [row.wijk, row]))
  return wijken.map(({ documentId, name, slug, state, domain }) => {
    const row = revisions.get(documentId)
    return {
      documentId,
      name,
      slug,
      lifeCycle: state,
      siteUrl: siteAddress(strapi, { slug, domain }),
      wanted: row?.wanted ?? 0,
      live: row?.live ?? 0,
      release: row?.release ?? 0,
      liveAt: row?.live_at ?? null,
      durationMs: row?.duration_ms ?? null,
      receiptState: row?.receipt_state ?? null,
      error: row?.error ?? null,
      nextTryAt: row?.next_try_at ?? null,
      held: row ? heldIn(row) : null,
    }
  })
}

async function askPublisher(publisherUrl: string): Promise<PublisherStatus | null> {
  // Each by itself: that one hangs, as for a store that cannot be read, says nothing of the others.
  const ask = async (path: string): Promise<unknown> => {
    try {
      const answer = await fetch(`${publisherUrl}${path}`, { signal: AbortSignal.timeout(PATIENCE_MS) })
      return answer.ok || path === HEALTH ? await answer.json() : null
    } catch {
      return null
    }
  }
  const told = await Promise.all([HEALTH, '/wijken', '/history/hours', '/format'].map(ask))
  if (told.every((part) => part === null)) return null
  const [health, wijken, hours, formats] = told
  return { problems: (health as { problems?: unknown } | null)?.problems ?? null, wijken, hours, formats }
}

/** Answers 503 when something is wrong, with what that is. */
const HEALTH = '/health'
