/** Moments that acts have to be ahead of: how long acts take on this machine is known when they are done, and not before. */

/**
 * Does acts that are about a moment before it comes. Where they were not in time, what they did is undone, and they are done
 * again for a moment that is further away. Answers what they made in time.
 */
export async function ahead<T>(
  acts: (moment: string) => Promise<T>,
  undo: () => Promise<unknown>,
  { firstMs = 2_000 } = {},
): Promise<{ readonly moment: string; readonly made: T }> {
  for (let ms = firstMs; ; ms *= 2) {
    const at = Date.now() + ms
    const moment = new Date(at).toISOString()
    try {
      const made = await acts(moment)
      if (Date.now() < at) return { moment, made }
    } catch (error) {
      // What is too late is refused as well.
      if (Date.now() < at) throw error
    }
    await undo()
  }
}
