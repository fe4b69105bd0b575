/**
 * How much of every pixel lies inside an outline. Written here, because the libraries that fill outlines give other
 * bytes on another kind of processor: this adds, multiplies and divides, which is the same everywhere.
 *
 * The area to the left of each edge is noted in the pixels that it crosses; summed from left to right that is the
 * coverage, as in https://github.com/raphlinus/font-rs.
 */

/** A closed line of straight pieces: x and y in pixels, y down. */
export type Outline = readonly (readonly [number, number])[]

export class Coverage {
  readonly width: number
  readonly height: number
  /** Of a row in `#areas`: what lies right of the picture is noted behind it. */
  readonly #stride: number
  readonly #areas: Float32Array
  /** Of each row whether an edge crosses it. */
  readonly #isCrossed: Uint8Array
  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.#stride = width + 2
    this.#areas = new Float32Array(this.#stride * height)
    this.#isCrossed = new Uint8Array(height)
  }

  /** What goes around the other way is a hole. */
  add(outline: Outline): void {
    const within = (x: number) => Math.min(this.width, Math.max(0, x))
    let from = outline.at(-1)
    for (const to of outline) {
      if (from) this.#edge(within(from[0]), from[1], within(to[0]), to[1])
      from = to
    }
  }

  /** Of each pixel, row by row, from 0 for outside to `levels` - 1 for inside. */
  toLevels(levels: number): Uint8Array {
    const { width, height } = this
    const result = new Uint8Array(width * height)
    for (let row = 0; row < height; row++) {
      if (!this.#isCrossed[row]) continue
      const start = row * this.#stride
      let at = row * width
      let sum = 0
      for (let column = 0; column < width; column++, at++) {
        const area = this.#areas[start + column]!
        // Between letters nothing is left over but what rounding leaves.
        if (area === 0 && sum < 1e-3 && sum > -1e-3) continue
        sum += area
        const covered = sum < 0 ? -sum : sum
        result[at] = covered >= 1 ? levels - 1 : covered * (levels - 1) + 0.5
      }
    }
    return result
  }

  #edge(fromX: number, fromY: number, toX: number, toY: number): void {
    if (fromY === toY) return
    const isDown = fromY < toY
    const [topX, top, bottomX, bottom] = isDown ? [fromX, fromY, toX, toY] : [toX, toY, fromX, fromY]
    const slope = (bottomX - topX) / (bottom - top)
    let x = top < 0 ? topX - top * slope : topX
    const lastRow = Math.min(this.height, Math.ceil(bottom))
    for (let row = Math.max(0, Math.floor(top)); row < lastRow; row++) {
      const high = Math.min(row + 1, bottom) - Math.max(row, top)
      const next = x + slope * high
      this.#isCrossed[row] = 1
      this.#span(row * this.#stride, Math.min(x, next), Math.max(x, next), isDown ? high : -high)
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
