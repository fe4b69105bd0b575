/** A connection of better-sqlite3, as far as this needs it. */
interface Connection<Statement> {
  prepare(sql: string): Statement
}

/** Statements kept. One publish asks about a hundred different ones, and each length of a list of ids is one of its own. */
const MOST = 600
/** A longer one is that of a bulk import, which does not come back. Characters. */
const MAX_LENGTH = 4000

/**
 * Has a connection compile a statement that it was asked before only once: knex has each compiled anew, which costs more than
 * running it. SQLite compiles a kept one again by itself when a table changes.
 */
export function keepStatements<Statement>(connection: Connection<Statement>): void {
  // The one that was used longest ago stands first.
  const kept = new Map<string, Statement>()
  const prepare = connection.prepare.bind(connection)
  connection.prepare = (sql) => {
    const known = kept.get(sql)
    const statement = known ?? prepare(sql)
    if (known) kept.delete(sql)
    if (sql.length > MAX_LENGTH) return statement
    kept.set(sql, statement)
    if (kept.size > MOST) kept.delete(kept.keys().next().value!)
    return statement
  }
}
