import type { Site } from '@wijkpers/content/site'

/**
 * security.txt (https://www.rfc-editor.org/rfc/rfc9116): whom to tell of a weak spot. It ends in the first week of next
 * year; on the first day of it, it is made anew.
 */
export function securityTxt(site: Site): string {
  const { contactEmail } = site.wijk()
  const siteUrl = site.siteUrl()
  return [
    `Contact: ${contactEmail && /^[^\s@"<>]+@[^\s@"<>]+$/.test(contactEmail) ? `mailto:${contactEmail}` : `${siteUrl}/`}`,
    `Expires: ${site.year() + 1}-01-08T00:00:00.000Z`,
    'Preferred-Languages: nl, en',
    `Canonical: ${siteUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
}
