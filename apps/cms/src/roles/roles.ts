/**
 * Who works in the CMS, and what each may do. A **role** is code, not clicks: names, descriptions and permissions are
 * written again at every start. What somebody may do, he may do in his own wijken only (src/walls); an operator
 * runs the installation and may do everything everywhere.
 */

/** Code of the operator's role: Strapi's own, which always has one account at least. */
export const OPERATOR = 'strapi-super-admin'

/** What a role can be allowed to do in a wijk. */
export type Ability =
  /** Make entries and upload photos; change and delete what is his own as long as it never was on the site. */
  | 'write'
  /** Change, publish and take back every entry, and review what was handed in. */
  | 'publish'
  /** Delete every entry. */
  | 'remove'
  /** Change the texts and the colour of the wijk. */
  | 'describeWijk'
  /** Be the voice of an organisation: it is the sender of what he makes. */
  | 'represent'
  /** Read who did what in the wijk. */
  | 'readTrail'
  /** See who works in the wijk, and invite others: those of `invites` in his role. */
  | 'invite'

export type EditorRole = 'buurtverbinder' | 'buurtsupporter' | 'professional' | 'coach'

export interface Role {
  /** What people read. */
  readonly name: string
  readonly description: string
  readonly abilities: ReadonlySet<Ability>
  /** Whom he may invite for his own wijken. */
  readonly invites: readonly EditorRole[]
}

const RUNS_A_WIJK: readonly Ability[] = ['write', 'publish', 'remove', 'describeWijk', 'invite']

/** The roles of editors, by code. */
export const ROLES: Readonly<Record<EditorRole, Role>> = {
  buurtverbinder: {
    name: 'Buurtverbinder',
    description: 'Maakt de site van de eigen wijk: schrijft, kijkt na, publiceert en nodigt mensen uit.',
    abilities: new Set(RUNS_A_WIJK),
    invites: ['buurtsupporter', 'buurtverbinder'],
  },
  buurtsupporter: {
    name: 'Buurtsupporter',
    description: 'Schrijft mee voor de eigen wijk en levert in. Een ander kijkt het na en publiceert het.',
    abilities: new Set<Ability>(['write']),
    invites: [],
  },
  professional: {
    name: 'Professional',
    description: 'Werkt voor een organisatie en doet alles wat een buurtverbinder doet, in meer wijken.',
    abilities: new Set<Ability>([...RUNS_A_WIJK, 'represent']),
    invites: ['buurtsupporter', 'buurtverbinder'],
  },
  coach: {
    name: 'Coach',
    description: 'Kijkt na wat er is ingeleverd, verbetert het en publiceert het. Ziet ook wie wat deed.',
    abilities: new Set<Ability>(['publish', 'readTrail']),
    invites: [],
  },
}

/** The operator's role as people read it. */
export const OPERATOR_ROLE: Pick<Role, 'name' | 'description'> = {
  name: 'Platformbeheerder',
  description: 'Beheert het hele platform: wijken, mensen en instellingen.',
}

function isEditorRole(code: string): code is EditorRole {
  return Object.hasOwn(ROLES, code)
}

/** What somebody with these roles may do in his wijken. A role that is not ours allows nothing. */
export function abilitiesOf(codes: readonly string[]): ReadonlySet<Ability> {
  return new Set(codes.filter(isEditorRole).flatMap((code) => Array.from(ROLES[code].abilities)))
}

/** Whom somebody with these roles may invite. */
export function invitesOf(codes: readonly string[]): ReadonlySet<EditorRole> {
  return new Set(codes.filter(isEditorRole).flatMap((code) => Array.from(ROLES[code].invites)))
}

export const EDITOR_ROLES = Object.keys(ROLES) as readonly EditorRole[]
