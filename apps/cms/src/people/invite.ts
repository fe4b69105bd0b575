/**
 * Inviting a colleague: an account with a role and a wijk, and a letter with a link that ends. Whoever has that link chooses the
 * password, and so becomes that person. Who invites gets it to hand over only while the account is his to give: nobody
 * has used it, and it is of no wijk that is not his. Else a letter to the person himself is all that is sent.
 */
import type { Core } from '@strapi/strapi'
import { documentsOf } from '../entries/document-call.ts'
import { WIJK } from '../entries/entry-types.ts'
import { forbidden, refusal } from '../entries/refusal.ts'
import { post } from '../mail/post.ts'
import { inWords } from '../planning/words.ts'
import { inTransaction } from '../revisions/transaction.ts'
import { EDITOR_ROLES, OPERATOR, ROLES, type EditorRole } from '../roles/roles.ts'
import type { Asker } from '../routes/admin-routes.ts'
import { accountBy, invitationOf, standingOf, type Account } from './account.ts'
import { INVITATIONS, type InvitationRow } from './tables.ts'

/** For so long an invitation is good: long enough for a holiday weekend, too short for a forgotten mailbox. */
const GOOD_FOR_DAYS = 7
const DAY_MS = 86_400_000

export interface Invited {
  readonly email: string
  readonly firstname: string
  readonly lastname: string
  readonly role: EditorRole
  /** documentId. */
  readonly wijk: string
}

/** What became of an invitation: the link is for whoever hands it over himself; null when the account is not his to hand over. */
export interface Invitation {
  readonly link: string | null
}

/** The roles that somebody may invite others for; an operator may for all. */
export function invitableBy({ editor }: Asker): ReadonlySet<string> {
  return editor ? editor.invites : new Set(EDITOR_ROLES)
}

interface Users {
  create(user: object): Promise<Account>
  updateById(id: number, change: object): Promise<unknown>
}

interface Wijk {
  readonly name: string
  readonly editors: readonly { readonly id: number }[]
}

/** Invites somebody into a wijk; who has an account in that role joins that wijk. Refuses in Dutch. */
export async function invite(strapi: Core.Strapi, asker: Asker, invited: Invited): Promise<Invitation> {
  const mayRoles = invitableBy(asker)
  if (asker.within && !asker.within.includes(invited.wijk)) throw forbidden('Deze wijk is niet van jou.')
  if (!mayRoles.has(invited.role)) throw forbidden(NOT_THIS_ROLE)
  return inTransaction(strapi, async () => {
    const wijk = await wijkOf(strapi, invited.wijk)
    const known = await accountBy(strapi, { email: invited.email })
    if (known) {
      const codes = known.roles.map(({ code }) => code)
      if (asker.editor && !codes.every((code) => mayRoles.has(code)))
        throw forbidden(
          'Dit adres heeft al een account met een andere rol. Vraag de beheerder om je te helpen.',
        )
      if (codes.includes(OPERATOR)) throw refusal('email', 'Dit is een beheerder. Die ziet alle wijken al.')
      if (wijk.editors.some(({ id }) => id === known.id))
        throw refusal('email', `Dit adres hoort al bij ${wijk.name}.`)
      if (!codes.includes(invited.role)) throw refusal('role', otherRole(known))
      const standing = await standingOf(strapi, asker, known)
      if (standing === 'stopped') throw refusal('email', IT_IS_STOPPED)
      await join(strapi, invited.wijk, known.id)
      if (standing === 'ours') return { link: await write(strapi, asker, known, wijk.name) }
      const invitation = standing === 'pending' ? await invitationOf(strapi, known.id) : null
      await post(strapi, [welcome(strapi, known, wijk.name, { by: asker.person.name, standing, invitation })])
      return { link: null }
    }
    const role = (await strapi.db.query('admin::role').findOne({ where: { code: invited.role } })) as {
      id: number
    }
    const { email, firstname, lastname } = invited
    const account = await usersOf(strapi).create({
      email,
      firstname,
      lastname,
      roles: [role.id],
      preferedLanguage: 'nl',
      isActive: false,
    })
    await join(strapi, invited.wijk, account.id)
    return { link: await write(strapi, asker, account, wijk.name) }
  })
}

/** Sends a new link to somebody who was invited and has no password yet; the old one ends. */
export async function inviteAgain(strapi: Core.Strapi, asker: Asker, person: number): Promise<Invitation> {
  return inTransaction(strapi, async () => {
    const account = await accountBy(strapi, { id: person })
    const wijken = (await strapi.db.query(WIJK).findMany({
      where: { editors: { id: person }, ...(asker.within ? { documentId: { $in: asker.within } } : {}) },
      select: ['name'],
    })) as { name: string }[]
    const roles = invitableBy(asker)
    const mayAsk = account?.roles.every(({ code }) => roles.has(code)) ?? false
    if (!account || wijken.length === 0 || !mayAsk) throw forbidden('Deze uitnodiging is niet van jou.')
    switch (await standingOf(strapi, asker, account)) {
      case 'active':
        throw refusal('person', 'Deze collega heeft al een account en kan inloggen.')
      case 'stopped':
        throw refusal('person', IT_IS_STOPPED)
      case 'pending':
        throw refusal('person', NOT_YOURS_TO_RENEW)
      case 'ours':
        return { link: await write(strapi, asker, account, wijken[0]!.name) }
    }
  })
}

async function write(strapi: Core.Strapi, asker: Asker, account: Account, wijk: string): Promise<string> {
  const token = strapi.service('admin::token')['createToken']() as string
  await usersOf(strapi).updateById(account.id, { registrationToken: token })
  const expires = new Date(Date.now() + GOOD_FOR_DAYS * DAY_MS)
  const row: InvitationRow = {
    person: account.id,
    expires_at: expires.toISOString(),
    invited_by: asker.person.name.slice(0, 255),
  }
  await inTransaction(strapi, async ({ trx }) => {
    await trx(INVITATIONS).insert(row).onConflict('person').merge()
  })
  const link = linkOf(strapi, token)
  const text = `Hallo ${account.firstname ?? ''},

${asker.person.name} vraagt je om mee te werken aan de site van ${wijk}. Maak hier je account:

${link}

De link werkt tot ${inWords(expires, new Date())}. Daarna kan ${asker.person.name} je een nieuwe sturen.
Ken je ${asker.person.name} niet? Dan hoef je niets te doen.
`
  await post(strapi, [
    { to: account.email, subject: `Werk je mee aan de site van ${wijk}?`, text, about: null },
  ])
  return link
}

interface Joined {
  readonly by: string
  readonly standing: 'active' | 'pending'
  readonly invitation: InvitationRow | null
}

function welcome(
  strapi: Core.Strapi,
  { email, firstname, registrationToken }: Account,
  wijk: string,
  { by, standing, invitation }: Joined,
) {
  // The link that he has stays good, and is no longer good than it was.
  const isOpen = invitation !== null && registrationToken && Date.parse(invitation.expires_at) > Date.now()
  const how =
    standing === 'active'
      ? `Log in zoals je gewend bent, en kies boven in beeld in welke wijk je werkt:\n\n${adminUrl(strapi)}`
      : isOpen
        ? `Je was al eerder uitgenodigd. Maak met die uitnodiging je account:\n\n${linkOf(strapi, registrationToken)}`
        : `Je was al eerder uitgenodigd, maar die link werkt niet meer. Vraag ${invitation?.invited_by ?? 'de platformbeheerder'} om een nieuwe.`
  const text = `Hallo ${firstname ?? ''},

${by} heeft je toegevoegd aan ${wijk}. ${how}
`
  return { to: email, subject: `Je hoort nu ook bij ${wijk}`, text, about: null }
}

// By the document service: who keeps a wijk going is part of the wijk.
async function join(strapi: Core.Strapi, wijk: string, person: number): Promise<void> {
  await documentsOf(strapi, WIJK).update({
    documentId: wijk,
    data: { editors: { connect: [{ id: person }] } },
  })
}

async function wijkOf(strapi: Core.Strapi, documentId: string): Promise<Wijk> {
  const wijk = (await strapi.db.query(WIJK).findOne({
    where: { documentId },
    select: ['name'],
    populate: { editors: { select: ['id'] } },
  })) as Wijk | null
  if (!wijk) throw refusal('wijk', 'Deze wijk bestaat niet meer.')
  return wijk
}

const usersOf = (strapi: Core.Strapi) => strapi.service('admin::user') as unknown as Users

const linkOf = (strapi: Core.Strapi, token: string) =>
  `${adminUrl(strapi)}/auth/register?registrationToken=${token}`

function otherRole({ roles }: Account): string {
  const role = roles.map(({ name }) => name.toLowerCase()).join(' en ') || 'iemand zonder rol'
  return `Dit adres heeft al een account, als ${role}. Kies die rol, of vraag de platformbeheerder om haar te wijzigen.`
}

/** Where people find the admin panel. */
export function adminUrl(strapi: Core.Strapi): string {
  return strapi.config.get<string>('admin.absoluteUrl')
}

const NOT_THIS_ROLE = `Met jouw rol nodig je een ${ROLES.buurtverbinder.name.toLowerCase()} of een ${ROLES.buurtsupporter.name.toLowerCase()} uit.`
const IT_IS_STOPPED = 'Dit account is stilgezet. Alleen de platformbeheerder kan het weer in gebruik nemen.'
const NOT_YOURS_TO_RENEW =
  'Dit account is niet alleen van jouw wijk. Vraag de platformbeheerder om een nieuwe uitnodiging te sturen.'
