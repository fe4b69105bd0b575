import type { Receipt } from '@wijkpers/publishing'
import { expect, test } from 'vitest'
import { watchReceipt } from './outcome.ts'

const receipt: Receipt = {
  rendering: () => undefined,
  deploying: () => undefined,
  proving: () => undefined,
  live: () => Promise.resolve(),
  held: () => Promise.resolve(),
}

test('a publish is live when its receipt said so', async () => {
  const { watched, outcome } = watchReceipt(receipt)
  watched.rendering(7, '2026-11-22T12:00:00.000Z')
  await watched.live({ release: 3, url: null, pages: 2 })
  expect(outcome).toMatchObject({ result: 'live', revision: 7, release: 3, pages: 2 })
})

test('what waits because its wijk is held is not live, nor is a wijk that never was', async () => {
  const { watched, outcome } = watchReceipt(receipt)
  expect(outcome.result).toBe('nothing')
  await watched.held({ revision: 7, release: 2, url: null })
  expect(outcome).toMatchObject({ result: 'held', revision: 7, release: 2 })
})
