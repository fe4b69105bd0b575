/**
 * A picture of at most 16 colours as PNG (https://www.w3.org/TR/png/). Written here, because zlib makes other bytes on
 * another kind of processor. What repeats in a card is a colour going on, and the row above: only that is looked for.
 */
import { crc32 } from 'node:zlib'

export interface IndexedPicture {
  /** Pixels, a number that four divides. */
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
  const data = new Uint8Array(height * rowBytes)
  // Most of a card is nothing: where there is something, nobody has to look elsewhere.
  const first = new Int32Array(height).fill(rowBytes)
  const last = new Int32Array(height).fill(-1)
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length >> 2)
  const rowWords = width >> 2
  for (let row = 0; row < height; row++) {
    let [left, right] = [row * rowWords, (row + 1) * rowWords - 1]
    while (left <= right && words[left] === 0) left++
    while (right >= left && words[right] === 0) right--
    if (left > right) continue
    // The first byte of a row says that it is as it is; four pixels are two bytes.
    const start = row * rowBytes + 1
    first[row] = 1 + (left - row * rowWords) * 2
    last[row] = 2 + (right - row * rowWords) * 2
    for (let at = left * 4, to = start + (left - row * rowWords) * 2; at < right * 4 + 4; at += 2)
      data[to++] = (pixels[at]! << 4) | pixels[at + 1]!
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', zlibOf({ data, rowBytes, first, last })),
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

interface Rows {
  readonly data: Uint8Array
  readonly rowBytes: number
  /** Of each row between which of its bytes it may be other than zero, both included; the first lies behind the last where it is nowhere. */
  readonly first: Int32Array
  readonly last: Int32Array
}

function zlibOf(rows: Rows): Uint8Array {
  const { data, rowBytes, first, last } = rows
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
  /** Where the zeros end that `at` is among. */
  let zerosEnd = 0
  const zerosFrom = (at: number) => {
    if (at < zerosEnd) return zerosEnd
    let row = Math.floor(at / rowBytes)
    let start = row * rowBytes
    zerosEnd = at
    while (row < first.length) {
      if (zerosEnd < start + first[row]!) zerosEnd = start + first[row]!
      const inkEnd = start + last[row]! + 1
      while (zerosEnd < inkEnd && data[zerosEnd] === 0) zerosEnd++
      if (zerosEnd < inkEnd) break
      row += 1
      start += rowBytes
      zerosEnd = start
    }
    return zerosEnd
  }
  /** How often the byte before goes on. */
  const runFrom = (at: number) =>
    at > 0 && data[at - 1] === 0 ? Math.min(LONGEST, zerosFrom(at) - at) : repeated(at, 1)

  // The head of the stream, then one block with the fixed tables.
  out.set([0x78, 0x01])
  size = 2
  put({ bits: 0b011, count: 3 })
  for (let at = 0; at < data.length;) {
    const run = runFrom(at)
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
  const sum = adlerOf(rows)
  out.set([sum >>> 24, (sum >>> 16) & 0xff, (sum >>> 8) & 0xff, sum & 0xff], size)
  return out.subarray(0, size + 4)
}

function adlerOf({ data, rowBytes, first, last }: Rows): number {
  let [low, high] = [1, 0]
  // A row is far from so long that the sums would have to be brought back within it.
  for (let row = 0; row < first.length; row++) {
    const [start, end] = [first[row]!, last[row]! + 1]
    high += low * (start < end ? start : rowBytes)
    for (let at = row * rowBytes + start; at < row * rowBytes + end; at++) {
      low += data[at]!
      high += low
    }
    if (start < end) high += low * (rowBytes - end)
    low %= 65_521
    high %= 65_521
  }
  return ((high << 16) | low) >>> 0
}
