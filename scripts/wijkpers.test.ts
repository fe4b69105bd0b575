import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** What the command says to these words, which it refuses before it looks for an installation. */
function refused(...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'wijkpers.ts'), ...words],
    { encoding: 'utf8' },
  )
  expect([status, stdout]).toEqual([2, ''])
  return stderr
}

test.each([
  [['foo'], 'De opdracht ‘foo’ is er niet. Wel: status, publish,'],
  [['rollback'], 'Achter ‘rollback’ hoort: <wijk> [versie].\n  rollback <wijk> [versie] '],
  [['status', 'a', 'b'], 'Er staat te veel achter ‘status’: a b.'],
  [['status', '--why', 'x'], '‘--why’ hoort niet bij ‘status’.'],
  [['status', '--jsn'], '‘--jsn’ hoort niet bij ‘status’.'],
  [['rollback', 'molenwijk', '--why'], 'Achter ‘--why’ hoort een tekst.'],
  [['rollback', 'molenwijk', '--why', '--by'], 'Achter ‘--why’ hoort een tekst.'],
  [[], 'Gebruik: npm run -s wijkpers -- <opdracht>'],
])('%j is told in one sentence, with how it should be', (words, sentence) => {
  expect(refused(...words)).toContain(sentence)
})
