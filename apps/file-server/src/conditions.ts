import type { Encoding } from './negotiation.ts'

/** The strong tag of these bytes in this form: each form is other bytes, so it has a tag of its own. */
export function etagOf(hash: string, encoding: Encoding): string {
  return encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`
}

/** Whether the reader has this already: `If-None-Match` compares weakly (RFC 9110 §13.1.2). */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  if (ifNoneMatch.trim() === '*') return true
  const tags: readonly string[] | null = ifNoneMatch.match(/"[\x21\x23-\x7e\x80-\xff]*"/g)
  return tags?.includes(etag) ?? false
}

/** Whether the file is still what the reader insists on: `If-Match` compares strongly (RFC 9110 §13.1.1). */
export function isAsExpected(ifMatch: string | undefined, etag: string): boolean {
  if (ifMatch === undefined || ifMatch.trim() === '*') return true
  const tags: readonly string[] | null = ifMatch.match(/(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/g)
  return tags?.includes(etag) ?? false
}

/** Bytes from `start` up to and including `end`. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * The part of `size` bytes that is asked for: null for all of it, also where the request makes no sense or asks
 * for several parts (RFC 9110 §14.2 allows that); 'unsatisfiable' when it lies beyond the end.
 */
export function requestedRange(
  headers: { readonly range?: string | undefined; readonly 'if-range'?: string | undefined },
  etag: string,
  size: number,
): ByteRange | 'unsatisfiable' | null {
  const ifRange = headers['if-range']
  // Compared strongly; a date never matches, since answers carry none.
  if (ifRange !== undefined && ifRange.trim() !== etag) return null
  const asked = /^bytes=(\d*)-(\d*)$/i.exec(headers.range?.trim() ?? '')
  if (!asked) return null
  const [, first = '', last = ''] = asked
  if (first === '' && last === '') return null
  if (first === '') {
    // The end of nothing is all of it, and no `Content-Range` could say so.
    if (size === 0 && Number(last) > 0) return null
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return null
  return start >= size ? 'unsatisfiable' : { start, end }
}
