import type { Site } from '@wijkpers/content/site'
import { phoneFrom, type Phone } from './phone.ts'

export interface Contact {
  readonly email: string | null
  readonly phone: Phone | null
}

/** How to reach the people behind the site; null when they left nothing. */
export function contactOf(site: Site): Contact | null {
  const { contactEmail, contactPhone } = site.wijk()
  return contactFrom(contactEmail, contactPhone)
}

/** A mail address and a phone number as links; null when neither can be used. */
export function contactFrom(email: string | null, written: string | null): Contact | null {
  const phone = phoneFrom(written)
  // What is no address is none: a link to it would go nowhere.
  const address = email && /^[^\s@"<>]+@[^\s@"<>]+$/.test(email) ? email : null
  if (!address && !phone) return null
  return { email: address, phone }
}
