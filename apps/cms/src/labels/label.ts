/** What is said of a field, and how the fields of a screen stand. */
export interface FieldLabel {
  readonly label: string
  readonly hint?: string
  readonly placeholder?: string
  /** Of a relation: the field that names the other document. */
  readonly mainField?: string
  /** Whether it is shown and cannot be typed in. */
  readonly readOnly?: boolean
}

/** Rows of fields with their width; a row has 12 columns. */
export type EditLayout = readonly (readonly (readonly [field: string, width: 3 | 4 | 6 | 8 | 12])[])[]

/** Of a component: a part of a screen. */
export interface ComponentLabels {
  /** The field that tells one from another where there are several. */
  readonly mainField: string
  readonly edit: EditLayout
  readonly fields: Readonly<Record<string, FieldLabel>>
}

export interface TypeLabels extends ComponentLabels {
  readonly sortBy: string
  readonly sortOrder: 'ASC' | 'DESC'
  readonly list: readonly string[]
}
