/** Does work in turn: what has a key in common one after another, whether or not it went well, and the rest at the same time. */
export function createTurns() {
  const last = new Map<string, Promise<unknown>>()
  return function inTurn<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const turn = Promise.all(keys.map(async (key) => last.get(key))).then(work)
    const ended = turn
      .catch(() => undefined)
      .finally(() => {
        for (const key of keys) if (last.get(key) === ended) last.delete(key)
      })
    for (const key of keys) last.set(key, ended)
    return turn
  }
}
