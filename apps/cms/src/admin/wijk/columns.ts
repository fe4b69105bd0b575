import { currentMe } from '../me/use-me.ts'

/** One column of a list, as Strapi hands it to who may change the columns. */
interface Column {
  readonly name: string
}

interface Columns {
  readonly displayedHeaders: readonly Column[]
  readonly layout: unknown
}

/** What whoever only writes may not read: it would be a column of dashes. */
const NOT_FOR_WRITERS = new Set(['wijk', 'publishedFirstAt'])

/** Leaves out of a list what says the same on every row. */
export function calmColumns({ displayedHeaders, layout }: Columns): Columns {
  const me = currentMe()
  const isAlwaysTheSame = ({ name }: Column) =>
    me !== null &&
    ((name === 'wijk' && (me.currentWijk !== null || me.wijken.length < 2)) ||
      (NOT_FOR_WRITERS.has(name) && !me.may('publish')))
  return { displayedHeaders: displayedHeaders.filter((column) => !isAlwaysTheSame(column)), layout }
}
