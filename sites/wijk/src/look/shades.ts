/**
 * From the one colour that a wijk chooses to all the colours its site needs,
 * so that any colour at all gives text that can be read, by day and in the dark scheme.
 *
 * band   - behind the name of the wijk, as near to the chosen colour as its text allows
 * accent - links, small headings, buttons, on paper or tint
 * tint   - behind a block that stands apart
 */
import { contrast, hexOf, oklchOf, type Hex, type Oklch } from './oklch.ts'

/** The colours that are the same in every wijk; `styles/tokens.css` has them too. */
export const light = { paper: '#fdfbf7', ink: '#1f1b16', quiet: '#5c544a' } as const
export const dark = { paper: '#181512', ink: '#efe9df', quiet: '#b8afa2' } as const

/** Least contrast of text; WCAG 2.2 AA asks 4.5, and the rest is comfort. */
export const READABLE = 5

export interface Shades {
  readonly band: Hex
  /** Text on the band. */
  readonly onBand: Hex
  readonly accent: Hex
  /** Text on a block of accent. */
  readonly onAccent: Hex
  readonly tint: Hex
  /** Rules and borders; not for text. */
  readonly line: Hex
  /** The houses in the back row of the street, and the windows of those in front. */
  readonly far: Hex
  readonly window: Hex
}

/** The shades of a wijk with this colour, `#rrggbb`; of a neutral ink blue when it is not a colour. */
export function shadesOf(colour: string): { readonly light: Shades; readonly dark: Shades } {
  const chosen = oklchOf(isHex(colour) ? colour : '#2f4858')
  return { light: byDay(chosen), dark: inTheDark(chosen) }
}

function byDay(chosen: Oklch): Shades {
  const { band, onBand } = readableBand(chosen)
  const tint = hexOf({ ...chosen, lightness: 0.957, chroma: Math.min(chosen.chroma, 0.013) })
  const accent = until(chosen, -0.01, (hex) =>
    [light.paper, tint].every((on) => contrast(hex, on) >= READABLE),
  )
  const { lightness, chroma, hue } = oklchOf(band)
  return {
    band,
    onBand,
    accent,
    onAccent: light.paper,
    tint,
    line: hexOf({ ...chosen, lightness: 0.87, chroma: Math.min(chosen.chroma, 0.035) }),
    far: hexOf({ lightness: lightness + (0.985 - lightness) * 0.28, chroma: chroma * 0.85, hue }),
    window: hexOf({ lightness: lightness + (0.985 - lightness) * 0.12, chroma, hue }),
  }
}

function inTheDark(chosen: Oklch): Shades {
  const chroma = Math.min(chosen.chroma, 0.13)
  const tint = hexOf({ ...chosen, lightness: 0.245, chroma: Math.min(chosen.chroma, 0.025) })
  const start = { ...chosen, chroma, lightness: Math.max(chosen.lightness, 0.76) }
  const accent = until(start, 0.01, (hex) => [dark.paper, tint].every((on) => contrast(hex, on) >= READABLE))
  const bandStart = { ...chosen, chroma: Math.min(chosen.chroma, 0.11), lightness: 0.42 }
  const band = until(bandStart, -0.01, (hex) => contrast(hex, dark.ink) >= READABLE)
  return {
    band,
    onBand: dark.ink,
    accent,
    onAccent: dark.paper,
    tint,
    line: hexOf({ ...chosen, lightness: 0.36, chroma: Math.min(chosen.chroma, 0.03) }),
    far: hexOf({ ...bandStart, lightness: oklchOf(band).lightness - 0.09 }),
    window: '#ffd58a',
  }
}

/** Paper or ink on the chosen colour, whichever fits better; the colour gives way until it can be read. */
function readableBand(chosen: Oklch): Pick<Shades, 'band' | 'onBand'> {
  // Never as light as paper: the street in front of it would not be seen.
  const lightness = Math.min(chosen.lightness, 0.86)
  const start = hexOf({ ...chosen, lightness })
  // Paper is preferred, because it makes the calmer band, unless the colour would have to change much for it.
  const onPaper = contrast(start, light.paper) >= 3.4
  const onBand = onPaper ? light.paper : light.ink
  const band = until(
    { ...chosen, lightness },
    onPaper ? -0.01 : 0.01,
    (hex) => contrast(hex, onBand) >= READABLE,
  )
  return { band, onBand }
}

/** The first colour on the way lighter or darker that is good enough. */
function until(start: Oklch, step: number, isGood: (hex: Hex) => boolean): Hex {
  for (let lightness = start.lightness; lightness > 0 && lightness < 1; lightness += step) {
    const hex = hexOf({ ...start, lightness })
    if (isGood(hex)) return hex
  }
  return step > 0 ? '#ffffff' : '#000000'
}

const isHex = (text: string): text is Hex => /^#[0-9a-f]{6}$/i.test(text)
