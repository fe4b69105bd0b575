/** Where else a wijk can be found: a column each, in the order in which its site names them. */
export const NETWORKS = ['facebook', 'instagram', 'whatsapp', 'mastodon'] as const

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
  'municipality',
  ...NETWORKS,
  'publisher_name',
  'publisher_address',
  'kvk_number',
  'btw_number',
  'privacy_email',
  'started_on',
  'resting_since',
  'resting_why',
  'resting_contact',
  'wants_buurtverbinder',
] as const

type NotText = 'cbs_vintage' | 'wants_buurtverbinder' | 'started_on' | 'resting_since'

export type WijkRow = Readonly<
  Record<Exclude<(typeof WIJK_COLUMNS)[number], NotText>, string | null> & {
    cbs_vintage: number | null
    started_on: string | Date | null
    resting_since: string | Date | null
    /** SQLite has 0 and 1. */
    wants_buurtverbinder: boolean | number | null
  }
>
