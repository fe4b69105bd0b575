import { daysAfter } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'

/**
 * How long after the beginning of a half year it ends: nine months. It is made anew after six, so that there are three left
 * for a wijk whose publisher stands still, and it never ends a year ahead (RFC 9116, 2.5.5).
 */
const DAYS = 274

/** security.txt (https://www.rfc-editor.org/rfc/rfc9116): whom to tell of a weak spot. */
export function securityTxt(site: Site): string {
  const { contactEmail } = site.wijk()
  const siteUrl = site.siteUrl()
  return [
    `Contact: ${contactEmail && /^[^\s@"<>]+@[^\s@"<>]+$/.test(contactEmail) ? `mailto:${contactEmail}` : `${siteUrl}/`}`,
    `Expires: ${daysAfter(site.halfYear(), DAYS)}T00:00:00.000Z`,
    'Preferred-Languages: nl, en',
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
}
