import type { Core } from '@strapi/strapi'
import { WIJK } from '../entries/entry-types.ts'
import { refusal } from '../entries/refusal.ts'
import { personOf } from '../walls/editor.ts'

/**
 * Refuses to write in a wijk that is archived: what stands there stays as it is. Taking something off the site is not
 * refused, whoever asks: somebody may want his photo back. An import, which nobody is signed in to, is the operator's.
 */
export async function refuseArchived(strapi: Core.Strapi, wijk: string): Promise<void> {
  const request = strapi.requestContext.get()
  if (request && !personOf(request)) return
  const row = (await strapi.db
    .query(WIJK)
    .findOne({ where: { documentId: wijk }, select: ['name', 'state'] })) as {
    name: string
    state: string
  } | null
  if (row?.state === 'archived')
    throw refusal(
      'wijk',
      `De site van ${row.name} is een archief: er komt niets bij en er verandert niets. Iets van de site halen kan wel. Weer verder? Vraag de platformbeheerder om de wijk uit het archief te halen.`,
    )
}
