/** The fields of an entry, by the names of its content type and sound (src/entries); a file is its id. */
export type EntryFields = Readonly<Record<string, unknown> & { slug: string }>

/** A row that was written, with the fields of its entry. */
export interface MadeRow {
  readonly id: number
  readonly fields: EntryFields
}
