import { expect, test } from 'vitest'
import { keepAsking } from './keep-asking.ts'

const failing = (times: number) => {
  let asked = 0
  const ask = () => (asked++ < times ? Promise.reject(new Error('weg')) : Promise.resolve())
  return { ask, asked: () => asked }
}

test('what got lost is asked again until there is an answer', async () => {
  const { ask, asked } = failing(2)
  let waits = 0
  await keepAsking(
    ask,
    () => true,
    () => Promise.resolve(void waits++),
  )
  expect([asked(), waits]).toEqual([3, 2])
})

test('what nobody waits for any more is not asked again', async () => {
  const { ask, asked } = failing(9)
  await keepAsking(
    ask,
    () => asked() < 2,
    () => Promise.resolve(),
  )
  expect(asked()).toBe(2)
})

test.each([401, 403])('an answer of %i is one: it is not asked again', async (status) => {
  let asked = 0
  const refused = () => Promise.reject(Object.assign(new Error('nee'), { status: ++asked && status }))
  await keepAsking(
    refused,
    () => asked < 9,
    () => Promise.resolve(),
  )
  expect(asked).toBe(1)
})
