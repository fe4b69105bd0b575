/** Ways to pass a page on, as plain links: nothing is loaded from the others before somebody follows one. */
import type { Link } from './link.ts'

export interface Share {
  readonly whatsapp: string
  readonly mail: string
  /** The address itself, to be copied. */
  readonly address: Link
}

/** For the page with the address `url`. */
export function shareOf(url: string, title: string): Share {
  const text = encodeURIComponent(`${title} ${url}`)
  return {
    whatsapp: `https://wa.me/?text=${text}`,
    mail: `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(`${title}\n${url}`)}`,
    address: { href: url, title: url.replace(/^https?:\/\//, '') },
  }
}
