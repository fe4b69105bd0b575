import { parseWijkId, type WijkId } from '@wijkpers/content'
import type { Delta } from '@wijkpers/publishing'
import { HostTakenError } from '@wijkpers/releases'
import { expect, test } from 'vitest'
import { HostHeldError, publishWithRoom } from './make-room.ts'
import { explain } from './receipts/texts.ts'

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
  const urlOf = async (wijk: WijkId) => (
    asked.push(wijk),
    { slug: 'a', url: 'http://a.localhost:8080', isHeld: false }
  )
  expect(await publishWithRoom(delta, whereBIs, urlOf)).toBe(7)
  expect(asked).toEqual([b])
})

test('who is to stay stays', async () => {
  await expect(publishWithRoom(delta, whereBIs, async () => null)).rejects.toBe(taken)
})

test('who is held stays, and it is said who sets the address free when it is to be elsewhere', async () => {
  const heldAt = (url: string) =>
    publishWithRoom(delta, whereBIs, async () => ({ slug: 'nu-a', url, isHeld: true }))
  await expect(heldAt('http://b.localhost:8080')).rejects.toBe(taken)
  const error: unknown = await heldAt('http://a.localhost:8080').catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(HostHeldError)
  expect(explain(error)).toBe(
    'Het webadres van deze wijk is nog in gebruik bij de wijk ‘nu-a’. Die wordt vastgehouden op een eerdere versie en verhuist pas als zij weer verdergaat. Vraag de platformbeheerder om die wijk verder te laten gaan, dan gaat het hier vanzelf.',
  )
})

test('who is in the way where it is to be stays too, and is asked once', async () => {
  let asked = 0
  const urlOf = async () => (asked++, { slug: 'b', url: 'http://b.localhost:8080', isHeld: false })
  await expect(publishWithRoom(delta, () => Promise.reject(taken), urlOf)).rejects.toBe(taken)
  expect(asked).toBe(1)
})
