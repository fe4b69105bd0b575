/**
 * Colours by how light they look. OKLCH: lightness 0-1, chroma from 0 (grey) to about 0.3, hue in degrees.
 * Formulas: Björn Ottosson, https://bottosson.github.io/posts/oklab/; contrast: WCAG 2.2, relative luminance.
 */

/** `#rrggbb`, lower case. */
export type Hex = `#${string}`

export interface Oklch {
  readonly lightness: number
  readonly chroma: number
  readonly hue: number
}

type Triple = readonly [number, number, number]

/** The colour `hex` as it looks. */
export function oklchOf(hex: Hex): Oklch {
  const [r, g, b] = linearOf(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return { lightness, chroma: Math.hypot(a, bb), hue: (Math.atan2(bb, a) * 180) / Math.PI }
}

/** The nearest colour a screen has: hue and lightness stay, chroma gives way. */
export function hexOf({ lightness, chroma, hue }: Oklch): Hex {
  let low = 0
  let high = chroma
  if (!isOnScreen(rgbOf({ lightness, chroma, hue }))) {
    for (let step = 0; step < 16; step++) {
      const middle = (low + high) / 2
      if (isOnScreen(rgbOf({ lightness, chroma: middle, hue }))) low = middle
      else high = middle
    }
    high = low
  }
  const parts = rgbOf({ lightness, chroma: high, hue }).map((part) => {
    const encoded = part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055
    const byte = Math.round(Math.min(1, Math.max(0, encoded)) * 255)
    return byte.toString(16).padStart(2, '0')
  })
  return `#${parts.join('')}`
}

/** Contrast of two colours, 1 to 21. */
export function contrast(one: Hex, other: Hex): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: Hex): number {
  const [r, g, b] = linearOf(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function linearOf(hex: Hex): Triple {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return [r, g, b]
}

function rgbOf({ lightness, chroma, hue }: Oklch): Triple {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** A little outside is rounded away; more would be another colour. */
const isOnScreen = (rgb: Triple) => rgb.every((part) => part > -0.0005 && part < 1.0005)
