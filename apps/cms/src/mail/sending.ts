/** Brings the letters that wait to the mail server, one by one, and tries again later what it did not take. */
import type { Core } from '@strapi/strapi'
import { createTransport } from 'nodemailer'
import { createAlarm, type Alarm } from '../planning/alarm.ts'
import { settingsOf } from '../settings/settings.ts'
import { onPosted } from './post.ts'
import { MAILS, type MailRow } from './tables.ts'

/** Waits before a second try and the following ones; then it has failed. */
const WAITS_MS = [60_000, 5 * 60_000, 30 * 60_000, 2 * 3_600_000, 12 * 3_600_000]
/** For as long one process has a letter in hand. */
const LEASE_MS = 120_000
const PATIENCE_MS = 20_000
const LOOK_EVERY_MS = 60_000

/** Starts sending; to be called while bootstrapping. Without SMTP_URL letters are kept and go nowhere. */
export function startSending(strapi: Core.Strapi): Alarm {
  const { smtpUrl, mailFrom } = settingsOf(strapi)
  const transport =
    smtpUrl === null
      ? null
      : createTransport({
          url: smtpUrl,
          connectionTimeout: PATIENCE_MS,
          greetingTimeout: PATIENCE_MS,
          socketTimeout: PATIENCE_MS,
        })
  const mails = () => strapi.db.connection(MAILS)
  const change = (id: number, to: Partial<MailRow>) => mails().where({ id }).update(to)

  async function send(mail: MailRow): Promise<void> {
    if (!transport) {
      await change(mail.id, { state: 'kept', next_try_at: null })
      return
    }
    try {
      await transport.sendMail({
        from: mailFrom,
        to: mail.recipient,
        subject: mail.subject,
        text: mail.body ?? '',
        // No robot answers a robot.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
      await change(mail.id, { state: 'sent', next_try_at: null, body: null, error: null })
    } catch (error) {
      const wait = isRefusal(error) ? undefined : WAITS_MS[mail.tries]
      strapi.log.warn(`[mail] ${mail.subject}: ${(error as Error).message}`)
      await change(mail.id, {
        state: wait === undefined ? 'failed' : 'waiting',
        tries: mail.tries + 1,
        next_try_at: wait === undefined ? null : new Date(Date.now() + wait).toISOString(),
        error: (error as Error).message.slice(0, 500),
      })
    }
  }

  async function sendDue(): Promise<number | null> {
    for (let mail = await claim(); mail; mail = await claim()) await send(mail)
    const next = await mails().where({ state: 'waiting' }).min<{ at: string | null }[]>('next_try_at as at')
    return next[0]?.at ? Date.parse(next[0].at) : null
  }

  // Another process, with the same database, does not take it for as long.
  async function claim(): Promise<MailRow | null> {
    const now = new Date()
    const due = await mails()
      .where({ state: 'waiting' })
      .where('next_try_at', '<=', now.toISOString())
      .orderBy('id')
      .first<MailRow | undefined>()
    if (!due) return null
    const taken = await mails()
      .where({ id: due.id, state: 'waiting', next_try_at: due.next_try_at })
      .update({ next_try_at: new Date(now.getTime() + LEASE_MS).toISOString() })
    return taken > 0 ? due : claim()
  }

  const alarm = createAlarm({
    ring: sendDue,
    lookEveryMs: LOOK_EVERY_MS,
    onFailed: (error) => strapi.log.error(`[mail] ${String(error)}`),
  })
  onPosted(strapi, () => alarm.look())
  return {
    look: () => alarm.look(),
    async stop() {
      await alarm.stop()
      transport?.close()
    },
  }
}

// 5xx: this letter, or this address, will not do later either.
function isRefusal(error: unknown): boolean {
  const { responseCode } = error as { responseCode?: unknown }
  return typeof responseCode === 'number' && responseCode >= 500
}
