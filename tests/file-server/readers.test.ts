import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@wijkpers/releases'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { publish } from '../../apps/file-server/src/testing/a-served-store.ts'
import { root } from '../../scripts/settings.ts'
import { until } from '../../scripts/wait.ts'
import { type RunningFileServer, startFileServer } from './a-file-server.ts'

let data: string
let releases: string
let files: RunningFileServer
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'file-server-test-'))
  releases = join(data, 'releases')
  files = await startFileServer(data)
})
afterEach(async () => {
  files.child.kill('SIGTERM')
  const end = await files.end
  if (end !== 0) throw new Error(`the file server ended with ${end}:\n${files.printed()}`)
  rmSync(data, { recursive: true, force: true })
})

const list = async () => {
  const { body } = await files.ask('/wijken.json', { host: 'localhost' })
  return (JSON.parse(body.toString()) as { slug: string }[]).map(({ slug }) => slug)
}

test('a store that is not there yet, comes, goes and comes again is seen at once', async () => {
  expect(await list()).toEqual([])
  expect((await files.ask('/', { host: 'localhost' })).body.toString()).toContain(
    'Er is nog geen wijk online.',
  )
  const isHealthy = async () => (await files.ask('/health', { host: '127.0.0.1' })).status === 200
  // Nobody knows what is on this host: no search engine may take it for gone.
  const comeBack = { status: 503, headers: { 'retry-after': '10' } }
  expect(await files.ask('/')).toMatchObject(comeBack)
  expect(await isHealthy()).toBe(false)

  for (const [round, text] of ['eerste', 'tweede'].entries()) {
    const store = openStore(releases)
    expect(await list()).toEqual([])
    const release = await publish(store, 'molenwijk', { 'index.html': text })
    expect(await files.ask('/')).toMatchObject({ status: 200, body: Buffer.from(text) })
    expect(await list()).toEqual(['molenwijk'])
    expect(release).toBe(1)
    expect(await isHealthy()).toBe(true)
    store.close()
    if (round === 1) continue
    rmSync(releases, { recursive: true })
    expect(await files.ask('/')).toMatchObject(comeBack)
    expect(await isHealthy()).toBe(false)
  }
})

test('while a wijk publishes, readers get whole releases with their styles, never older than before', async () => {
  const store = openStore(releases)
  const filesOf = (n: number, others: object = {}) => ({
    'index.html': `release ${n}`,
    'tweede/index.html': `release ${n}`,
    [`_astro/${n}.css`]: `/* ${n} */`,
    ...others,
  })
  await publish(store, 'molenwijk', filesOf(1))

  const publishing = new AbortController()
  async function publishOn() {
    for (let n = 2; !publishing.signal.aborted; n += 1) {
      await publish(store, 'molenwijk', filesOf(n, { [`_astro/${n - 1}.css`]: null }))
    }
  }
  async function read() {
    let last = 0
    const seen = new Set<number>()
    while (seen.size < 40) {
      for (const path of ['/', '/tweede/']) {
        const page = await files.ask(path)
        const release = Number(page.headers['wijkpers-release'])
        expect(page.body.toString()).toBe(`release ${release}`)
        expect(release).toBeGreaterThanOrEqual(last)
        expect(await files.ask(`/_astro/${release}.css`)).toMatchObject({
          status: 200,
          body: Buffer.from(`/* ${release} */`),
        })
        last = release
        seen.add(release)
      }
    }
  }
  const publisher = publishOn()
  try {
    await Promise.all([read(), read(), read()])
  } finally {
    publishing.abort()
    await publisher
    store.close()
  }
})

test('a publisher that is killed again and again takes no site along', async () => {
  const writer = join(root, 'packages/releases/src/testing/endless-writer.ts')
  let last = 0
  async function readOnce() {
    const got = await files.ask('/')
    const release = Number(got.headers['wijkpers-release'])
    expect(got.status).toBe(200)
    expect(got.body.toString()).toMatch(new RegExp(`^release ${release}, `))
    expect(got.headers.etag).toBe(`"${createHash('sha256').update(got.body).digest('hex')}"`)
    expect(release).toBeGreaterThanOrEqual(last)
    last = release
  }
  for (let round = 0; round < 5; round += 1) {
    const before = last
    const child = spawn(process.execPath, [writer, releases], { stdio: ['ignore', 'ignore', 'inherit'] })
    await until('a first release', async () => (await files.ask('/')).status === 200, { everyMs: 5 })
    await until('ten releases', async () => readOnce().then(() => last >= before + 10), { everyMs: 1 })
    child.kill('SIGKILL')
    await once(child, 'exit')
    await readOnce()
  }
  expect(files.printed()).not.toContain('Error')
})
