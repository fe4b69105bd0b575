import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

test('what has a key in common goes one after another, also after what failed; the rest does not wait', async () => {
  const inTurn = createTurns()
  const done: string[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  const first = inTurn(['a', 'b'], () => promise.then(() => Promise.reject(new Error('stuk'))))
  const second = inTurn(['b', 'c'], async () => void done.push('second'))
  await inTurn(['d'], async () => void done.push('elsewhere'))
  expect(done).toEqual(['elsewhere'])
  resolve()
  await expect(first).rejects.toThrow('stuk')
  await second
  expect(done).toEqual(['elsewhere', 'second'])
})
