import type { Core } from '@strapi/strapi'
import { overview } from '../receipts/overview.ts'
import { reviewLists } from '../reviews/lists.ts'
import { adminRoutes } from '../routes/admin-routes.ts'
import { atHandOf } from './at-hand.ts'
import { vitalityOf } from './vitality.ts'

/** `GET /wijkpers/home`: all that a home screen shows, in the wijk that somebody works in now. */
export function homeRoute(strapi: Core.Strapi): void {
  adminRoutes(strapi, {
    'GET /home': async (asker) => {
      const within = await asker.listed()
      const now = new Date()
      return {
        wijken: await overview(strapi, within),
        vitality: await vitalityOf(strapi, within, now),
        ...(await reviewLists(strapi, asker)),
        ...(await atHandOf(strapi, asker, now)),
      }
    },
  })
}
