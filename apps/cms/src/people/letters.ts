import { greeting } from '../mail/greeting.ts'
import { inWords } from '../planning/words.ts'

/** What a letter to somebody who is invited says. */
interface ToInvited {
  readonly firstname: string | null
  /** Name of who invites. */
  readonly by: string
  /** Name of the wijk. */
  readonly wijk: string
  readonly link: string
}

/** The same, with a link that ends. */
interface Ending extends ToInvited {
  readonly expires: Date
  readonly now: Date
}

export interface Words {
  readonly subject: string
  readonly text: string
}

/** To somebody without an account. */
export function invitation({ firstname, by, wijk, link, expires, now }: Ending): Words {
  return {
    subject: `Werk je mee aan de site van ${wijk}?`,
    text: `${greeting(firstname)}

${by} vraagt je om mee te werken aan de site van ${wijk}. Maak hier je account:

${link}

De link werkt tot ${inWords(expires, now)}. Daarna kan ${by} je een nieuwe sturen.
Ken je ${by} niet? Dan hoef je niets te doen.
`,
  }
}

/** To somebody with an account, of whom nobody knows yet that the account is his. */
export function invitationToProve({ firstname, by, wijk, link, expires, now }: Ending): Words {
  return {
    subject: `Werk je ook mee aan de site van ${wijk}?`,
    text: `${greeting(firstname)}

${by} vraagt je om ook mee te werken aan de site van ${wijk}. Er is al een account met jouw e-mailadres. Kies hier opnieuw een wachtwoord, en je hoort erbij:

${link}

Dat vragen we je één keer. Zo weten we zeker dat het account van jou is, en van niemand anders.

De link werkt tot ${inWords(expires, now)}. Daarna kan ${by} je een nieuwe sturen.
Ken je ${by} niet? Dan hoef je niets te doen.
`,
  }
}

/** To somebody who belongs to a wijk from now on; `link` leads to where he signs in. */
export function welcome({ firstname, by, wijk, link }: ToInvited): Words {
  return {
    subject: `Je hoort nu ook bij ${wijk}`,
    text: `${greeting(firstname)}

${by} heeft je toegevoegd aan ${wijk}. Log in zoals je gewend bent, en kies boven in beeld in welke wijk je werkt:

${link}
`,
  }
}
