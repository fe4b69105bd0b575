import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { forbidden, refusalOf, type Fault } from '../entries/refusal.ts'
import { adminRoutes, type Asker } from '../routes/admin-routes.ts'
import { EDITOR_ROLES } from '../roles/roles.ts'
import { peopleOf } from './colleagues.ts'
import { isPlainName } from './invite-limits.ts'
import { invitableBy, invite, inviteAgain, type Invited } from './invite.ts'
import { takeOff } from './take-off.ts'

/** Lets people see who works in their wijk, invite others, and take them off again. */
export function peopleRoutes(strapi: Core.Strapi): void {
  adminRoutes(strapi, {
    'GET /people': async (asker) => {
      refuseOthers(asker)
      return peopleOf(strapi, asker)
    },
    'POST /people/invite': async (asker, ctx) => {
      refuseOthers(asker)
      return invite(strapi, asker, readInvited(ctx.request.body))
    },
    'POST /people/invite-again': async (asker, ctx) => {
      refuseOthers(asker)
      const { person } = (ctx.request.body ?? {}) as { person?: unknown }
      if (!Number.isSafeInteger(person)) throw forbidden('Deze uitnodiging is niet van jou.')
      return inviteAgain(strapi, asker, person as number)
    },
    'POST /people/take-off': async (asker, ctx) => {
      refuseOthers(asker)
      const { person, wijk, knowsIsLast } = (ctx.request.body ?? {}) as Record<string, unknown>
      if (!Number.isSafeInteger(person) || typeof wijk !== 'string')
        throw new errors.ValidationError('person and wijk are needed')
      await takeOff(strapi, asker, { person: person as number, wijk, knowsIsLast: knowsIsLast === true })
      return { person, wijk }
    },
  })
}

function refuseOthers(asker: Asker): void {
  if (invitableBy(asker).size === 0)
    throw forbidden('Mensen uitnodigen doet een buurtverbinder, een professional of de platformbeheerder.')
}

const LONGEST_NAME = 80

function readInvited(body: unknown): Invited {
  const given = (body ?? {}) as Record<string, unknown>
  const text = (field: string) =>
    typeof given[field] === 'string' ? given[field].trim().replaceAll(/\s+/g, ' ') : ''
  const faults: Fault[] = []
  const email = text('email').toLowerCase()
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email) || email.length > 254)
    faults.push({ path: 'email', message: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.' })
  const firstname = text('firstname')
  if (firstname === '') faults.push({ path: 'firstname', message: 'Vul een voornaam in.' })
  const lastname = text('lastname')
  for (const [path, name] of Object.entries({ firstname, lastname }))
    if (!isPlainName(name))
      faults.push({ path, message: 'Een naam heeft geen /, : of @. Vul alleen de naam in.' })
  if (Math.max(firstname.length, lastname.length) > LONGEST_NAME)
    faults.push({ path: 'lastname', message: `Houd namen korter dan ${LONGEST_NAME} tekens.` })
  const role = EDITOR_ROLES.find((code) => code === given['role'])
  if (!role) faults.push({ path: 'role', message: 'Kies wat hij of zij gaat doen.' })
  const wijk = text('wijk')
  if (wijk === '') faults.push({ path: 'wijk', message: 'Kies een wijk.' })
  if (faults.length > 0 || !role) throw refusalOf(faults)
  return { email, firstname, lastname, role, wijk }
}
