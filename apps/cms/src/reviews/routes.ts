import type { Core } from '@strapi/strapi'
import { adminRoutes, type Answer } from '../routes/admin-routes.ts'
import { askedEntry } from '../routes/asked-entry.ts'
import { review, reviewOf, type Review, type ReviewAct } from './reviews.ts'

/** Gives the admin panel what it shows of reviews, and lets people hand in, take back and give back. */
export function reviewRoutes(strapi: Core.Strapi): void {
  const act =
    (act: ReviewAct): Answer =>
    async (asker, ctx) => {
      const body = (ctx.request.body ?? {}) as Record<string, unknown>
      return shown(await review(strapi, asker, { act, entry: askedEntry(body), reason: body['reason'] }))
    }
  adminRoutes(strapi, {
    'GET /review': async (asker, ctx) => shown(await reviewOf(strapi, asker, askedEntry(ctx.query))),
    'POST /review/hand-in': act('handIn'),
    'POST /review/take-back': act('takeBack'),
    'POST /review/give-back': act('giveBack'),
  })
}

function shown(found: Review | null): object | null {
  if (!found) return null
  const { row, acts, plannedAt, wasLive } = found
  return {
    acts,
    plannedAt,
    wasLive,
    state: row?.state ?? null,
    writer: row?.writer_name ?? null,
    handedInAt: row?.handed_in_at ?? null,
    reviewer: row?.reviewer_name ?? null,
    reviewedAt: row?.reviewed_at ?? null,
    reason: row?.reason ?? null,
  }
}
