/**
 * Whether `at` is less than `ms` ago; all in epoch milliseconds. What was noted later than now was noted before the clock was put back,
 * and says nothing: otherwise it would for as long as the clock went back.
 */
export function isLessAgo(at: number, ms: number, now: number): boolean {
  return at <= now && now - at < ms
}
