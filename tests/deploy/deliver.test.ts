/** From the store to a target elsewhere: what is there is always a release of the store, whole. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmbeddedTarget, deliver, isAsShown, takeAway } from '@wijkpers/deploy'
import { openStore } from '@wijkpers/releases'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aNetlifyTarget } from './a-netlify-target.ts'
import { aDelta, type DeltaInTest, firstFiles, MOLENWIJK } from './a-delta.ts'

let folder: string
let store: ReturnType<typeof openStore>
let netlify: Awaited<ReturnType<typeof aNetlifyTarget>>

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deliver-'))
  store = openStore(join(folder, 'releases'))
  netlify = await aNetlifyTarget({ via: 'digest' })
})
afterEach(async () => {
  store.close()
  await netlify.close()
  rmSync(folder, { recursive: true, force: true })
})

const released = (delta: DeltaInTest) =>
  createEmbeddedTarget({ store, filesUrl: 'http://127.0.0.1:1' }).publish(
    aDelta({ base: store.current(MOLENWIJK)?.release ?? 0, ...delta }),
  )
const ports = () => ({ store, target: netlify.target, urlOf: () => 'http://molenwijk.wijk.test' })
const home = async () => (await netlify.read('molenwijk.wijk.test', '/')).body.toString()
const isThere = async () => isAsShown(await netlify.target.live(MOLENWIJK), store.current(MOLENWIJK)!, store)

test('releases that came while a target could take none are one deploy there', async () => {
  await released({ put: firstFiles })
  for (const text of ['twee', 'drie', 'vier']) await released({ put: { 'index.html': text }, revision: 4 })
  expect(await deliver(MOLENWIJK, ports())).toEqual({ release: 4, revision: 4 })
  expect(netlify.netlify.deploys.size).toBe(1)
  expect(await home()).toBe('vier')
  expect((await netlify.target.live(MOLENWIJK))?.release).toBe(4)
  await deliver(MOLENWIJK, ports())
  expect(netlify.netlify.deploys.size).toBe(1)
})

test('a wijk that comes back to a target which it left is there again, though its numbers are ahead', async () => {
  await released({ put: firstFiles })
  await deliver(MOLENWIJK, ports())
  await takeAway(MOLENWIJK, ports())
  expect([(await netlify.read('molenwijk.wijk.test', '/')).status, await isThere()]).toEqual([404, false])
  await deliver(MOLENWIJK, ports())
  expect([await home(), await isThere()]).toEqual([firstFiles['index.html'], true])
  // The same content made anew for another moment has the same revision, and lower numbers than are there.
  await released({ put: { 'index.html': 'een dag later' } })
  expect(await isThere()).toBe(false)
  await deliver(MOLENWIJK, ports())
  expect([await home(), await isThere()]).toEqual(['een dag later', true])
})

test('without notes only what differs goes up again, and nothing at all when nothing does', async () => {
  await released({ put: firstFiles })
  await deliver(MOLENWIJK, ports())
  const target = await netlify.reopen('lost')
  netlify.netlify.calls.length = 0
  await deliver(MOLENWIJK, { ...ports(), target })
  expect(netlify.netlify.count(/^(POST|PUT|PATCH)/)).toBe(0)
})

test('a site that was taken down is taken down there', async () => {
  await released({ put: firstFiles })
  await deliver(MOLENWIJK, ports())
  await released({ site: null, remove: Object.keys(firstFiles) })
  expect(await deliver(MOLENWIJK, ports())).not.toBeNull()
  expect((await netlify.read('molenwijk.wijk.test', '/')).status).toBe(404)
  // Nothing to show and nothing there: it is as it should be, and who waits hears so.
  expect(await deliver(MOLENWIJK, ports())).toMatchObject({ release: 2 })
})
