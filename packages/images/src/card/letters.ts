/** Text as outlines, from a typeface that comes along: Atkinson Hyperlegible Next Bold (OFL), in two files by letter. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype from 'opentype.js'
import type { Outline } from './coverage.ts'

interface Letter {
  readonly font: opentype.Font
  readonly glyph: opentype.Glyph
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
    letter = font ? { font, glyph: font.charToGlyph(character) } : null
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

/** Goes from letter to letter, and answers where the last one ends. */
function walk(text: string, size: number, visit: (letter: Letter, x: number) => void): number {
  let x = 0
  let before: Letter | null = null
  for (const character of text) {
    const letter = letterOf(character)
    if (!letter) continue
    const scale = size / letter.font.unitsPerEm
    if (before?.font === letter.font) x += letter.font.getKerningValue(before.glyph, letter.glyph) * scale
    visit(letter, x)
    x += (letter.glyph.advanceWidth ?? 0) * scale
    before = letter
  }
  return x
}

/** Straight pieces that a curve becomes: at these sizes none can be seen. */
const PIECES = 6

function outlinesOfGlyph(glyph: opentype.Glyph, scale: number, left: number, baseline: number): Outline[] {
  const outlines: [number, number][][] = []
  const place = (x: number, y: number): [number, number] => [left + x * scale, baseline - y * scale]
  let current: [number, number][] = []
  for (const command of glyph.path.commands) {
    switch (command.type) {
      case 'M':
        current = [place(command.x, command.y)]
        outlines.push(current)
        break
      case 'L':
        current.push(place(command.x, command.y))
        break
      case 'Q':
      case 'C': {
        const from = current.at(-1)!
        const first = place(command.x1, command.y1)
        const second = command.type === 'C' ? place(command.x2, command.y2) : null
        const to = place(command.x, command.y)
        for (let piece = 1; piece <= PIECES; piece++) {
          const t = piece / PIECES
          current.push(second ? cubic(from, first, second, to, t) : quadratic(from, first, to, t))
        }
        break
      }
      case 'Z':
        break
    }
  }
  return outlines
}

type Point = readonly [number, number]

function quadratic(a: Point, b: Point, c: Point, t: number): [number, number] {
  const u = 1 - t
  const at = (axis: 0 | 1) => u * u * a[axis] + 2 * u * t * b[axis] + t * t * c[axis]
  return [at(0), at(1)]
}

function cubic(a: Point, b: Point, c: Point, d: Point, t: number): [number, number] {
  const u = 1 - t
  const at = (axis: 0 | 1) =>
    u * u * u * a[axis] + 3 * u * u * t * b[axis] + 3 * u * t * t * c[axis] + t * t * t * d[axis]
  return [at(0), at(1)]
}
