import type { Core } from '@strapi/strapi'
import { askedEntry } from '../routes/asked-entry.ts'
import { adminRoutes } from '../routes/admin-routes.ts'
import { entryPlan } from '../planning/entry-plan.ts'
import { entryReceipt } from './entry-receipt.ts'

/** Gives the admin panel what it shows of publishing. */
export function receiptRoutes(strapi: Core.Strapi): void {
  adminRoutes(strapi, {
    'GET /receipt': ({ within }, ctx) => entryReceipt(strapi, { ...askedEntry(ctx.query), within }),
    'GET /plan': ({ within }, ctx) => entryPlan(strapi, { ...askedEntry(ctx.query), within }),
  })
}
