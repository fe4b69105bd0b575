/** A text without what no database of ours can keep: PostgreSQL knows no NUL, and half an emoji is no UTF-8. SQLite takes both. */
export function soundText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** The same for every text and every key in JSON that was just read; `whole` itself is changed where it is no text. */
export function soundTexts<T>(whole: T): T {
  const held = { whole: whole as unknown }
  // No function that calls itself: what somebody sends may be deeper than a stack.
  const open: object[] = [held]
  for (let part = open.pop(); part; part = open.pop())
    for (const [key, value] of Object.entries(part)) {
      const sound = typeof value === 'string' ? soundText(value) : (value as unknown)
      const name = soundText(key)
      if (name !== key) Reflect.deleteProperty(part, key)
      if (name !== key || sound !== value) Reflect.set(part, name, sound)
      if (typeof sound === 'object' && sound !== null) open.push(sound)
    }
  return held.whole as T
}
