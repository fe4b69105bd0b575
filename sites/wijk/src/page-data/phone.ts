/** The phone number in what somebody wrote of it, such as '06 1234 5678 (na 18 uur)'. */

export interface Phone {
  /** What stands before and after the number; mostly empty. */
  readonly before: string
  readonly after: string
  /** The number as it was written, on one line; null when there is none that can be dialled. */
  readonly number: { readonly text: string; readonly href: string } | null
}

/** Nobody writes more numbers in one line. */
const MOST_GROUPS = 40
/** What people group digits with. */
const GROUPED = /^[\d\s.()/+\u2010-\u2014-]+$/u
/** Numbers as they are dialled in the Netherlands, by its Nummerplan telefoon- en ISDN-diensten. */
const DUTCH = /^(?:0[1-9]\d{8}|0(?:800|900|906|909)\d{4}(?:\d{3})?|140\d{2,3}|116\d{3}|11[23]|144)$/

/** The first number that can be dialled, with what stands around it; null when there is no digit in `written`. */
export function phoneFrom(written: string | null): Phone | null {
  const all = written?.trim() ?? ''
  const groups = [...all.matchAll(/\d+/g)].slice(0, MOST_GROUPS)
  for (const [place, { index }] of groups.entries())
    // The longest that is a number: an hour behind it, or a second number, is none of it.
    for (const last of groups.slice(place).toReversed()) {
      const end = last.index + last[0].length
      const start = startOf(all, index, end)
      const text = all.slice(start, end)
      const number = GROUPED.test(text) ? dialled(text) : null
      if (number !== null)
        return {
          before: all.slice(0, start),
          after: all.slice(end),
          // Spaces and hyphens that do not break: a number stays on one line.
          number: {
            text: text.replaceAll(/\s/gu, '\u00a0').replaceAll('-', '\u2011'),
            href: `tel:${number}`,
          },
        }
    }
  return groups.length === 0 ? null : { before: all, after: '', number: null }
}

/** With the plus and the bracket that belong to the number whose digits begin at `index`. */
function startOf(all: string, index: number, end: number): number {
  const [lead = ''] = /\(?\+?$/.exec(all.slice(0, index)) ?? []
  const isClosed = all.slice(index, end).includes(')')
  return index - (isClosed ? lead.length : lead.replace('(', '').length)
}

function dialled(text: string): string | null {
  const digits = text.replaceAll(/\D/g, '')
  if (!text.includes('+') && !digits.startsWith('00')) return DUTCH.test(digits) ? digits : null
  // The nought behind the number of a country is for who calls from within it.
  const abroad = text.replace('(0)', '').replaceAll(/\D/g, '').replace(/^00/, '').replace(/^310/, '31')
  const isNumber = abroad.startsWith('31') ? abroad.length === 11 : /^\d{8,15}$/.test(abroad)
  return isNumber ? `+${abroad}` : null
}
