/**
 * A picture of at most 16 colours as PNG (https://www.w3.org/TR/png/). Written here, because zlib makes other bytes on
 * another kind of processor. What repeats in a card is a colour going on, and the row above: only that is looked for.
 */
import { crc32 } from 'node:zlib'

export type Rgb = readonly [number, number, number]

/** The pixels of a picture, each the place of its colour among at most 16. All of them are 0 at first. */
export class Picture {
  /** Pixels, a number that two divides. */
  readonly width: number
  readonly height: number
  /** Row by row: the byte that says that a row is as it is, then two pixels a byte. */
  readonly data: Uint8Array
  readonly rowBytes: number
  /**
   * Of each row between which of its bytes it may be other than zero, both included; the first lies behind the last where it is nowhere.
   * Most of a card is nothing: where there is something, nobody has to look elsewhere.
   */
  readonly first: Int32Array
  readonly last: Int32Array
  /** Room for the picture as a stream. */
  readonly room: Uint8Array
  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.rowBytes = width / 2 + 1
    this.data = new Uint8Array(height * this.rowBytes)
    this.first = new Int32Array(height).fill(this.rowBytes)
    this.last = new Int32Array(height).fill(-1)
    this.room = new Uint8Array(this.data.length + 1_024)
  }

  /** Sets the pixels of an empty row, from column `left` on: those of `pixels` from `first` to `last`. The first place is even, the last odd. */
  setRow(row: number, left: number, first: number, last: number, pixels: Uint8Array): void {
    let to = row * this.rowBytes + 1 + ((left + first) >> 1)
    this.first[row] = 1 + ((left + first) >> 1)
    this.last[row] = 1 + ((left + last) >> 1)
    for (let column = first; column < last; column += 2)
      this.data[to++] = (pixels[column]! << 4) | pixels[column + 1]!
  }

  /** Makes rows empty again, from one up to another. */
  clear(from: number, to: number): void {
    this.data.fill(0, from * this.rowBytes, to * this.rowBytes)
    this.first.fill(this.rowBytes, from, to)
    this.last.fill(-1, from, to)
  }
}

/** `lowest` is how the picture ends, where that was found before: then it is not looked through again. */
export function pngOf(picture: Picture, colours: readonly Rgb[], lowest?: Lowest): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(picture.width, 0)
  header.writeUInt32BE(picture.height, 4)
  // Four bits a pixel, each a place in the palette.
  header[8] = 4
  header[9] = 3
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(colours.flat())),
    chunk('IDAT', zlibOf(picture, lowest)),
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

/** A stream of bits. */
class Bits {
  readonly bytes: Uint8Array
  size = 0
  #pending = 0
  #count = 0
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  put({ bits, count }: Code): void {
    let pending = this.#pending | (bits << this.#count)
    let left = this.#count + count
    while (left >= 8) {
      this.bytes[this.size++] = pending & 0xff
      pending >>>= 8
      left -= 8
    }
    this.#pending = pending
    this.#count = left
  }

  /** Fills up the last byte with zeros; answers how many of its bits count. */
  close(): number {
    const count = this.#count
    if (count > 0) this.put({ bits: 0, count: 8 - count })
    return count
  }
}

/** The lowest rows of a picture, as they go into the stream whatever is above them. */
export interface Lowest {
  /** The first row of them. */
  readonly row: number
  /** Where their first byte is that is not zero. */
  readonly at: number
  /** From there to the end of the stream. */
  readonly bits: readonly Code[]
  readonly sums: Sums
}

/** To be used for pictures that are the same from `row` on. */
export function lowestOf(picture: Picture, row: number): Lowest {
  const { data, rowBytes, height } = picture
  let at = row * rowBytes
  while (at < data.length && data[at] === 0) at++
  const stream = new Bits(picture.room)
  encode(picture, at, data.length, stream)
  const odd = stream.close()
  const bits = Array.from(stream.bytes.subarray(0, stream.size), (byte, place) => ({
    bits: byte,
    count: odd > 0 && place === stream.size - 1 ? odd : 8,
  }))
  return { row, at, bits, sums: sumsOf(picture, row, height, { low: 0, high: 0 }) }
}

/** Puts the bytes of a picture between two places into the stream, as the code of what repeats; answers where it ended. */
function encode({ data, rowBytes, first, last }: Picture, from: number, to: number, stream: Bits): number {
  const [before, above] = [distanceCode(1), distanceCode(rowBytes)]
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
  const runFrom = (at: number) => {
    if (at === 0 || data[at] !== data[at - 1]) return 0
    return data[at] === 0 ? Math.min(LONGEST, zerosFrom(at) - at) : repeated(at, 1)
  }

  let at = from
  while (at < to) {
    const run = runFrom(at)
    const same = run === LONGEST || data[at] !== data[at - rowBytes] ? 0 : repeated(at, rowBytes)
    const length = Math.max(run, same)
    if (length < 3) stream.put(LITERALS[data[at++]!]!)
    else {
      stream.put(LENGTHS[length]!)
      // As long either way, the nearer one takes fewer bits.
      stream.put(run === length ? before : above)
      at += length
    }
  }
  return at
}

function zlibOf(picture: Picture, lowest?: Lowest): Uint8Array {
  const { data, height, first, last } = picture
  const stream = new Bits(picture.room)
  // The head of the stream, then one block with the fixed tables.
  stream.bytes.set([0x78, 0x01])
  stream.size = 2
  stream.put({ bits: 0b011, count: 3 })
  // What the lowest rows repeat must be their own: the row above them has nothing.
  const known = lowest && last[lowest.row - 1]! < first[lowest.row - 1]! ? lowest : undefined
  const at = encode(picture, 0, known ? known.at : data.length, stream)
  if (known && at === known.at) for (const code of known.bits) stream.put(code)
  else encode(picture, at, data.length, stream)
  stream.put(END)
  stream.close()
  const start = { low: 1, high: 0 }
  const { low, high } = known
    ? joined(sumsOf(picture, 0, known.row, start), known.sums, (height - known.row) * picture.rowBytes)
    : sumsOf(picture, 0, height, start)
  stream.bytes.set([high >>> 8, high & 0xff, low >>> 8, low & 0xff], stream.size)
  return stream.bytes.subarray(0, stream.size + 4)
}

/** The two sums of Adler-32: https://www.rfc-editor.org/rfc/rfc1950#section-9 */
interface Sums {
  readonly low: number
  readonly high: number
}

const MODULUS = 65_521

function sumsOf({ data, rowBytes, first, last }: Picture, from: number, to: number, sums: Sums): Sums {
  let { low, high } = sums
  // A row is far from so long that the sums would have to be brought back within it.
  for (let row = from; row < to; row++) {
    const [start, end] = [first[row]!, last[row]! + 1]
    high += low * (start < end ? start : rowBytes)
    for (let at = row * rowBytes + start; at < row * rowBytes + end; at++) {
      low += data[at]!
      high += low
    }
    if (start < end) high += low * (rowBytes - end)
    low %= MODULUS
    high %= MODULUS
  }
  return { low, high }
}

/** As if the sums of `after`, of so many bytes, had begun with those before. */
function joined(before: Sums, after: Sums, bytes: number): Sums {
  return {
    low: (before.low + after.low) % MODULUS,
    high: (before.high + after.high + before.low * bytes) % MODULUS,
  }
}
