import { parseWijkId, type WijkId } from '@wijkpers/content'
import type { Delta } from '@wijkpers/publishing'
import { HostTakenError } from '@wijkpers/releases'
import { expect, test } from 'vitest'
import { publishWithRoom } from './make-room.ts'

const [a, b] = [parseWijkId('wijk0000000a'), parseWijkId('wijk0000000b')]
const delta = { wijk: a } as Delta
const taken = new HostTakenError('b.localhost', { key: b, slug: 'b' })

/** A target where wijk b is in the way until it is told where to go. */
const whereBIs = async ({ moving }: Delta) => {
  if (!moving?.has(b)) throw taken
  return 7
}

test('who is in the way and is to be elsewhere moves along', async () => {
  const asked: WijkId[] = []
  const urlOf = async (wijk: WijkId) => (asked.push(wijk), 'http://a.localhost')
  expect(await publishWithRoom(delta, whereBIs, urlOf)).toBe(7)
  expect(asked).toEqual([b])
})

test('who is to stay, such as one that is held, stays', async () => {
  await expect(publishWithRoom(delta, whereBIs, async () => null)).rejects.toBe(taken)
})

test('who is in the way where it is to be stays too, and is asked once', async () => {
  let asked = 0
  const urlOf = async () => (asked++, 'http://b.localhost')
  await expect(publishWithRoom(delta, () => Promise.reject(taken), urlOf)).rejects.toBe(taken)
  expect(asked).toBe(1)
})
