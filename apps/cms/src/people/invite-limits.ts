/**
 * What keeps inviting from being a way to mail strangers, or to look up who has an account: so many a day, a letter about one link once an hour,
 * and of an account that the asker does not see nothing but that it cannot be invited.
 */
import type { Core } from '@strapi/strapi'
import { WIJK } from '../entries/entry-types.ts'
import { refusal } from '../entries/refusal.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Asker } from '../routes/admin-routes.ts'
import { TRAIL } from '../trail/tables.ts'
import { waitingJoins } from './joining.ts'

/** Above what any wijk needs on its busiest day. */
const MOST_A_DAY = 30
const DAY_MS = 86_400_000

/** Refuses an editor who let in so many within a day, as the trail has it of each. To be asked behind `lockPeople`. */
export async function refuseTooMany(strapi: Core.Strapi, { editor }: Asker): Promise<void> {
  if (!editor) return
  const since = new Date(Date.now() - DAY_MS).toISOString()
  const invited = await inTransaction(strapi, ({ trx }) =>
    trx(TRAIL)
      .where({ act: 'people', who_id: editor.id })
      .where('at', '>', since)
      // Not of whom he took off.
      .where(
        (line) =>
          void line.where('detail', 'like', 'erbij: %').orWhere('detail', 'like', '%uitgenodigd: account %'),
      )
      .limit(MOST_A_DAY)
      .select('id'),
  )
  if (invited.length >= MOST_A_DAY)
    throw refusal(
      'email',
      `Je nodigde vandaag al ${MOST_A_DAY} keer iemand uit. Morgen kan het weer. Moeten er nu meer bij? Vraag de platformbeheerder.`,
    )
}

/** Whether the asker sees somebody on the page of people, with his address and his role. */
export async function sees(strapi: Core.Strapi, { within }: Asker, person: number): Promise<boolean> {
  if (within === null) return true
  if ((await waitingJoins(strapi, { person })).some(({ wijk }) => within.includes(wijk))) return true
  const shared = { editors: { id: person }, documentId: { $in: [...within] } }
  return (await strapi.db.query(WIJK).count({ where: shared })) > 0
}

/** Whether a name can stand in a letter: of these signs a mail reader makes a link. */
export const isPlainName = (name: string): boolean => !/[/:@]/.test(name)

/** A name as a letter says it: what a mail reader would make a link of is one no more. */
export function nameInLetter(name: string): string {
  return name
    .replaceAll(/[/:@]/g, ' ')
    .replaceAll(/\.(?=\p{L}{2})/gu, '. ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
