/**
 * Who is asking. An **editor** is an admin user who may see the wijken he is editor of and no others; an operator
 * sees every wijk. Code that nobody asked for (a publisher's query, an import) is neither, and sees everything.
 */
import type { Core } from '@strapi/strapi'
import { WIJK } from '../entries/entry-types.ts'
import { abilitiesOf, invitesOf, OPERATOR, type Ability, type EditorRole } from '../roles/roles.ts'

export interface Editor {
  readonly id: number
  /** What he may do in his wijken. */
  readonly abilities: ReadonlySet<Ability>
  /** Roles for which he may invite others into his wijken. */
  readonly invites: ReadonlySet<EditorRole>
  /** documentIds of the wijken he is editor of. */
  wijken(): Promise<readonly string[]>
}

/** Somebody with an account, as others read of him. */
export interface Person {
  readonly id: number
  readonly name: string
}

interface AdminUser {
  readonly id: number
  readonly firstname?: string | null
  readonly lastname?: string | null
  readonly roles?: readonly { readonly code: string }[]
}

/** Who makes the request `ctx`, editor or operator; null when nobody is signed in to the admin panel. */
export function personOf(ctx: RequestState | undefined): Person | null {
  const user = ctx?.state['user'] as AdminUser | undefined
  if (!Array.isArray(user?.roles)) return null
  return { id: user.id, name: nameOf(user) }
}

/** What somebody is called in whole. */
export function nameOf({ firstname, lastname }: Pick<AdminUser, 'firstname' | 'lastname'>): string {
  return [firstname, lastname].filter(Boolean).join(' ') || 'Iemand zonder naam'
}

/** The editor who makes the current request; null for an operator and outside a request. */
export function currentEditor(strapi: Core.Strapi): Editor | null {
  return editorOf(strapi, strapi.requestContext.get())
}

/** The editor who makes the request `ctx`; null for an operator. */
export function editorOf(strapi: Core.Strapi, ctx: RequestState | undefined): Editor | null {
  const user = ctx?.state['user'] as AdminUser | undefined
  if (!ctx || !Array.isArray(user?.roles)) return null
  const codes = user.roles.map(({ code }) => code)
  if (codes.includes(OPERATOR)) return null
  return {
    id: user.id,
    abilities: abilitiesOf(codes),
    invites: invitesOf(codes),
    wijken: () => wijkenOf(strapi, user.id),
  }
}

export interface RequestState {
  readonly state: Record<string, unknown>
}

const asked = new WeakMap<object, Promise<readonly string[]>>()

/** documentIds of the wijken of an admin user; one query per request, as Strapi asks for every permission. */
export function wijkenOf(strapi: Core.Strapi, user: number): Promise<readonly string[]> {
  const request = strapi.requestContext.get() as object | undefined
  const known = request && asked.get(request)
  if (known) return known
  const found = findWijken(strapi, user)
  if (request) asked.set(request, found)
  return found
}

async function findWijken(strapi: Core.Strapi, user: number): Promise<readonly string[]> {
  const wijken = (await strapi.db
    .query(WIJK)
    .findMany({ where: { editors: { id: user } }, select: ['documentId'] })) as { documentId: string }[]
  return wijken.map(({ documentId }) => documentId)
}
