/** Text as outlines, from a typeface that comes along: Atkinson Hyperlegible Next Bold (OFL), in two files by letter. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype from 'opentype.js'
import type { Outline } from './coverage.ts'

interface Letter {
  readonly font: opentype.Font
  readonly glyph: opentype.Glyph
  /** By the letter after it, in units of the font. */
  readonly kerning: Map<Letter, number>
}

const require = createRequire(import.meta.url)
// The Latin alphabet, and the letters that Turkish, Polish, Frisian and others add to it.
const FILES = [
  require.resolve('@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-700-normal.woff'),
  require.resolve('@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-ext-700-normal.woff'),
]

let fonts: readonly opentype.Font[] | undefined
const letters = new Map<string, Letter | null>()

function letterOf(character: string): Letter | null {
  fonts ??= FILES.map((file) => {
    const { buffer, byteOffset, byteLength } = readFileSync(file)
    return opentype.parse(buffer.slice(byteOffset, byteOffset + byteLength))
  })
  let letter = letters.get(character)
  if (letter === undefined) {
    const font = fonts.find((one) => one.charToGlyphIndex(character) > 0)
    letter = font ? { font, glyph: font.charToGlyph(character), kerning: new Map() } : null
    letters.set(character, letter)
  }
  return letter
}

/** Whether the typeface has every letter of `text`. */
export function canWrite(text: string): boolean {
  return [...text].every((character) => letterOf(character) !== null)
}

/** How wide `text` is in letters of `size` pixels. */
export function widthOf(text: string, size: number): number {
  return walk(text, size, () => undefined)
}

/** The outlines of `text`, its letters on the line `baseline`, beginning at `left`. */
export function outlinesOf(text: string, size: number, left: number, baseline: number): readonly Outline[] {
  const outlines: Outline[] = []
  walk(text, size, ({ font, glyph }, x) => {
    outlines.push(...outlinesOfGlyph(glyph, size / font.unitsPerEm, left + x, baseline))
  })
  return outlines
}

function kerningOf(letter: Letter, after: Letter): number {
  let kerning = letter.kerning.get(after)
  if (kerning === undefined) {
    kerning = letter.font.getKerningValue(letter.glyph, after.glyph)
    letter.kerning.set(after, kerning)
  }
  return kerning
}

/** Goes from letter to letter, and answers where the last one ends. */
function walk(text: string, size: number, visit: (letter: Letter, x: number) => void): number {
  let x = 0
  let before: Letter | null = null
  for (const character of text) {
    const letter = letterOf(character)
    if (!letter) continue
    const scale = size / letter.font.unitsPerEm
    if (before?.font === letter.font) x += kerningOf(before, letter) * scale
    visit(letter, x)
    x += (letter.glyph.advanceWidth ?? 0) * scale
    before = letter
  }
  return x
}

/** Straight pieces that a curve becomes: at these sizes none can be seen. */
const PIECES = 6

function outlinesOfGlyph(glyph: opentype.Glyph, scale: number, left: number, baseline: number): Outline[] {
  const outlines: number[][] = []
  let current: number[] = []
  let [fromX, fromY] = [0, 0]
  for (const command of glyph.path.commands) {
    if (command.type === 'Z') continue
    const toX = left + command.x * scale
    const toY = baseline - command.y * scale
    switch (command.type) {
      case 'M':
        current = [toX, toY]
        outlines.push(current)
        break
      case 'L':
        current.push(toX, toY)
        break
      case 'Q': {
        const x = left + command.x1 * scale
        const y = baseline - command.y1 * scale
        for (let piece = 1; piece <= PIECES; piece++) {
          const t = piece / PIECES
          current.push(quadratic(fromX, x, toX, t), quadratic(fromY, y, toY, t))
        }
        break
      }
      case 'C': {
        const [x1, y1] = [left + command.x1 * scale, baseline - command.y1 * scale]
        const [x2, y2] = [left + command.x2 * scale, baseline - command.y2 * scale]
        for (let piece = 1; piece <= PIECES; piece++) {
          const t = piece / PIECES
          current.push(cubic(fromX, x1, x2, toX, t), cubic(fromY, y1, y2, toY, t))
        }
        break
      }
    }
    // Where the piece ended by its own sum: the next one goes on there.
    fromX = current.at(-2)!
    fromY = current.at(-1)!
  }
  return outlines
}

function quadratic(a: number, b: number, c: number, t: number): number {
  const u = 1 - t
  return u * u * a + 2 * u * t * b + t * t * c
}

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  const u = 1 - t
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d
}
