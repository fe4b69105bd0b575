import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../../scripts/settings.ts'
import { until } from '../../scripts/wait.ts'
import { articles, aWijk } from '../support/content.ts'
import { askOnce } from '../support/own-connection.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

let wijkpers: Wijkpers
beforeAll(async () => {
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false', LOG_LEVEL: 'info' } })
  await wijkpers.cms.importWijk(aWijk('molenwijk', articles(3)))
  await wijkpers.untilLive('molenwijk')
})
afterAll(() => wijkpers[Symbol.asyncDispose]())

const ask = async (path: string) => {
  const answer = await askOnce(`${wijkpers.settings.env.PUBLISHER_URL}${path}`)
  return { status: answer.status, text: await answer.text() }
}
const health = async () => {
  const { status, text } = await ask('/health')
  return { status, ...(JSON.parse(text) as { ok: boolean; problems: { problem: string }[] }) }
}

test('each publish is one line in the log, with what was made and where the time went', async () => {
  const line = await until('the line of a publish', () => {
    const lines = readFileSync(wijkpers.logOf('publisher'), 'utf8')
      .split('\n')
      .filter((text) => text.startsWith('{'))
      .map((text) => JSON.parse(text) as Record<string, unknown>)
    return Promise.resolve(lines.find(({ msg, pages }) => msg === 'published' && Number(pages) > 0))
  })
  expect(line).toMatchObject({ slug: 'molenwijk', revision: 1, release: 1 })
  expect(['hint', 'revision']).toContain(line.why)
  const steps = ['compare', 'prove', 'read', 'render', 'store', 'wait']
  expect(Object.keys(line.ms as object).toSorted()).toEqual(steps)
})

test('figures for Prometheus say what was published, read and rolled out', async () => {
  const lines = [
    /^wijkpers_publishes_total\{result="live"\} [1-9]/m,
    /^wijkpers_step_seconds_count\{step="render"\} [1-9]/m,
    /^wijkpers_cms_read_seconds_count\{read="wijken",result="answered"\} [1-9]/m,
    /^wijkpers_due_wijken 0$/m,
    /^wijkpers_oldest_due_seconds 0$/m,
    /^wijkpers_backing_off_wijken 0$/m,
    /^wijkpers_render_processes [1-9]/m,
    /^wijkpers_rollout_wijken\{state="done"\} 1$/m,
    /^wijkpers_rollout_wijken\{state="left"\} 0$/m,
    /^wijkpers_rollout_paused\{by="failures"\} 0$/m,
    /^wijkpers_problem\{problem="files-unreachable"\} 0$/m,
    // There before the first time, which is no increase otherwise.
    /^wijkpers_publishes_total\{result="failed"\} 0$/m,
    /^wijkpers_verified_total\{outcome="beyond-repair"\} 0$/m,
  ]
  // How all wijken stand is what the last look found: once a second.
  const missing = await until('the figures after the next look', async () => {
    const { text } = await ask('/metrics')
    const absent = lines.filter((line) => !line.test(text))
    return absent.length === 0 && absent
  })
  expect(missing).toEqual([])
})

test('every figure that operators read of, and every alert, is of one that there is', async () => {
  const { text } = await ask('/metrics')
  const there = new Set(Array.from(text.matchAll(/^# TYPE (\S+)/gm), ([, name]) => name))
  const docs = readFileSync(join(root, 'docs/operators.md'), 'utf8')
  const named = Array.from(docs.matchAll(/wijkpers_[a-z_]+/g), ([name]) => name.replace(/_bucket$/, ''))
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((name) => !there.has(name))).toEqual([])
})

test('a file server that does not answer is told, and that it answers again', async () => {
  await wijkpers.kill9('files')
  await until('the alarm', async () =>
    (await health()).problems.some(({ problem }) => problem === 'files-unreachable'),
  )
  expect((await ask('/metrics')).text).toContain('wijkpers_problem{problem="files-unreachable"} 1')
  expect((await ask('/health/live')).status).toBe(200)
  await wijkpers.start('files')
  await until('the all-clear', async () => (await health()).ok)
})

test('a publisher without its CMS says so, is not to be restarted for it, and is well again with it', async () => {
  expect(await health()).toEqual({ status: 200, ok: true, problems: [] })
  // One that hangs keeps nobody waiting who only asks how things stand, for less than the CMS is given.
  process.kill(wijkpers.pidOf('cms')!, 'SIGSTOP')
  const patience = { signal: AbortSignal.timeout(10_000) }
  const known = await askOnce(`${wijkpers.settings.env.PUBLISHER_URL}/wijken/molenwijk`, patience)
  expect(await known.json()).toMatchObject({ state: 'live' })
  await wijkpers.kill9('cms')
  await until('the alarm', async () => (await health()).status === 503)
  expect((await health()).problems).toMatchObject([{ problem: 'cms-unreachable' }])
  expect((await ask('/health/live')).status).toBe(200)
  // One that starts meanwhile knows of no wijk, which is not that there are none.
  await wijkpers.kill9('publisher')
  await wijkpers.start('publisher')
  const { status, text } = await ask('/wijken')
  expect([status, JSON.parse(text)]).toMatchObject([503, { problem: 'cms-unreachable' }])
  await wijkpers.start('cms')
  await until('the all-clear', async () => (await health()).ok)
})

test('a damaged store is a sentence with what to do, from each part, and not a restart for ever', async () => {
  await wijkpers.kill9('publisher')
  const index = join(wijkpers.settings.data, 'releases', 'index.sqlite')
  for (const file of [index, `${index}-wal`, `${index}-shm`]) rmSync(file, { force: true })
  writeFileSync(index, 'geen index '.repeat(1_000))
  await expect(wijkpers.start('publisher')).rejects.toThrow(/publisher ended with 2:[^]*remove the folder/)
  const { status } = await askOnce(`${wijkpers.settings.env.FILES_URL}/health`)
  expect(status).toBe(503)
  expect(readFileSync(wijkpers.logOf('files'), 'utf8')).toMatch(/"err":.*"msg":".*remove the folder/)
})
