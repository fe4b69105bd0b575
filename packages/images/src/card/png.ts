/**
 * A picture of at most 16 colours as PNG (https://www.w3.org/TR/png/). Written here, because zlib makes other bytes on
 * another kind of processor. What repeats in a card is a colour going on, and the row above: only that is looked for.
 */
import { crc32 } from 'node:zlib'

export interface IndexedPicture {
  /** Pixels, an even number. */
  readonly width: number
  readonly height: number
  /** The place in `colours` of each pixel, row by row. */
  readonly pixels: Uint8Array
  readonly colours: readonly Rgb[]
}

export type Rgb = readonly [number, number, number]

export function pngOf({ width, height, pixels, colours }: IndexedPicture): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Four bits a pixel, each a place in the palette.
  header[8] = 4
  header[9] = 3
  const rowBytes = width / 2 + 1
  const rows = new Uint8Array(height * rowBytes)
  const blank = Buffer.alloc(width)
  for (let row = 0; row < height; row++) {
    const from = row * width
    if (blank.equals(pixels.subarray(from, from + width))) continue
    // The first byte of a row says that it is as it is.
    let to = row * rowBytes + 1
    for (let at = from; at < from + width; at += 2) rows[to++] = (pixels[at]! << 4) | pixels[at + 1]!
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', zlibOf(rows, rowBytes)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Uint8Array): Buffer {
  const bytes = Buffer.alloc(data.length + 12)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(name, 4, 'latin1')
  bytes.set(data, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8)
  return bytes
}

/** Bits as they go into the stream, the first one lowest. */
interface Code {
  readonly bits: number
  readonly count: number
}

/** A code of the fixed table goes in from its highest bit. */
function fixed(value: number, count: number): Code {
  let bits = 0
  for (let bit = 0; bit < count; bit++) bits |= ((value >> bit) & 1) << (count - 1 - bit)
  return { bits, count }
}

// The tables of https://www.rfc-editor.org/rfc/rfc1951#section-3.2.6
const LITERALS = Array.from({ length: 256 }, (_, value) =>
  value < 144 ? fixed(0x30 + value, 8) : fixed(0x190 + value - 144, 9),
)
const LONGEST = 258
const LENGTHS = lengthCodes()
const END: Code = { bits: 0, count: 7 }

/** By the length of what is repeated: its code, with the bits that say which of several lengths. */
function lengthCodes(): readonly Code[] {
  const codes: Code[] = []
  let length = 3
  for (let symbol = 257; symbol < 285; symbol++) {
    const extra = symbol < 265 ? 0 : (symbol - 261) >> 2
    const { bits, count } = symbol < 280 ? fixed(symbol - 256, 7) : fixed(0xc0 + symbol - 280, 8)
    for (let more = 0; more < 1 << extra; more++)
      codes[length++] = { bits: bits | (more << count), count: count + extra }
  }
  codes[LONGEST] = fixed(0xc5, 8)
  return codes
}

/** The code of "so many bytes back". */
function distanceCode(distance: number): Code {
  if (distance === 1) return fixed(0, 5)
  const extra = Math.floor(Math.log2(distance - 1)) - 1
  const half = ((distance - 1) >> extra) & 1
  const { bits, count } = fixed(2 * extra + 2 + half, 5)
  const more = (distance - 1) & ((1 << extra) - 1)
  return { bits: bits | (more << count), count: count + extra }
}

function zlibOf(data: Uint8Array, rowBytes: number): Uint8Array {
  const out = new Uint8Array(data.length + 1_024)
  const [before, above] = [distanceCode(1), distanceCode(rowBytes)]
  let size = 0
  let pending = 0
  let pendingBits = 0
  const put = ({ bits, count }: Code) => {
    pending |= bits << pendingBits
    pendingBits += count
    while (pendingBits >= 8) {
      out[size++] = pending & 0xff
      pending >>>= 8
      pendingBits -= 8
    }
  }
  const repeated = (at: number, distance: number) => {
    if (at < distance) return 0
    const most = Math.min(LONGEST, data.length - at)
    let length = 0
    while (length < most && data[at + length] === data[at + length - distance]) length++
    return length
  }

  // The head of the stream, then one block with the fixed tables.
  out.set([0x78, 0x01])
  size = 2
  put({ bits: 0b011, count: 3 })
  for (let at = 0; at < data.length;) {
    const run = repeated(at, 1)
    const same = run === LONGEST ? 0 : repeated(at, rowBytes)
    const length = Math.max(run, same)
    if (length < 3) put(LITERALS[data[at++]!]!)
    else {
      put(LENGTHS[length]!)
      // As long either way, the nearer one takes fewer bits.
      put(run === length ? before : above)
      at += length
    }
  }
  put(END)
  if (pendingBits > 0) put({ bits: 0, count: 8 - pendingBits })
  const sum = adlerOf(data)
  out.set([sum >>> 24, (sum >>> 16) & 0xff, (sum >>> 8) & 0xff, sum & 0xff], size)
  return out.subarray(0, size + 4)
}

function adlerOf(data: Uint8Array): number {
  let [low, high] = [1, 0]
  for (let at = 0; at < data.length;) {
    // So many fit before the sums have to be brought back.
    for (const end = Math.min(at + 3_800, data.length); at < end; at++) {
      low += data[at]!
      high += low
    }
    low %= 65_521
    high %= 65_521
  }
  return ((high << 16) | low) >>> 0
}
