/** The stylesheet and drawings that are a wijk's own: files, because the content security policy allows no inline styles. */
import { createHash } from 'node:crypto'
import type { Wijk } from '@wijkpers/content'
import type { Site } from '@wijkpers/content/site'
import { markSvg, streetSvg } from '../look/drawings.ts'
import { dark, light, shadesOf, type Shades } from '../look/shades.ts'

export interface WijkStyle {
  /** Address of the stylesheet. */
  readonly href: string
  /** Colour of the browser's own bar in the light and the dark scheme. */
  readonly themeColours: { readonly light: string; readonly dark: string }
  /** The files below /stijl/. Each is named for what is in it, so it may be kept for ever. */
  readonly files: readonly StyleFile[]
}

export interface StyleFile {
  readonly name: string
  readonly kind: 'css' | 'svg'
  readonly text: string
}

// Every page asks for it and a street takes as long to draw as a page. Its only input is the key.
const drawn = new WeakMap<Wijk, WijkStyle>()

/** The style of the wijk. */
export function wijkStyle(site: Site): WijkStyle {
  const wijk = site.wijk()
  const style = drawn.get(wijk) ?? draw(wijk)
  drawn.set(wijk, style)
  return style
}

/** The names of the wijk's own files of one kind. */
export function styleNames(site: Site, kind: StyleFile['kind']): string[] {
  return wijkStyle(site)
    .files.filter((file) => file.kind === kind)
    .map(({ name }) => name)
}

/** The text of one of them. */
export function styleFile(site: Site, kind: StyleFile['kind'], name: string | undefined): string {
  const file = wijkStyle(site).files.find((one) => one.kind === kind && one.name === name)
  if (!file) throw new Error(`no ${kind} file ${name}`)
  return file.text
}

/** The mark of the wijk, for the tab of the browser. */
export function mark(site: Site): string {
  const { name, colour } = site.wijk()
  return markSvg(name, shadesOf(colour).light)
}

function draw({ name, colour }: Wijk): WijkStyle {
  const shades = shadesOf(colour)
  const day = fileOf('svg', streetSvg(name, { ...shades.light, near: light.paper }))
  const night = fileOf('svg', streetSvg(name, { ...shades.dark, near: dark.paper }))
  const css = fileOf(
    'css',
    `:root{${properties(shades.light, day)}}` +
      `@media (prefers-color-scheme:dark){:root{${properties(shades.dark, night)}}}\n`,
  )
  return {
    href: addressOf(css),
    themeColours: { light: shades.light.band, dark: shades.dark.band },
    files: [css, day, night],
  }
}

function properties({ band, onBand, accent, onAccent, tint, line }: Shades, street: StyleFile): string {
  const values = {
    band,
    'on-band': onBand,
    accent,
    'on-accent': onAccent,
    tint,
    line,
    street: `url(${addressOf(street)})`,
  }
  return Object.entries(values)
    .map(([name, value]) => `--wijk-${name}:${value}`)
    .join(';')
}

function fileOf(kind: StyleFile['kind'], text: string): StyleFile {
  return { name: createHash('sha256').update(text).digest('hex').slice(0, 16), kind, text }
}

const addressOf = ({ name, kind }: StyleFile) => `/stijl/${name}.${kind}`
