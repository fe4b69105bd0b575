import type { Core } from '@strapi/strapi'
import { greeting } from './greeting.ts'
import { post } from './post.ts'

interface StrapiMail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/**
 * What Strapi itself mails, a link for a new password, goes by the same post. To be called while bootstrapping, after its
 * own plugin made what would call the machine's `sendmail`.
 */
export function takeStrapisMail(strapi: Core.Strapi): void {
  Object.assign(strapi.plugin('email'), {
    provider: {
      send: ({ to, subject, text }: StrapiMail) =>
        // Its templates know no "if": to an account without a first name.
        post(strapi, [{ to, subject, text: text.replace(/^Hallo ,/, greeting(null)), about: null }]),
    },
  })
}

/** Strapi's letter for a new password. It fills in the address and the name; `html` is asked for and stays empty. */
export const NEW_PASSWORD = {
  subject: 'Een nieuw wachtwoord kiezen',
  text: `Hallo <%= user.firstname %>,

Je vroeg om een nieuw wachtwoord voor Wijkpers. Kies er een op deze pagina:

<%= url %>

De link werkt een uur. Vroeg je hier niet om? Dan hoef je niets te doen: je wachtwoord blijft zoals het was.
`,
  html: '',
}
