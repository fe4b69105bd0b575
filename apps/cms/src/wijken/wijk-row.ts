/** The columns of a wijk that its site can show; editors, for one, are not among them. */
export const WIJK_COLUMNS = [
  'slug',
  'name',
  'state',
  'tagline',
  'welcome',
  'colour',
  'domain',
  'contact_email',
  'contact_phone',
  'cbs_code',
  'cbs_vintage',
] as const

export type WijkRow = Readonly<
  Record<Exclude<(typeof WIJK_COLUMNS)[number], 'cbs_vintage'>, string | null> & {
    cbs_vintage: number | null
  }
>
