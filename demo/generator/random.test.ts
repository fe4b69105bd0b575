import { expect, test } from 'vitest'
import { chance } from './random.ts'

const draws = (key: string) => {
  const drawn = chance(key)
  return Array.from({ length: 200 }, () => drawn.between(1, 6))
}

test('the same key gives the same draws, another key others', () => {
  expect(draws('molenwijk/1')).toEqual(draws('molenwijk/1'))
  expect(draws('molenwijk/1')).not.toEqual(draws('molenwijk/2'))
})

test('draws stay within their bounds and reach both', () => {
  expect(new Set(draws('dobbelsteen'))).toEqual(new Set([1, 2, 3, 4, 5, 6]))
})

test('some keeps the order, repeats nothing and never gives more than there is', () => {
  const items = ['a', 'b', 'c', 'd', 'e']
  for (let round = 0; round < 50; round++) {
    const some = chance(`ronde ${round}`).some(items, 3)
    expect(some).toHaveLength(3)
    expect(some).toEqual([...new Set(some)].toSorted())
  }
  expect(chance('alles').some(items, 9)).toEqual(items)
})

test('what happens a fifth of the time does', () => {
  const drawn = chance('kans')
  const times = Array.from({ length: 2000 }, () => drawn.happens(0.2)).filter(Boolean).length
  expect(times / 2000).toBeCloseTo(0.2, 1)
})
