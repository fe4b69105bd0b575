import type { Core } from '@strapi/strapi'

interface Table {
  /** What one row is called. */
  readonly name: string
  readonly table: string
  /** Beside `id`. Moments are strings, ISO in UTC, so that they read the same from every database. */
  readonly columns: Readonly<Record<string, 'string' | 'text' | 'integer' | 'boolean'>>
  readonly indexes: readonly {
    readonly name: string
    readonly columns: readonly string[]
    readonly type?: 'unique'
  }[]
}

/**
 * Makes a table of ours part of Strapi's schema; to be called while registering. A plain model, `wijkpers::<name>`, and no content type:
 * those can be read through APIs and edited through screens.
 */
export function addTable(strapi: Core.Strapi, { name, table, columns, indexes }: Table): void {
  strapi.get('models').add({
    uid: `wijkpers::${name}`,
    singularName: name,
    modelName: name,
    tableName: table,
    attributes: {
      id: { type: 'increments' },
      ...Object.fromEntries(Object.entries(columns).map(([column, type]) => [column, { type }])),
    },
    indexes: indexes.map((index) => ({ ...index, columns: [...index.columns] })),
  })
}
