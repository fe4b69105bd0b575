/**
 * Text that may stand in HTML and in XML. Editors paste what nobody sees, such as a control character or half an emoji:
 * one of those makes a page invalid and a feed unreadable. It is taken out where content comes in, so that nothing that
 * writes a file has to think of it.
 */

/** What neither https://html.spec.whatwg.org/#text-content nor https://www.w3.org/TR/xml/#charsets wants in a text. */
const notText = /[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]--[\t\n\r]]/gv

/** How Word, PowerPoint and older systems write a break: without it two words are one. */
const strangeBreak = /[\v\f\x85]/g

/** Whether JSON can hold any: as an escape, which is seldom, or as it is. Most content has none, and is not looked at twice. */
const canHoldSome = /\\[bfu]|[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]--[\t\n\r]]/v

/** What `json` says, with every text in it without the characters that no page can show; a break among them is a space. */
export function parseCleanJson(json: string): unknown {
  const held = { whole: JSON.parse(json) as unknown }
  if (!canHoldSome.test(json)) return held.whole
  // No function that calls itself, such as a reviver: content may be deeper than a stack.
  const open: object[] = [held]
  for (let part = open.pop(); part; part = open.pop())
    for (const [key, value] of Object.entries(part) as [string, unknown][]) {
      if (typeof value === 'string') Reflect.set(part, key, clean(value))
      else if (typeof value === 'object' && value !== null) open.push(value)
    }
  return held.whole
}

const clean = (text: string) => text.replace(strangeBreak, ' ').replace(notText, '')
