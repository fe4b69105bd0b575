import { inWords } from '../../planning/words.ts'

/** Who works here, and whom one may invite for what: the answer of `GET /wijkpers/people`. */
export interface People {
  readonly colleagues: readonly Colleague[]
  readonly roles: readonly { readonly code: string; readonly name: string; readonly description: string }[]
  readonly wijken: readonly { readonly documentId: string; readonly name: string }[]
}

export interface Colleague {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly role: string
  readonly wijken: readonly string[]
  readonly isActive: boolean
  /** The platformbeheerder stopped the account. */
  readonly isStopped: boolean
  /** Null for who has an account, and for an invitation without an end. */
  readonly invitedUntil: Date | null
  readonly canInviteAgain: boolean
}

/** What became of an invitation, as `POST /wijkpers/people/invite` answers. */
export type Invited =
  | { readonly state: 'invited'; readonly link: string }
  | { readonly state: 'mailed' | 'kept' | 'joined'; readonly link: null }

/** The same in a sentence; null where the link is shown with a sentence of its own. */
export function whatBecame({ state }: Invited, name: string): string | null {
  switch (state) {
    case 'invited':
      return null
    case 'mailed':
      return `${name} krijgt een mail met een link, en hoort erbij zodra die is gebruikt.`
    case 'kept':
      return `Er is geen mailserver ingesteld. De platformbeheerder vindt de link voor ${name} bij Verzonden mail, en kan hem doorgeven.`
    case 'joined':
      return `${name} had al een account en hoort er nu bij.`
  }
}

/** Reads the body of an answer. Throws when it is something else. */
export function parsePeople(body: unknown): People {
  const data = isRecord(body) ? body.data : undefined
  if (!isRecord(data) || !Array.isArray(data.colleagues)) throw new TypeError('[people] Expected colleagues')
  return {
    colleagues: records(data.colleagues).map((row) => ({
      id: Number(row.id),
      name: String(row.name),
      email: String(row.email),
      role: String(row.role),
      wijken: Array.isArray(row.wijken) ? row.wijken.map(String) : [],
      isActive: row.isActive === true,
      isStopped: row.isStopped === true,
      invitedUntil: typeof row.invitedUntil === 'string' ? new Date(row.invitedUntil) : null,
      canInviteAgain: row.canInviteAgain === true,
    })),
    roles: records(data.roles).map(({ code, name, description }) => ({
      code: String(code),
      name: String(name),
      description: String(description),
    })),
    wijken: records(data.wijken).map(({ documentId, name }) => ({
      documentId: String(documentId),
      name: String(name),
    })),
  }
}

/** How far somebody is with his account; null for who works here already. */
export function standing({ isActive, isStopped, invitedUntil }: Colleague, now: Date): string | null {
  if (isActive) return null
  if (isStopped) return 'Het account is stilgezet.'
  if (!invitedUntil) return 'Heeft nog geen account gemaakt.'
  return invitedUntil <= now
    ? 'De uitnodiging is verlopen.'
    : `Uitgenodigd. De link werkt tot ${inWords(invitedUntil, now)}.`
}

/** What the CMS says is wrong, by field; empty for anything else that went wrong. */
export function faultsIn(error: unknown): Readonly<Record<string, string>> {
  const response = isRecord(error) ? error.response : undefined
  const body = isRecord(response) ? response.data : undefined
  const said = isRecord(body) && isRecord(body.error) ? body.error : {}
  const details = isRecord(said.details) ? said.details : {}
  return Object.fromEntries(
    records(details.errors).map(({ path, message }) => [
      Array.isArray(path) ? path.join('.') : String(path),
      String(message),
    ]),
  )
}

function records(rows: unknown): Record<string, unknown>[] {
  return Array.isArray(rows) ? rows.filter(isRecord) : []
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
