import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/** The sha256 in hex of the bytes at `path`; null when they cannot be read, whatever the reason. */
export async function hashOfFile(path: string): Promise<string | null> {
  const body = await readFile(path).catch(() => null)
  return body && createHash('sha256').update(body).digest('hex')
}
