import type { Core } from '@strapi/strapi'
import { OPERATOR, type EditorRole } from '../roles/roles.ts'
import { settingsOf } from '../settings/settings.ts'

/** Password of the demo accounts; they exist in demo mode only. */
const DEMO_PASSWORD = 'Wijkpers-demo-1'

interface DemoAccount {
  readonly email: string
  readonly firstname: string
  readonly lastname: string
  readonly role: EditorRole | typeof OPERATOR
}

const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { email: 'beheer@wijkpers.test', firstname: 'Beheer', lastname: 'Wijkpers', role: OPERATOR },
  { email: 'anna@wijkpers.test', firstname: 'Anna', lastname: 'de Vries', role: 'buurtverbinder' },
  { email: 'bram@wijkpers.test', firstname: 'Bram', lastname: 'Yilmaz', role: 'buurtverbinder' },
  { email: 'sam@wijkpers.test', firstname: 'Sam', lastname: 'Mulder', role: 'buurtsupporter' },
  { email: 'petra@wijkpers.test', firstname: 'Petra', lastname: 'Jansen', role: 'professional' },
  { email: 'coach@wijkpers.test', firstname: 'Joke', lastname: 'Visser', role: 'coach' },
]

interface Users {
  exists(): Promise<boolean>
  create(user: object): Promise<{ readonly registrationToken: string | null }>
}

/**
 * Sees to it that there is an account before the first request is answered: as long as there is none, Strapi lets
 * whoever comes first make himself super admin.
 */
export async function makeFirstAccounts(strapi: Core.Strapi, say: (line: string) => void): Promise<void> {
  await removeTokensOfStrapi(strapi)
  const users = strapi.service('admin::user') as unknown as Users
  const { isDemo, operatorEmail } = settingsOf(strapi)

  if (!(await users.exists())) {
    if (isDemo) {
      for (const { role, ...account } of DEMO_ACCOUNTS)
        await users.create({
          ...account,
          ...(await common(strapi, role)),
          password: DEMO_PASSWORD,
          isActive: true,
          registrationToken: null,
        })
      return
    }
    await users.create({
      email: operatorEmail,
      firstname: 'Beheer',
      lastname: 'Wijkpers',
      ...(await common(strapi, OPERATOR)),
      isActive: false,
    })
  }
  const token = await openInvitation(strapi)
  if (token !== null)
    say(
      `Maak je beheeraccount aan: ${strapi.config.get<string>('admin.absoluteUrl')}/auth/register?registrationToken=${token}`,
    )
}

// Two keys to its REST API, one of them to everything, that Strapi makes with a new database and nobody asked for.
async function removeTokensOfStrapi(strapi: Core.Strapi): Promise<void> {
  const anybody = await strapi.db.query('admin::user').count()
  if (anybody === 0) await strapi.db.query('admin::api-token').deleteMany({})
}

async function common(strapi: Core.Strapi, code: string): Promise<object> {
  const role = (await strapi.db.query('admin::role').findOne({ where: { code } })) as { id: number }
  return { roles: [role.id], preferedLanguage: 'nl' }
}

/** The token of the first operator, as long as nobody has used it and there is no other account. */
async function openInvitation(strapi: Core.Strapi): Promise<string | null> {
  const [only, ...others] = (await strapi.db
    .query('admin::user')
    .findMany({ select: ['isActive', 'registrationToken'], limit: 2 })) as {
    isActive: boolean
    registrationToken: string | null
  }[]
  return only && others.length === 0 && !only.isActive ? only.registrationToken : null
}
