import { createHash, timingSafeEqual } from 'node:crypto'

/** Whether someone knows a secret, without showing in the time it takes how much of it they know. */
export function isSameSecret(shown: string, secret: string): boolean {
  // Digests have one length, whatever was shown.
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(shown), digest(secret))
}
