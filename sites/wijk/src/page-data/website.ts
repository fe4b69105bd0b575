import { domainToUnicode } from 'node:url'
import { safeLink } from '@wijkpers/content'
import type { Link } from './link.ts'

/** A website as people write it, with or without a scheme; its title is the address as people read it. */
export function websiteOf(written: string | null): Link | null {
  const text = written?.trim() ?? ''
  if (text === '') return null
  const href = safeLink(/^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`)
  if (href === null || !/^https?:/.test(href)) return null
  const { hostname, port, pathname } = new URL(href)
  const domain = readable(hostname, domainToUnicode) + (port && `:${port}`)
  return { href, title: domain.replace(/^www\./, '') + readable(pathname, decodeURI).replace(/\/$/, '') }
}

/** With letters in place of the signs that stand for them; as it is when that gives nothing, or what cannot be seen. */
function readable(part: string, decode: (part: string) => string): string {
  try {
    const decoded = decode(part)
    return decoded === '' || /[\p{C}\p{Z}]/u.test(decoded) ? part : decoded
  } catch {
    // A percent sign that stands for no letter.
    return part
  }
}
