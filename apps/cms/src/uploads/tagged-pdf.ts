/** Whether a PDF can be read out: who does not see it has only what the file says of its structure. */
import { inflateSync } from 'node:zlib'

/**
 * What a file says of itself when it is tagged (ISO 32000-1, 14.7 and 14.8), in which language it is and what it is called:
 * all that PDF/UA asks and a machine can look up.
 */
const SAID = [
  /\/Marked\s+true\b/,
  /\/StructTreeRoot\b/,
  /\/Lang\s*[(<]\s*[^\s)>]/,
  /\/Title\s*[(<]\s*[^\s)>]|<dc:title>/,
]

/** Where a writer packs the objects of a file together, since PDF 1.5. What it says of them first is short. */
const PACKED = /\/Type\s{0,9}\/ObjStm\b[^]{0,500}?\bstream\r?\n/g

/** So much is unpacked at most, of one pack and of all, in bytes: more than any wijkkrant has, and little enough to look through at once. */
const MOST_OF_ONE = 4 * 1024 * 1024
const MOST = 32 * 1024 * 1024

/**
 * Whether these bytes say that they are tagged. An honest look and no proof: whether the tags are any good only people can
 * hear. False for what cannot be looked into, such as a file with a password.
 */
export function isTaggedPdf(bytes: Buffer): boolean {
  const text = bytes.toString('latin1')
  let missing = SAID.filter((words) => !words.test(text))
  let size = 0
  for (const { index, 0: head } of text.matchAll(PACKED)) {
    if (missing.length === 0 || size > MOST) break
    const objects = unpacked(bytes.subarray(index + head.length))
    size += objects.length
    missing = missing.filter((words) => !words.test(objects))
  }
  return missing.length === 0
}

/** The objects that `bytes` begin with; what comes behind them is left alone. */
function unpacked(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { maxOutputLength: MOST_OF_ONE }).toString('latin1')
  } catch {
    // Packed in another way, too large, or cut off.
    return ''
  }
}
