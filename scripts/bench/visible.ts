/** What a reader sees of a page, whatever its markup: for comparing pages of different makers. */

export interface Visible {
  /** All text with single spaces. */
  readonly text: string
  /** Where its links go, in order. */
  readonly links: readonly string[]
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

export function visibleOf(html: string): Visible {
  const body = html.slice(html.indexOf('<body'))
  return {
    text: plain(body.replaceAll(/<[^>]+>/g, ' '))
      .replaceAll(/\s+/g, ' ')
      .trim(),
    links: Array.from(body.matchAll(/<a\s[^>]*href="([^"]*)"/g), ([, href]) => plain(href!)),
  }
}

function plain(text: string): string {
  return text.replaceAll(
    /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
    (whole, decimal, hex, name: string | undefined) => {
      if (decimal) return String.fromCodePoint(Number(decimal))
      if (hex) return String.fromCodePoint(Number.parseInt(String(hex), 16))
      return named[name ?? ''] ?? whole
    },
  )
}
