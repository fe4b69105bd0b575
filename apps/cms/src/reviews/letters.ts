/** Letters about a review: to whoever can review what was handed in, and to its maker when it comes back or is online. */
import type { Core } from '@strapi/strapi'
import { entryTypeOf, WIJK } from '../entries/entry-types.ts'
import { greeting } from '../mail/greeting.ts'
import { post, type Letter } from '../mail/post.ts'
import { adminUrl } from '../people/invite.ts'
import { abilitiesOf } from '../roles/roles.ts'
import type { ReviewRow } from './tables.ts'

/** What happened. */
export type ReviewNews =
  | { readonly kind: 'handedIn' }
  | { readonly kind: 'returned'; readonly by: string; readonly reason: string }
  | { readonly kind: 'published'; readonly by: string | null }

interface Person {
  readonly id: number
  readonly email: string
  readonly firstname: string | null
  readonly isActive: boolean | null
  readonly blocked: boolean | null
  readonly roles: readonly { readonly code: string }[]
}

type Reviewed = Pick<ReviewRow, 'uid' | 'document_id' | 'wijk' | 'writer' | 'writer_name'> & {
  readonly title: string
}

/** Posts what there is to say, in the transaction that is open; a wijk that rests sends nothing. */
export async function tellByLetter(strapi: Core.Strapi, entry: Reviewed, news: ReviewNews): Promise<void> {
  const wijk = (await strapi.db.query(WIJK).findOne({
    where: { documentId: entry.wijk },
    select: ['name', 'state'],
    populate: { editors: { populate: { roles: { select: ['code'] } } } },
  })) as { name: string; state: string; editors: readonly Person[] } | null
  if (!wijk || wijk.state === 'resting' || wijk.state === 'archived') return
  const there = wijk.editors.filter(({ isActive, blocked }) => isActive && !blocked)
  const readers = there.filter(({ id, roles }) =>
    news.kind === 'handedIn'
      ? id !== entry.writer && abilitiesOf(roles.map(({ code }) => code)).has('publish')
      : id === entry.writer,
  )
  const place = { wijkName: wijk.name, hasSite: wijk.state !== 'draft' }
  await post(
    strapi,
    readers.map((reader) => letter(strapi, reader, { ...entry, ...place }, news)),
  )
}

function letter(
  strapi: Core.Strapi,
  { email, firstname }: Person,
  {
    uid,
    document_id,
    title,
    writer_name,
    wijkName,
    hasSite,
  }: Reviewed & { wijkName: string; hasSite: boolean },
  news: ReviewNews,
): Letter {
  const kind = entryTypeOf(uid)?.one ?? 'stuk'
  const link = `${adminUrl(strapi)}/content-manager/collection-types/${uid}/${document_id}`
  const named = title ? `‘${title}’` : `een ${kind} zonder titel`
  // Whoever gives back says something else each time.
  const about = news.kind === 'returned' ? null : `${news.kind} ${document_id}`
  const say = (subject: string, lines: readonly string[]): Letter => ({
    to: email,
    subject,
    text: [greeting(firstname), ...lines, link, ''].join('\n\n'),
    about,
  })
  switch (news.kind) {
    case 'handedIn':
      return say(`Na te kijken: ${title || kind}`, [
        `${writer_name} heeft voor ${wijkName} ${named} ingeleverd. Kijk je het na? Publiceer het, of geef het terug met wat er nog moet gebeuren.`,
      ])
    case 'returned':
      return say(`Nog even: ${title || kind}`, [
        `${news.by} heeft ${named} bekeken en schrijft:`,
        news.reason,
        'Pas het aan en lever het weer in.',
      ])
    case 'published':
      return say(`${hasSite ? 'Online' : 'Gepubliceerd'}: ${title || kind}`, [
        `${news.by ?? 'De redactie'} heeft ${named} gepubliceerd. ${
          hasSite
            ? `Het staat zo op de site van ${wijkName}.`
            : `Het is te lezen zodra de site van ${wijkName} open gaat.`
        } Bedankt!`,
      ])
  }
}
