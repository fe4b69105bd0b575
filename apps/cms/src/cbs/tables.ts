/** **Area**: a wijk or buurt in the table of the CBS that an operator read in; there is one table, of one year, or none. */
import type { Core } from '@strapi/strapi'
import { addTable } from '../database/add-table.ts'

export const AREAS = 'cbs_areas'

export interface AreaRow {
  readonly code: string
  /** The year of the table. */
  readonly vintage: number
  readonly name: string
  readonly municipality: string
  /** What it is found by: all of the above in plain small letters. */
  readonly searched: string
}

/** Makes the table part of Strapi's schema; to be called while registering. */
export function registerAreaTable(strapi: Core.Strapi): void {
  addTable(strapi, {
    name: 'cbs-area',
    table: AREAS,
    columns: {
      code: 'string',
      vintage: 'integer',
      name: 'string',
      municipality: 'string',
      searched: 'string',
    },
    indexes: [{ name: 'cbs_areas_code', columns: ['code'], type: 'unique' }],
  })
}
