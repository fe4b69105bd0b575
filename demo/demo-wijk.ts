/**
 * A demo wijk as `importWijk` takes it, except that a photo is the name of one of our pictures:
 * whoever brings it to the CMS puts `rasterise(picture)` in its place.
 */
import type { BlockNode, WijkState } from '@wijkpers/content'
import type { PictureName } from './pictures.ts'

export interface DemoWijk {
  readonly wijk: DemoSettings
  readonly entries: readonly DemoEntry[]
}

export interface DemoSettings {
  readonly slug: string
  readonly name: string
  readonly state: WijkState
  readonly tagline: string
  readonly welcome: string
  /** `#rrggbb`. */
  readonly colour: string
  readonly domain: string | null
  readonly contactEmail: string | null
  readonly contactPhone: string | null
  readonly cbsCode: string | null
  readonly cbsVintage: number | null
  /** E-mail addresses of demo accounts that edit this wijk. */
  readonly editors: readonly string[]
}

export type DemoEntry = DemoOrganisation | DemoArticle | DemoEvent | DemoInfoPage

export interface DemoArticle {
  readonly kind: 'article'
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  readonly photo: DemoPhoto | null
  /** Slug of an organisation of the same wijk. */
  readonly organisation: string | null
  /** ISO in UTC. */
  readonly firstPublishedAt: string
}

export interface DemoEvent {
  readonly kind: 'event'
  readonly slug: string
  readonly title: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  /** ISO in UTC. */
  readonly startsAt: string
  readonly endsAt: string | null
  readonly allDay: boolean
  readonly place: string
  readonly price: string
  readonly cancelled: boolean
  /** Slug of an organisation of the same wijk. */
  readonly organisation: string | null
}

export interface DemoOrganisation {
  readonly kind: 'organisation'
  readonly slug: string
  readonly name: string
  readonly summary: string
  readonly body: readonly BlockNode[]
  readonly website: string | null
  readonly email: string | null
  readonly phone: string | null
}

export interface DemoInfoPage {
  readonly kind: 'infoPage'
  readonly slug: string
  readonly title: string
  readonly body: readonly BlockNode[]
  readonly position: number
}

export interface DemoPhoto {
  readonly picture: PictureName
  readonly alt: string
}
