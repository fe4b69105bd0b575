/** Somewhere to go, with what it is called. */
export interface Link {
  readonly href: string
  readonly title: string
}
