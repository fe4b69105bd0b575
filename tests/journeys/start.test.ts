/** `npm start` where something is the matter: sites that there are stay to be seen, and whoever types reads what to do. */
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@wijkpers/releases'
import { publish } from '@wijkpers/releases/testing/a-release'
import { expect, onTestFinished, test } from 'vitest'
import { askFiles } from '../../scripts/ask-files.ts'
import { until } from '../../scripts/wait.ts'
import { type Installation, startInstallation } from '../support/installation.ts'
import { askOnce } from '../support/own-connection.ts'
import { freePorts } from '../support/ports.ts'
import { startAll } from '../support/start-all.ts'

/** Longer than `npm start` itself waits for its parts: it tells what is wrong. */
const PATIENCE = { seconds: 150 }

/** An installation that does not run yet, with one site in its store. */
async function withASite(): Promise<Installation> {
  const installation = await startInstallation({ programs: [], env: { SERVE_ADMIN: 'false' } })
  const store = openStore(join(installation.settings.data, 'releases'))
  const pages = Array.from({ length: 300 }, (_, n) => [`nieuws/bericht-${n}/index.html`, `bericht ${n}`])
  await publish(store, {
    host: `molenwijk.localhost:${installation.settings.ports.sites}`,
    put: { 'index.html': 'De Molenwijk', ...Object.fromEntries(pages) },
  })
  store.close()
  return installation
}
const home = async ({ settings }: Installation) =>
  (await askFiles(settings, { slug: 'molenwijk', path: '/' })).text

/** Makes one page of the index unreadable, far from what a site is found by. */
function damageIndex(releases: string): void {
  const file = join(releases, 'index.sqlite')
  const opened = openSync(file, 'r+')
  writeSync(opened, Buffer.alloc(4096, 0xff), 0, 4096, statSync(file).size - 4096)
  closeSync(opened)
}

test.each<[string, NodeJS.ProcessEnv, (data: string) => void, RegExp]>([
  ['that has a wrong setting', { QUIET_HOURS: 'nooit' }, () => undefined, /QUIET_HOURS/],
  [
    'whose index is damaged',
    {},
    (data) => damageIndex(join(data, 'releases')),
    /index\.sqlite cannot be used/,
  ],
])(
  'a publisher %s takes no site down, and the CMS stays too',
  async (_, env, harm, why) => {
    await using installation = await withASite()
    const { settings } = installation
    harm(settings.data)
    const all = startAll({ ...settings.env, ...env })
    try {
      await until('what to do', async () => all.said().includes('npm start') || all.hasEnded(), PATIENCE)
      expect(all.said()).toMatch(why)
      expect(all.said()).toContain(
        'De sites zijn te zien zoals ze waren. Niet gestart: publisher. Zet recht wat hierboven staat; stop dan met Ctrl-C, en typ: npm start',
      )
      expect(await home(installation)).toBe('De Molenwijk')
      expect((await askOnce(`${settings.cmsUrl}/_health`)).status).toBe(204)

      // Who starts a part beside it is told which process to stop: one that starts it again would bring it back.
      const [port] = await freePorts(1)
      const beside = startAll({ ...settings.env, CMS_PORT: String(port) }, 'cms')
      expect(await beside.ended).toEqual([2, null])
      expect(beside.said()).toContain(
        `Wijkpers draait al met de gegevens in ${settings.data} (proces ${all.pid})`,
      )
    } finally {
      all.kill('SIGINT')
    }
    expect(await all.ended).toEqual([0, null])
  },
  400_000,
)

test('who starts a part twice is told which process starts it', async () => {
  await using installation = await startInstallation({ programs: [] })
  const { settings } = installation
  const files = startAll(settings.env, 'files')
  await until('it to run', async () => files.said().includes('alleen files'), PATIENCE)
  const again = startAll(settings.env, 'files')
  expect(await again.ended).toEqual([2, null])
  expect(again.said()).toContain(
    `Wijkpers (files) draait al met de gegevens in ${settings.data} (proces ${files.pid})`,
  )
  expect(Number(readFileSync(join(settings.data, 'run/files.pid'), 'utf8'))).not.toBe(files.pid)
  files.kill('SIGTERM')
  expect(await files.ended).toEqual([0, null])
})

test.each(['publisher', 'files'] as const)(
  'what the %s compiled is kept for the next start while it runs: it may be killed',
  async (program) => {
    const compiled = mkdtempSync(join(tmpdir(), 'compiled-'))
    // What the publisher started ends a little later than itself, and then leaves there what it compiled.
    onTestFinished(() => rmSync(compiled, { recursive: true, maxRetries: 20 }))
    await using installation = await startInstallation({ programs: [] })
    await installation.start(program, { NODE_COMPILE_CACHE: compiled })
    await expect.poll(() => readdirSync(compiled, { recursive: true }).length).toBeGreaterThan(20)
  },
)
