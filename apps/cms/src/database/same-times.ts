import type { Core } from '@strapi/strapi'
import { isPostgres } from './transaction.ts'

interface Driver {
  readonly types: {
    readonly builtins: { readonly TIME: number }
    setTypeParser(type: number, parse: (text: string) => string): void
  }
}

/** Has PostgreSQL give a time of the day as SQLite does, with milliseconds: 19:30:00.000. To be called while bootstrapping. */
export function giveSameTimes(strapi: Core.Strapi): void {
  if (!isPostgres(strapi)) return
  const { types } = (strapi.db.connection.client as { driver: Driver }).driver
  types.setTypeParser(types.builtins.TIME, (text) => {
    const [time = '', fraction = ''] = text.split('.')
    return `${time}.${fraction.padEnd(3, '0')}`
  })
}
