/** Waiting for a condition, never for a time. */

/** Asks `check` until it answers something else than undefined or false. Rejects after `seconds` with what was waited for. */
export async function until<T>(
  what: string,
  check: () => Promise<T | undefined | false>,
  { seconds = 60, everyMs = 50 } = {},
): Promise<T> {
  const deadline = Date.now() + seconds * 1000
  let last: unknown
  for (;;) {
    try {
      const answer = await check()
      if (answer !== undefined && answer !== false) return answer
    } catch (error) {
      last = error
    }
    if (Date.now() > deadline) throw new Error(`waited ${seconds} seconds for ${what}`, { cause: last })
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

/** Waits until `url` answers, whatever it says short of a fault of its own. */
export async function untilAnswers(
  url: string,
  options?: { seconds?: number; everyMs?: number },
): Promise<void> {
  // On a connection of its own: one that is kept may be closed just when whoever asks next finds it.
  const asked = () => fetch(url, { headers: { connection: 'close' } })
  await until(`an answer from ${url}`, async () => (await asked()).status < 500, options)
}
