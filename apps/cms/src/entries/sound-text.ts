/**
 * What nobody sees and no page can show (packages/content, clean-json.ts, which holds for what was kept before: held equal by
 * tests/architecture). PostgreSQL knows no NUL either.
 */
const notText = /(?![\t\n\r])[\p{Cc}\p{Noncharacter_Code_Point}]/gu

/** How Word, PowerPoint and older systems write a break: without it two words are one. */
const strangeBreak = /[\v\f\x85]/g

/** A text as it can be kept and shown, also in an XML file: what would be nothing on the site is nothing for our rules. Half an emoji is no UTF-8. */
export function soundText(text: string): string {
  return text.replace(strangeBreak, ' ').replace(notText, '').toWellFormed()
}

/**
 * The same for every text in JSON that was just read; `whole` itself is changed where it is no text. What stands under a key with such a
 * character goes: no field is called so, and made sound it could be another key, such as `__proto__`.
 */
export function soundTexts<T>(whole: T): T {
  const held = { whole: whole as unknown }
  // No function that calls itself: what somebody sends may be deeper than a stack.
  const open: object[] = [held]
  for (let part = open.pop(); part; part = open.pop())
    for (const [key, value] of Object.entries(part)) {
      if (soundText(key) !== key) {
        Reflect.deleteProperty(part, key)
        continue
      }
      const sound = typeof value === 'string' ? soundText(value) : (value as unknown)
      if (sound !== value) Reflect.set(part, key, sound)
      if (typeof sound === 'object' && sound !== null) open.push(sound)
    }
  return held.whole as T
}
