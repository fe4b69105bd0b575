import { readFile } from 'node:fs/promises'

/**
 * What was kept as JSON in a file that may be lost; null when it is not there, or is not whole: after a power cut a file
 * can be empty, or half.
 */
export async function readKept<T>(file: string): Promise<T | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as T
  } catch {
    return null
  }
}
