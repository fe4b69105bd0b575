import { expect, test } from 'vitest'
import { keepStatements } from './kept-statements.ts'

function aConnection() {
  const compiled: string[] = []
  const connection = {
    prepare(sql: string) {
      compiled.push(sql)
      return { sql }
    },
  }
  keepStatements(connection)
  return { compiled, prepare: (sql: string) => connection.prepare(sql) }
}

test('compiles a statement once, however often it is asked', () => {
  const { compiled, prepare } = aConnection()
  expect(prepare('select 1')).toBe(prepare('select 1'))
  prepare('select 2')
  expect(compiled).toEqual(['select 1', 'select 2'])
})

test('forgets the one that was used longest ago, and does not keep a very long one', () => {
  const { compiled, prepare } = aConnection()
  const long = `select ${'1,'.repeat(4000)}`
  for (let number = 0; number < 600; number++) prepare(`select ${number}`)
  prepare(long)
  prepare('select 0')
  prepare('select 600')
  compiled.length = 0
  for (const sql of ['select 0', 'select 600', 'select 1', long]) prepare(sql)
  expect(compiled).toEqual(['select 1', long])
})
