/**
 * The street of a wijk: its name, built. Every letter is a house with a Dutch gable, an m is a mill now and then,
 * a k a tower with a weathercock, a space a tree. So each wijk has a skyline of its own, the same on every page,
 * without anybody having to draw one. Decoration only: it carries no information, and no screen reader meets it.
 *
 * Measures are in units of the drawing: the street is HEIGHT high, and y runs down to the ground.
 */

/** Height of the drawing; the tallest building stays below it. */
export const HEIGHT = 120

/** Something that stands in the street. `outline` is SVG path data; `windows` shine through it. */
export interface Building {
  readonly width: number
  /** Of what matters of it: a chimney or a sail may stick out. */
  readonly height: number
  readonly outline: string
  readonly windows: readonly Rectangle[]
}

interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** More letters than these add nothing but bytes. */
const MOST_LETTERS = 40

/** Least width of the front row, so that a short name does not repeat itself within one screen. */
const LEAST_WIDTH = 1300

/** The buildings of `name` from left to right, the name repeated until the street is long enough. */
export function streetOf(name: string): readonly Building[] {
  const letters = [...plainLetters(name)].slice(0, MOST_LETTERS)
  const plan = letters.length === 0 ? ['w'] : letters
  const street: Building[] = []
  let width = 0
  for (let round = 0; width < LEAST_WIDTH; round++) {
    for (const [place, letter] of plan.entries()) {
      // A landmark in every other round: more would be a theme park.
      const isLandmark = round % 2 === 0 && plan.indexOf(letter) === place
      const building = buildingOf(letter, isLandmark, place + round * plan.length)
      street.push(building)
      width += building.width
    }
    street.push(tree(round))
    width += tree(round).width
  }
  return street
}

/** Lower case without accents. */
export function plainLetters(name: string): string {
  return name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').trim()
}

/** What stands at one letter; houses of the same letter differ with their place in the street. */
export function buildingOf(letter: string, isLandmark: boolean, place: number): Building {
  if (letter === 'm' && isLandmark) return mill()
  if (letter === 'k' && isLandmark) return tower()
  if (/[\s'’.·/&-]/.test(letter)) return tree(place)
  const code = letter.codePointAt(0) ?? 0
  const gable = gables[(code + place * 3) % gables.length]!
  const width = 34 + (code % 4) * 4
  const wall = 34 + ((code * 7 + place * 5) % 6) * 7
  return house({ width, wall, gable, floors: wall > 50 ? 3 : 2 })
}

/** Draws a gable on a wall: path data from the left eaves to the right, for a house as wide as `w`, eaves at `y`. */
type Gable = (w: number, y: number) => string

const gables: readonly Gable[] = [
  // Trapgevel: steps.
  (w) => `v-7h5v-7h5v-7h${n((w - 26) / 2)}v-4h6v4h${n((w - 26) / 2)}v7h5v7h5v7`,
  // Klokgevel: the outline of a bell.
  (w) =>
    `c${n(w * 0.2)} 0 ${n(w * 0.14)} -20 ${n(w * 0.32)} -22c${n(w * 0.06)} -6 ${n(w * 0.3)} -6 ${n(w * 0.36)} 0` +
    `c${n(w * 0.18)} 2 ${n(w * 0.12)} 22 ${n(w * 0.32)} 22`,
  // Puntgevel with a chimney.
  (w, y) => `l${n(w / 2)} -20l${n(w / 4)} 10v-9h5v11L${n(w)} ${n(y)}`,
  // Halsgevel: a neck with shoulders.
  (w) =>
    `c${n(w * 0.14)} 0 ${n(w * 0.26)} -2 ${n(w * 0.26)} -16h-2v-4h2l${n(w * 0.24)} -7l${n(w * 0.24)} 7h2v4h-2` +
    `c0 14 ${n(w * 0.12)} 16 ${n(w * 0.26)} 16`,
  // Lijstgevel: a cornice below a low roof.
  (w) => `h-1.5v-4h3l6 -9h${n(w * 0.3)}v-7h6v7h${n(w * 0.7 - 18)}l6 9h3v4h-1.5`,
  // Tuitgevel: straight sides and a spout.
  (w, y) => `l${n(w / 2 - 4)} -19v-7h8v7L${n(w)} ${n(y)}`,
  // Mansard roof between two chimneys.
  (w, y) => `v-18h5v7l2 -5h${n(w - 14)}l2 5v-7h5V${n(y)}`,
]

interface HousePlan {
  readonly width: number
  /** Height of the wall below the eaves. */
  readonly wall: number
  readonly gable: Gable
  readonly floors: number
}

function house({ width, wall, gable, floors }: HousePlan): Building {
  const eaves = HEIGHT - wall
  const columns = width > 40 ? 3 : 2
  const pitch = (width - 8) / columns
  const rise = (wall - 6) / floors
  const windows: Rectangle[] = []
  for (let floor = 0; floor < floors; floor++) {
    for (let column = 0; column < columns; column++) {
      const isDoor = floor === floors - 1 && column === 0
      const height = isDoor ? rise + 1 : rise * 0.56
      const y = isDoor ? HEIGHT - height : eaves + 5 + floor * rise
      windows.push({ x: 4 + column * pitch + (pitch - 6) / 2, y, width: 6, height })
    }
  }
  const outline = `M0 ${HEIGHT}V${n(eaves)}${gable(width, eaves)}V${HEIGHT}z`
  return { width, height: wall + 24, outline, windows }
}

function tree(place: number): Building {
  const crown = 11 + (place % 3) * 2
  const top = HEIGHT - 34 - (place % 2) * 6
  const middle = crown + 5
  return {
    width: middle * 2,
    height: HEIGHT - top + 3,
    outline:
      `M${middle - 1.5} ${HEIGHT}V${top + crown}A${crown} ${crown + 3} 0 1 1 ${middle + 1.5} ${top + crown}` +
      `V${HEIGHT}z`,
    windows: [],
  }
}

function mill(): Building {
  const sail = (angle: number) => {
    const turn = (x: number, y: number) => {
      const a = (angle * Math.PI) / 180
      return `${n(37 + x * Math.cos(a) - y * Math.sin(a))} ${n(45 + x * Math.sin(a) + y * Math.cos(a))}`
    }
    return `M${turn(-1, 0)}L${turn(-1, -42)}L${turn(7, -42)}L${turn(7, -11)}L${turn(1, -11)}L${turn(1, 0)}z`
  }
  const tower = `M15 ${HEIGHT}L20 84H14v-3h8L28 52c0 -16 18 -16 18 0L52 81h8v3H54L59 ${HEIGHT}z`
  return {
    width: 74,
    height: 104,
    outline: tower + [35, 125, 215, 305].map(sail).join(''),
    windows: [
      { x: 34, y: 62, width: 6, height: 8 },
      { x: 34, y: 88, width: 6, height: 8 },
      { x: 33, y: 105, width: 8, height: 15 },
    ],
  }
}

function tower(): Building {
  return {
    width: 84,
    height: 112,
    outline: `M0 ${HEIGHT}V62h3L14 18V9l-5 2 1 -5 4 2V6h2v1l5 -4 -1 6h-4v9L27 62h3v16L36 66H80L84 92V${HEIGHT}z`,
    windows: [
      { x: 12, y: 70, width: 6, height: 12 },
      { x: 11, y: 102, width: 8, height: 18 },
      ...[42, 56, 70].map((x) => ({ x, y: 94, width: 6, height: 16 })),
    ],
  }
}

/** A number short enough for a drawing. */
const n = (value: number) => Math.round(value * 10) / 10
