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

/** Where a writer packs the objects of a file together, since PDF 1.5. */
const PACKED = /\/Type\s*\/ObjStm\b[^]*?\bstream\r?\n/g

/**
 * Whether these bytes say that they are tagged. An honest look and no proof: whether the tags are any good only people can
 * hear. False for what cannot be looked into, such as a file with a password.
 */
export function isTaggedPdf(bytes: Buffer): boolean {
  const text = bytes.toString('latin1')
  const packed = Array.from(text.matchAll(PACKED), ({ index, 0: head }) =>
    unpacked(bytes.subarray(index + head.length)),
  )
  const all = [text, ...packed].join('\n')
  return SAID.every((words) => words.test(all))
}

/** The objects that `bytes` begin with; what comes behind them is left alone. */
function unpacked(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    // Packed in another way, or cut off.
    return ''
  }
}
