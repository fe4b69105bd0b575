import { inWords } from '../../planning/words.ts'
import { dataIn, moment, rowIn, rowsIn } from '../answer.ts'

/** A wijk that somebody belongs to, or was invited into. */
export interface Place {
  /** documentId. */
  readonly wijk: string
  readonly name: string
  readonly isInvited: boolean
  readonly isOver: boolean
  readonly isLastKeeper: boolean
}

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
  readonly wijken: readonly Place[]
  readonly isActive: boolean
  /** The platformbeheerder stopped the account. */
  readonly isStopped: boolean
  /** Null for who has an account, and for an invitation without an end. */
  readonly invitedUntil: Date | null
  readonly canInviteAgain: boolean
  readonly canTakeOff: boolean
}

/** What became of an invitation, as `POST /wijkpers/people/invite` answers. */
export type Invited =
  | { readonly state: 'invited'; readonly link: string; readonly isMailed: boolean }
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
  const data = rowIn(dataIn(body))
  if (!data || !Array.isArray(data.colleagues)) throw new TypeError('[people] Expected colleagues')
  return {
    colleagues: rowsIn(data.colleagues).map((row) => ({
      id: Number(row.id),
      name: String(row.name),
      email: String(row.email),
      role: String(row.role),
      wijken: rowsIn(row.wijken).map((place) => ({
        wijk: String(place.wijk),
        name: String(place.name),
        isInvited: place.isInvited === true,
        isOver: place.isOver === true,
        isLastKeeper: place.isLastKeeper === true,
      })),
      isActive: row.isActive === true,
      isStopped: row.isStopped === true,
      invitedUntil: moment(row.invitedUntil),
      canInviteAgain: row.canInviteAgain === true,
      canTakeOff: row.canTakeOff === true,
    })),
    roles: rowsIn(data.roles).map(({ code, name, description }) => ({
      code: String(code),
      name: String(name),
      description: String(description),
    })),
    wijken: rowsIn(data.wijken).map(({ documentId, name }) => ({
      documentId: String(documentId),
      name: String(name),
    })),
  }
}

/** What a wijk is called behind a name, with how far somebody is there. */
export function placeInWords({ name, isInvited, isOver }: Place): string {
  if (!isInvited) return name
  return isOver ? `${name} (uitnodiging verlopen)` : `${name} (uitgenodigd)`
}

/** How taking somebody off a wijk is called, asked and told. */
export interface OffWords {
  readonly button: string
  /** On the button of the question itself. */
  readonly confirm: string
  /** What a screen reader says of the button. */
  readonly label: string
  readonly title: string
  /** What follows from it, a sentence each. */
  readonly consequences: readonly string[]
  readonly done: string
}

/** For whoever works there already, also oneself, and for whoever was only invited. */
export function offWords({ name, isActive, isStopped }: Colleague, place: Place, isSelf: boolean): OffWords {
  const { name: wijk, isInvited, isLastKeeper } = place
  if (isInvited || !(isActive || isStopped))
    return {
      button: 'Intrekken',
      confirm: 'Intrekken',
      label: `Uitnodiging van ${name} intrekken`,
      title: `De uitnodiging van ${name} intrekken?`,
      consequences: [
        `${name} komt dan niet bij ${wijk}.`,
        'De link werkt niet meer, tenzij een andere wijk ook een uitnodiging stuurde.',
      ],
      done: 'De uitnodiging is ingetrokken.',
    }
  const nobodyLeft = `Let op: dan is er niemand meer die de site van ${wijk} gaande houdt. Op de site komt te staan dat jullie een buurtverbinder zoeken.`
  return {
    button: 'Hoort er niet meer bij',
    confirm: 'Eraf halen',
    label: `${name} hoort er niet meer bij`,
    title: isSelf ? `Hoor je niet meer bij ${wijk}?` : `Hoort ${name} niet meer bij ${wijk}?`,
    consequences: [
      ...(isLastKeeper ? [nobodyLeft] : []),
      isSelf
        ? `Je kunt dan niets meer wijzigen in ${wijk}. Terugkomen kan alleen als iemand je weer uitnodigt.`
        : `${name} kan dan niets meer wijzigen in ${wijk}. Met een nieuwe uitnodiging kan het weer.`,
      isSelf ? 'Wat je maakte, blijft staan.' : `Wat ${name} maakte, blijft staan.`,
    ],
    done: isSelf ? `Je hoort niet meer bij ${wijk}.` : `${name} hoort niet meer bij ${wijk}.`,
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
  const body = rowIn(rowIn(rowIn(error)?.response)?.data)
  const details = rowIn(rowIn(body?.error)?.details)
  return Object.fromEntries(
    rowsIn(details?.errors).map(({ path, message }) => [
      Array.isArray(path) ? path.join('.') : String(path),
      String(message),
    ]),
  )
}
