/**
 * The picture that stands with a shared link: the title in the middle, where it stays in sight when an app cuts the
 * picture to a square, on the colour of the wijk, above a row of houses. The same card gives the same bytes everywhere.
 */
import { Coverage, type Outline } from './card/coverage.ts'
import { canWrite, outlinesOf, widthOf } from './card/letters.ts'
import { type Lowest, lowestOf, Picture, pngOf, type Rgb } from './card/png.ts'

export interface CardText {
  readonly title: string
  /** Name of the wijk. */
  readonly wijk: string
  /** `#rrggbb` */
  readonly colour: string
}

/** Pixels: what https://ogp.me pictures are on every platform. */
export const CARD_WIDTH = 1_200
export const CARD_HEIGHT = 630

/** What an app that shows squares keeps, with a margin. */
const TEXT_WIDTH = 580
const MIDDLE = CARD_WIDTH / 2
/** All text is within this part of the card, also what sticks out of its line. */
const TEXT_BOX = { left: 300, top: 50, width: 600, height: 430 }
const TITLE = { top: 128, bottom: 474, sizes: [76, 68, 60, 53, 47, 42, 37, 33] }
const LINE = 1.16
const NAME = { baseline: 92, size: 32 }
/** No house is higher. */
const STREET_HEIGHT = 150
const HOUSES = { ground: STREET_HEIGHT, least: 44, more: 56 }

const WHITE: Rgb = [255, 255, 255]
/** Half of the colours for letters, half for houses; 15 levels are more than an eye sees at an edge. */
const LEVELS = 8

/** The card as PNG. Letters that the typeface lacks are left out; a title of mostly those leaves the name of the wijk. */
export function drawCard({ title, wijk, colour }: CardText): Uint8Array {
  const { letters, picture, street } = sheetFor(wijk)
  const [name, heading] = [writable(wijk), headingOf(title)]
  const isOfWijk = heading === '' || heading === name
  const { lines, size } = fit(isOfWijk ? name : heading)
  const high = lines.length * size * LINE
  const top = TITLE.top + (TITLE.bottom - TITLE.top - high) / 2
  for (const [number, line] of lines.entries())
    write(letters, line, size, top + number * size * LINE + size * 0.95)
  if (!isOfWijk) write(letters, shortened(name, NAME.size), NAME.size, NAME.baseline)

  letters.take(LEVELS, (row, first, last, pixels) =>
    picture.setRow(TEXT_BOX.top + row, TEXT_BOX.left, first, last, pixels),
  )
  const paper = paperOf(colour)
  const roof = blend(paper, WHITE, 0.22)
  const shades = (to: Rgb) =>
    Array.from({ length: LEVELS }, (_, level) => blend(paper, to, level / (LEVELS - 1)))
  const png = pngOf(picture, [...shades(WHITE), ...shades(roof)], street)
  picture.clear(TEXT_BOX.top, TEXT_BOX.top + TEXT_BOX.height)
  sheet = { wijk, letters, picture, street }
  return png
}

function write(on: Coverage, line: string, size: number, baseline: number): void {
  const left = MIDDLE - widthOf(line, size) / 2 - TEXT_BOX.left
  for (const outline of outlinesOf(line, size, left, baseline - TEXT_BOX.top)) on.add(outline)
}

/** Without what the typeface has no letters for, such as emoji. */
function writable(text: string): string {
  const kept = [...text.normalize('NFC')].map((each) => (/\s/u.test(each) ? ' ' : canWrite(each) ? each : ''))
  return kept.join('').replace(/ +/g, ' ').trim()
}

/** The title; empty when too little of it would be left to know it by, such as the ':' of one in another script. */
function headingOf(title: string): string {
  const heading = writable(title)
  const lettersIn = (text: string) => text.normalize('NFC').match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const left = lettersIn(heading)
  return left === 0 || left * 2 < lettersIn(title) ? '' : heading
}

/** The title in the largest letters in which it fits; what fits in none is cut off. */
function fit(title: string): { readonly lines: readonly string[]; readonly size: number } {
  for (const size of TITLE.sizes) {
    const lines = linesOf(title, size)
    const isHigh = lines.length * size * LINE > TITLE.bottom - TITLE.top
    if (!isHigh && lines.every((line) => widthOf(line, size) <= TEXT_WIDTH)) return { lines, size }
  }
  const size = TITLE.sizes.at(-1)!
  const room = Math.floor((TITLE.bottom - TITLE.top) / (size * LINE))
  const lines = linesOf(title, size).flatMap((line) => piecesOf(line, size))
  const kept = lines.slice(0, room)
  if (lines.length > room) kept[room - 1] = shortened(`${kept[room - 1]!.replace(/…$/, '')}…`, size)
  return { lines: kept, size }
}

function linesOf(text: string, size: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && widthOf(longer, size) <= TEXT_WIDTH) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** A word that is wider than a line, cut where the line ends. */
function piecesOf(line: string, size: number): string[] {
  const pieces = ['']
  for (const letter of line) {
    const longer = pieces.at(-1)! + letter
    if (widthOf(longer, size) <= TEXT_WIDTH) pieces[pieces.length - 1] = longer
    else pieces.push(letter)
  }
  return pieces
}

function shortened(line: string, size: number): string {
  if (widthOf(line, size) <= TEXT_WIDTH) return line
  const letters = [...line.replace(/…$/, '')]
  while (letters.length > 1 && widthOf(`${letters.join('')}…`, size) > TEXT_WIDTH) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

/** What a card is drawn on: above the houses of a wijk there is nothing yet. */
interface Sheet {
  readonly wijk: string
  readonly letters: Coverage
  readonly picture: Picture
  readonly street: Lowest
}

let sheet: Sheet | undefined

/** That of the card before, as a wijk draws many. It is put back by who left nothing on it. */
function sheetFor(wijk: string): Sheet {
  const last = sheet
  sheet = undefined
  if (last?.wijk === wijk) return last
  const letters = last?.letters ?? new Coverage(TEXT_BOX.width, TEXT_BOX.height)
  const picture = last?.picture ?? new Picture(CARD_WIDTH, CARD_HEIGHT)
  const top = CARD_HEIGHT - STREET_HEIGHT
  picture.clear(top, CARD_HEIGHT)
  const houses = new Coverage(CARD_WIDTH, STREET_HEIGHT)
  for (const outline of streetOf(wijk)) houses.add(outline)
  houses.take(LEVELS, (row, first, end, pixels) => {
    const roofs = pixels.map((level) => (level > 0 ? LEVELS + level : 0))
    picture.setRow(top + row, 0, first, end, roofs)
  })
  return { wijk, letters, picture, street: lowestOf(picture, top) }
}

/** A row of houses along the ground, of the letters of the name: each wijk has its own. */
function streetOf(name: string): Outline[] {
  const letters = [...name]
  const houses: Outline[] = []
  for (let x = -10, number = 0; x < CARD_WIDTH; number++) {
    const code = (letters[number % Math.max(1, letters.length)]?.codePointAt(0) ?? 97) * 7 + number * 5
    const width = 46 + (code % 5) * 9
    const wall = HOUSES.ground - HOUSES.least - (code % 7) * (HOUSES.more / 7)
    houses.push(houseOf(x, width, wall, code % 3))
    x += width + (code % 4 === 0 ? 16 : 3)
  }
  return houses
}

function houseOf(x: number, width: number, wall: number, gable: number): Outline {
  const { ground } = HOUSES
  const [right, middle] = [x + width, x + width / 2]
  const step = width / 6
  switch (gable) {
    // Pointed.
    case 0:
      return [x, ground, x, wall, middle, wall - width * 0.55, right, wall, right, ground]
    // Stepped.
    case 1:
      return [
        x,
        ground,
        x,
        wall,
        x + step,
        wall,
        x + step,
        wall - step,
        x + 2 * step,
        wall - step,
        x + 2 * step,
        wall - 2 * step,
        right - 2 * step,
        wall - 2 * step,
        right - 2 * step,
        wall - step,
        right - step,
        wall - step,
        right - step,
        wall,
        right,
        wall,
        right,
        ground,
      ]
    // Necked.
    default:
      return [
        x,
        ground,
        x,
        wall,
        middle - step,
        wall - step,
        middle - step,
        wall - 2.4 * step,
        middle,
        wall - 3 * step,
        middle + step,
        wall - 2.4 * step,
        middle + step,
        wall - step,
        right,
        wall,
        right,
        ground,
      ]
  }
}

/** The colour of the wijk, so much darker that white letters on it have a contrast of at least 5 : 1. */
function paperOf(colour: string): Rgb {
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour)
  let paper: Rgb = hex ? [parseInt(hex[1]!, 16), parseInt(hex[2]!, 16), parseInt(hex[3]!, 16)] : [47, 107, 79]
  while (1.05 / (lightOf(paper) + 0.05) < 5) paper = blend(paper, [0, 0, 0], 0.06)
  return paper
}

/** Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function lightOf(colour: Rgb): number {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function blend(from: Rgb, to: Rgb, part: number): Rgb {
  const mix = (place: 0 | 1 | 2) => Math.round(from[place] + (to[place] - from[place]) * part)
  return [mix(0), mix(1), mix(2)]
}
