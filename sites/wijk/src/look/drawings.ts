/** The street and the mark of a wijk as SVG: text without fonts, scripts or anything from elsewhere. */
import type { Hex } from './oklch.ts'
import { buildingOf, HEIGHT, plainLetters, streetOf, type Building } from './street.ts'

export interface StreetColours {
  /** The houses in front: the colour of the page that they stand on. */
  readonly near: Hex
  readonly far: Hex
  readonly window: Hex
}

/** The street of `name` as a drawing that can stand beside itself without a seam. */
export function streetSvg(name: string, { near, far, window }: StreetColours): string {
  const front = streetOf(name)
  const width = widthOf(front)
  // The row behind is the same street seen from the other side, a little higher up.
  const back = placed(front.toReversed(), 0, -13)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT + 14}" viewBox="0 -14 ${width} ${HEIGHT + 14}">` +
    `<g fill="${far}">${back.map(({ at, outline }) => `<path transform="${at}" d="${outline}"/>`).join('')}` +
    `<path d="M0 ${HEIGHT - 16}h${width}v16H0z"/></g>` +
    // The thin line around them closes the seams that a browser would show between houses.
    `<g fill="${near}" stroke="${near}" stroke-width=".6">${placed(front, 0, 0)
      .map(({ at, outline }) => `<path transform="${at}" d="${outline}"/>`)
      .join('')}</g>` +
    `<g fill="${window}">${placed(front, 0, 0)
      .filter(({ windows }) => windows.length > 0)
      .map(({ at, windows }) => `<path transform="${at}" d="${windowsPath(windows)}"/>`)
      .join('')}</g></svg>\n`
  )
}

/** The mark of a wijk, for the tab of the browser: the house of its first letter. */
export function markSvg(
  name: string,
  { band, onBand }: { readonly band: Hex; readonly onBand: Hex },
): string {
  const { width, height, outline, windows } = buildingOf([...plainLetters(name)][0] ?? 'w', true, 0)
  const scale = Math.min(50 / width, 50 / height)
  const place = `translate(${round(32 - (width * scale) / 2)} ${round(58 - HEIGHT * scale)}) scale(${round(scale)})`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="12" fill="${band}"/>` +
    `<path transform="${place}" fill="${onBand}" d="${outline}"/>` +
    `<path transform="${place}" fill="${band}" d="${windowsPath(windows)}"/></svg>\n`
  )
}

interface Placed extends Building {
  readonly at: string
}

function placed(buildings: readonly Building[], x: number, y: number): Placed[] {
  let left = x
  return buildings.map((building) => {
    const at = `translate(${round(left)} ${y})`
    left += building.width
    return { ...building, at }
  })
}

const widthOf = (buildings: readonly Building[]) =>
  round(buildings.reduce((sum, { width }) => sum + width, 0))

const windowsPath = (windows: Building['windows']) =>
  windows
    .map(({ x, y, width, height }) => `M${round(x)} ${round(y)}h${width}v${round(height)}h-${width}z`)
    .join('')

const round = (value: number) => Math.round(value * 100) / 100
