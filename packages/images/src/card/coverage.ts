/**
 * How much of every pixel lies inside an outline. Written here, because the libraries that fill outlines give other
 * bytes on another kind of processor: this adds, multiplies and divides, which is the same everywhere.
 *
 * The area to the left of each edge is noted in the pixels that it crosses; summed from left to right that is the
 * coverage, as in https://github.com/raphlinus/font-rs.
 */

/** A closed line of straight pieces, x and y of each corner after one another: in pixels, y down. */
export type Outline = ArrayLike<number>

export class Coverage {
  /** Pixels, a number that two divides. */
  readonly width: number
  readonly height: number
  /** Of a row in `#areas`: what lies right of the picture is noted behind it. */
  readonly #stride: number
  readonly #areas: Float32Array
  /** Of each row between which columns something was noted, both included; the first lies behind the last where nothing was. */
  readonly #first: Int32Array
  readonly #last: Int32Array
  readonly #levels: Uint8Array
  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.#stride = width + 2
    this.#areas = new Float32Array(this.#stride * height)
    this.#first = new Int32Array(height).fill(this.#stride)
    this.#last = new Int32Array(height).fill(-1)
    this.#levels = new Uint8Array(width)
  }

  /** What goes around the other way is a hole. */
  add(outline: Outline): void {
    const { width } = this
    const count = outline.length
    let fromX = outline[count - 2] ?? 0
    let fromY = outline[count - 1] ?? 0
    fromX = fromX > 0 ? (fromX < width ? fromX : width) : 0
    for (let at = 0; at < count; at += 2) {
      let x = outline[at]!
      const y = outline[at + 1]!
      x = x > 0 ? (x < width ? x : width) : 0
      this.#edge(fromX, fromY, x, y)
      fromX = x
      fromY = y
    }
  }

  /**
   * Hands over each row that has something, with the pixels from `first` to `last` in that place of `pixels`: from 0
   * for outside to `levels` - 1 for inside. The first place is even, the last odd. Nothing is noted afterwards.
   */
  take(levels: number, visit: (row: number, first: number, last: number, pixels: Uint8Array) => void): void {
    const areas = this.#areas
    const pixels = this.#levels
    for (let row = 0; row < this.height; row++) {
      if (this.#last[row]! < 0) continue
      const first = this.#first[row]! & ~1
      const last = Math.min(this.#last[row]!, this.width - 1) | 1
      const start = row * this.#stride
      let sum = 0
      let level = 0
      for (let column = first; column <= last; column++) {
        const area = areas[start + column]!
        if (area !== 0) {
          sum += area
          const covered = sum < 0 ? -sum : sum
          level = covered >= 1 ? levels - 1 : (covered * (levels - 1) + 0.5) | 0
        }
        pixels[column] = level
      }
      if (first <= last) visit(row, first, last, pixels)
      areas.fill(0, start, start + this.#stride)
      this.#first[row] = this.#stride
      this.#last[row] = -1
    }
  }

  // Thousands of times a card: nothing is made in here.
  #edge(fromX: number, fromY: number, toX: number, toY: number): void {
    if (fromY === toY) return
    if (fromY < toY) this.#fall(fromX, fromY, toX, toY, 1)
    else this.#fall(toX, toY, fromX, fromY, -1)
  }

  #fall(topX: number, top: number, bottomX: number, bottom: number, sign: 1 | -1): void {
    const slope = (bottomX - topX) / (bottom - top)
    let x = top < 0 ? topX - top * slope : topX
    const lastRow = Math.min(this.height, Math.ceil(bottom))
    for (let row = Math.max(0, Math.floor(top)); row < lastRow; row++) {
      const high = Math.min(row + 1, bottom) - Math.max(row, top)
      const next = x + slope * high
      const left = Math.min(x, next)
      const right = Math.max(x, next)
      const first = Math.floor(left)
      const last = Math.max(first + 1, Math.ceil(right))
      if (first < this.#first[row]!) this.#first[row] = first
      if (last > this.#last[row]!) this.#last[row] = last
      this.#span(row * this.#stride, left, right, sign * high)
      x = next
    }
  }

  /** One row of an edge that goes from `left` to `right` while it comes `high` further. */
  #span(start: number, left: number, right: number, high: number): void {
    const areas = this.#areas
    const first = Math.floor(left)
    const end = Math.ceil(right)
    const at = start + first
    if (end <= first + 1) {
      const middle = (left + right) / 2 - first
      areas[at]! += high * (1 - middle)
      areas[at + 1]! += high * middle
      return
    }
    const step = 1 / (right - left)
    const intoFirst = 1 - (left - first)
    const intoLast = right - end + 1
    const inFirst = (step * intoFirst * intoFirst) / 2
    const afterLast = (step * intoLast * intoLast) / 2
    areas[at]! += high * inFirst
    if (end === first + 2) areas[at + 1]! += high * (1 - inFirst - afterLast)
    else {
      const upToSecond = step * (intoFirst + 0.5)
      areas[at + 1]! += high * (upToSecond - inFirst)
      for (let column = first + 2; column < end - 1; column++) areas[start + column]! += high * step
      const upToLast = upToSecond + (end - first - 3) * step
      areas[start + end - 1]! += high * (1 - upToLast - afterLast)
    }
    areas[start + end]! += high * afterLast
  }
}
