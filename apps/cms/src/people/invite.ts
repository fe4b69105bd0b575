/**
 * Inviting a colleague: an account with a role and a wijk, and a letter with a link that ends. Whoever has that link chooses the
 * password, and so becomes that person. Who invites gets it to hand over only while the account is his to give: nobody
 * has used it, and it is of no wijk that is not his. Else a letter to the person himself is all that is sent.
 *
 * An account that is in use joins another wijk at once only when its address is proven: somebody of another wijk may have made it, and
 * chosen its password. Else it joins when a link that was mailed to the address, and given to nobody else, chose a new one (decision 34).
 */
import type { Core } from '@strapi/strapi'
import { WIJK } from '../entries/entry-types.ts'
import { forbidden, refusal } from '../entries/refusal.ts'
import { post, wasPosted } from '../mail/post.ts'
import { inTransaction } from '../database/transaction.ts'
import { EDITOR_ROLES, OPERATOR, ROLES, type EditorRole } from '../roles/roles.ts'
import type { Asker } from '../routes/admin-routes.ts'
import { settingsOf } from '../settings/settings.ts'
import { accountBy, invitationOf, IT_IS_STOPPED, standingOf, type Account, type Standing } from './account.ts'
import { nameInLetter, refuseTooMany, sees } from './invite-limits.ts'
import { forgetOldJoins, isProven, join, noteInvited, waitingJoins, waitToJoin } from './joining.ts'
import { invitation, invitationToProve, welcome, type Words } from './letters.ts'
import { lockPeople } from './lock-people.ts'
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

/**
 * What became of an invitation. **invited**: there is a link, which whoever invited may hand over himself, and has to where no mail server sends
 * it. **mailed**: there is one that only the person himself gets. **kept**: so there is, but no mail server; an operator finds it in
 * the outbox. **joined**: he had an account, and belongs to the wijk now.
 */
export type Invitation =
  | { readonly state: 'invited'; readonly link: string; readonly isMailed: boolean }
  | { readonly state: 'mailed' | 'kept' | 'joined'; readonly link: null }

/** The roles that somebody may invite others for; an operator may for all. */
export function invitableBy({ editor }: Asker): ReadonlySet<string> {
  return editor ? editor.invites : new Set(EDITOR_ROLES)
}

/** Whether somebody may ask others into the role of an account, and so take it off again. */
export function mayInviteInRoleOf(asker: Asker, { roles }: Pick<Account, 'roles'>): boolean {
  const may = invitableBy(asker)
  return asker.editor === null || roles.every(({ code }) => may.has(code))
}

interface Users {
  create(user: object): Promise<Account>
  updateById(id: number, change: object): Promise<unknown>
}

interface Wijk {
  readonly documentId: string
  readonly name: string
  readonly editors: readonly { readonly id: number }[]
}

/** Invites somebody into a wijk; who has an account in that role comes to belong to that wijk too. Refuses in Dutch. */
export async function invite(strapi: Core.Strapi, asker: Asker, invited: Invited): Promise<Invitation> {
  const mayRoles = invitableBy(asker)
  if (asker.within && !asker.within.includes(invited.wijk)) throw forbidden('Deze wijk is niet van jou.')
  if (!mayRoles.has(invited.role)) throw forbidden(NOT_THIS_ROLE)
  return oneAtATime(strapi, async () => {
    await refuseTooMany(strapi, asker)
    const wijk = await wijkOf(strapi, invited.wijk)
    const known = await accountBy(strapi, { email: invited.email })
    if (known) {
      const codes = new Set(known.roles.map(({ code }) => code))
      const standing = await standingOf(strapi, asker, known)
      const isOther = !codes.has(invited.role) || standing === 'stopped'
      if (isOther && !(await sees(strapi, asker, known.id))) throw forbidden(NOT_THIS_ADDRESS)
      if (!mayInviteInRoleOf(asker, known))
        throw forbidden(
          'Dit adres heeft al een account met een andere rol. Vraag de platformbeheerder om je te helpen.',
        )
      if (codes.has(OPERATOR))
        throw refusal('email', 'Dit is een platformbeheerder. Die ziet alle wijken al.')
      if (wijk.editors.some(({ id }) => id === known.id))
        throw refusal('email', `Dit adres hoort al bij ${wijk.name}.`)
      if (!codes.has(invited.role)) throw refusal('role', otherRole(known))
      if (standing === 'stopped') throw refusal('email', IT_IS_STOPPED)
      if (standing === 'active' && !(await isProven(strapi, known))) {
        const expires_at = endOfInvitation().toISOString()
        await waitToJoin(strapi, { person: known.id, wijk: invited.wijk, expires_at })
        await noteInvited(strapi, wijk, `uitgenodigd: account ${known.id}`)
        return send(strapi, asker, known, wijk.name, standing)
      }
      await join(strapi, invited.wijk, known.id)
      if (standing !== 'active') return send(strapi, asker, known, wijk.name, standing)
      const words = { ...namesInLetter(asker, known), wijk: wijk.name }
      await mail(strapi, known, welcome({ ...words, link: adminUrl(strapi) }), `welcome ${wijk.documentId}`)
      return { state: 'joined', link: null }
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
    return send(strapi, asker, account, wijk.name, 'ours', true)
  })
}

/** Sends a link once more to somebody who was invited and did not use it yet. */
export async function inviteAgain(strapi: Core.Strapi, asker: Asker, person: number): Promise<Invitation> {
  return oneAtATime(strapi, async () => {
    await refuseTooMany(strapi, asker)
    const account = await accountBy(strapi, { id: person })
    const waiting = (await waitingJoins(strapi, { person })).filter(
      ({ wijk }) => !asker.within || asker.within.includes(wijk),
    )
    const wijken = (await strapi.db.query(WIJK).findMany({
      where: {
        $or: [{ editors: { id: person } }, { documentId: { $in: waiting.map(({ wijk }) => wijk) } }],
        ...(asker.within ? { documentId: { $in: asker.within } } : {}),
      },
      select: ['documentId', 'name'],
    })) as { documentId: string; name: string }[]
    if (!account || wijken.length === 0 || !mayInviteInRoleOf(asker, account))
      throw forbidden('Deze uitnodiging is niet van jou.')
    const standing = await standingOf(strapi, asker, account)
    if (standing === 'stopped') throw refusal('person', IT_IS_STOPPED)
    if (standing === 'active' && waiting.length === 0)
      throw refusal('person', 'Deze collega heeft al een account en kan inloggen.')
    const expires_at = endOfInvitation().toISOString()
    for (const join of waiting) await waitToJoin(strapi, { person, wijk: join.wijk, expires_at })
    const wijk = wijken.find(({ documentId }) => documentId === waiting[0]?.wijk) ?? wijken[0]!
    await noteInvited(strapi, wijk, `opnieuw uitgenodigd: account ${person}`)
    return send(strapi, asker, account, wijk.name, standing)
  })
}

// Whoever is given a link to hand over must be the only one who invited so far, also when two do so at the same moment.
function oneAtATime<T>(strapi: Core.Strapi, act: () => Promise<T>): Promise<T> {
  return inTransaction(strapi, async ({ trx }) => {
    await lockPeople(strapi, trx)
    await forgetOldJoins(trx)
    return act()
  })
}

/**
 * Writes the letter with the link; a link that may have been handed over ends when it is not the asker's to give. Within the hour it is the same link, and
 * no second letter.
 */
async function send(
  strapi: Core.Strapi,
  asker: Asker,
  account: Account,
  wijk: string,
  standing: Exclude<Standing, 'stopped'>,
  isNew = false,
): Promise<Invitation> {
  const isMailedOnly = standing !== 'ours'
  const now = new Date()
  const expires = endOfInvitation()
  const before = await invitationOf(strapi, account.id)
  const isStillGood =
    before !== null &&
    Boolean(before.is_mailed_only) === isMailedOnly &&
    before.email === account.email &&
    Date.parse(before.expires_at) > now.getTime()
  const aboutLink = (of: string) => `invite ${of.slice(0, 12)} ${wijk}`
  const known = isStillGood ? account.registrationToken : null
  // What two wijken mailed to the same person is one link: the second must not end the first.
  const stays =
    known !== null &&
    (isMailedOnly || (await wasPosted(strapi, { to: account.email, about: aboutLink(known) })))
  const token = stays ? known : (strapi.service('admin::token')['createToken']() as string)
  await usersOf(strapi).updateById(account.id, { registrationToken: token })
  const row: InvitationRow = {
    person: account.id,
    expires_at: expires.toISOString(),
    invited_by: asker.person.name.slice(0, 255),
    email: account.email,
    is_mailed_only: isMailedOnly,
    made_account: isNew,
  }
  await inTransaction(strapi, async ({ trx }) => {
    // What made the account stays so, however often he is invited.
    const { made_account: _, ...change } = row
    await trx(INVITATIONS).insert(row).onConflict('person').merge(change)
  })
  const link = `${adminUrl(strapi)}/auth/register?registrationToken=${token}`
  const words = standing === 'active' ? invitationToProve : invitation
  const letter = words({ ...namesInLetter(asker, account), wijk, link, expires, now })
  await mail(strapi, account, letter, aboutLink(token))
  const isMailed = settingsOf(strapi).smtpUrl !== null
  if (!isMailedOnly) return { state: 'invited', link, isMailed }
  return { state: isMailed ? 'mailed' : 'kept', link: null }
}

const endOfInvitation = () => new Date(Date.now() + GOOD_FOR_DAYS * DAY_MS)

const mail = (strapi: Core.Strapi, { email }: Account, words: Words, about: string) =>
  post(strapi, [{ to: email, ...words, about }])

// Both wrote theirs themselves.
const namesInLetter = ({ person }: Asker, { firstname }: Account) => ({
  firstname: firstname && nameInLetter(firstname),
  by: nameInLetter(person.name),
})

async function wijkOf(strapi: Core.Strapi, documentId: string): Promise<Wijk> {
  const wijk = (await strapi.db.query(WIJK).findOne({
    where: { documentId },
    select: ['documentId', 'name'],
    populate: { editors: { select: ['id'] } },
  })) as Wijk | null
  if (!wijk) throw refusal('wijk', 'Deze wijk bestaat niet meer.')
  return wijk
}

const usersOf = (strapi: Core.Strapi) => strapi.service('admin::user') as unknown as Users

function otherRole({ roles }: Account): string {
  const role = roles.map(({ name }) => name.toLowerCase()).join(' en ') || 'iemand zonder rol'
  return `Dit adres heeft al een account, als ${role}. Kies die rol, of vraag de platformbeheerder om een andere rol te geven.`
}

/** Where people find the admin panel. */
export function adminUrl(strapi: Core.Strapi): string {
  return strapi.config.get<string>('admin.absoluteUrl')
}

const NOT_THIS_ROLE = `Met jouw rol nodig je een ${ROLES.buurtverbinder.name.toLowerCase()} of een ${ROLES.buurtsupporter.name.toLowerCase()} uit.`

// Of whoever works elsewhere: not what he does there, and not whether he was stopped.
const NOT_THIS_ADDRESS =
  'Dit adres kun je hiervoor niet uitnodigen. Vraag de platformbeheerder om je te helpen.'
