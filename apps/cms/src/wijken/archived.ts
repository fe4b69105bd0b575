import type { Core } from '@strapi/strapi'
import { noSuchWijk } from '../entries/asked-wijk.ts'
import { WIJK } from '../entries/entry-types.ts'
import { refusal } from '../entries/refusal.ts'
import { personOf } from '../walls/editor.ts'

/**
 * Refuses to write in a wijk that is not there any more, or is archived: what stands there stays as it is. Taking something
 * off the site is not refused, whoever asks: somebody may want his photo back. An import, which nobody is signed in to, is
 * the operator's.
 */
export async function refuseArchived(strapi: Core.Strapi, wijk: string): Promise<void> {
  const row = (await strapi.db
    .query(WIJK)
    .findOne({ where: { documentId: wijk }, select: ['name', 'state'] })) as {
    name: string
    state: string
  } | null
  if (!row) throw noSuchWijk()
  const request = strapi.requestContext.get()
  const isImport = request !== undefined && !personOf(request)
  if (row.state === 'archived' && !isImport)
    throw refusal(
      'wijk',
      `De site van ${row.name} is een archief: er komt niets bij en er verandert niets. Iets van de site halen kan wel. Weer verder? Vraag de platformbeheerder om de wijk uit het archief te halen.`,
    )
}
