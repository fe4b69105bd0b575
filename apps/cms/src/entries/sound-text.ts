/** A text without what no database of ours can keep: PostgreSQL knows no NUL, and half an emoji is no UTF-8. SQLite takes both. */
export function soundText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
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
