import type { Core } from '@strapi/strapi'
import { inTransaction, type Queries } from '../database/transaction.ts'
import { MAILS, type MailRow } from './tables.ts'

/** A letter to somebody, in plain Dutch. */
export interface Letter {
  /** E-mail address. */
  readonly to: string
  readonly subject: string
  readonly text: string
  /** What it is about: a second letter about the same to the same address within the hour is not written. Null for always. */
  readonly about: string | null
}

/** Longest letters with one subject in a column. */
const LONGEST_ABOUT = 255
/** Letters that stay in the outbox. */
export const MOST_KEPT = 200
const HOUR_MS = 3_600_000

const listeners = new WeakMap<Core.Strapi, () => void>()

/** Calls `onPosted` after a transaction in which letters were posted was committed. */
export function onPosted(strapi: Core.Strapi, onPosted: () => void): void {
  listeners.set(strapi, onPosted)
}

/** Posts letters in the transaction that is open. They leave after it was committed, and nobody waits for that. */
export async function post(strapi: Core.Strapi, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return
  await inTransaction(strapi, async ({ trx, onCommit }) => {
    const now = new Date()
    for (const { to, subject, text, about } of letters) {
      if (await isRepeated(trx, { to, about }, now)) continue
      await trx(MAILS).insert({
        at: now.toISOString(),
        recipient: to,
        subject: subject.replaceAll(/\s+/g, ' '),
        body: text,
        about: aboutTo({ to, about }),
        state: 'waiting',
        tries: 0,
        next_try_at: now.toISOString(),
        error: null,
      } satisfies Omit<MailRow, 'id'>)
    }
    await sweep(trx)
    onCommit(() => listeners.get(strapi)?.())
  })
}

/** Whether a letter about this was posted to this address within the hour: then another is not written. */
export async function wasPosted(strapi: Core.Strapi, letter: Pick<Letter, 'to' | 'about'>): Promise<boolean> {
  return inTransaction(strapi, ({ trx }) => isRepeated(trx, letter, new Date()))
}

async function isRepeated(trx: Queries, letter: Pick<Letter, 'to' | 'about'>, now: Date): Promise<boolean> {
  const about = aboutTo(letter)
  if (about === null) return false
  const hourAgo = new Date(now.getTime() - HOUR_MS).toISOString()
  return (await trx(MAILS).where({ about }).where('at', '>', hourAgo).first('id')) !== undefined
}

const aboutTo = ({ to, about }: Pick<Letter, 'to' | 'about'>): string | null =>
  about === null ? null : `${about} ${to}`.slice(0, LONGEST_ABOUT)

// Along with a letter, so that the outbox stays as large as it is.
async function sweep(trx: Core.Strapi['db']['connection']): Promise<void> {
  const oldest = await trx(MAILS)
    .orderBy('id', 'desc')
    .offset(MOST_KEPT)
    .first<{ id: number } | undefined>('id')
  if (oldest) await trx(MAILS).where('id', '<=', oldest.id).whereNot({ state: 'waiting' }).delete()
}
