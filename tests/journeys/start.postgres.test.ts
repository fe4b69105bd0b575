/** A machine that starts: PostgreSQL is there later than we are. */
import { join } from 'node:path'
import { openStore } from '@wijkpers/releases'
import { publish } from '@wijkpers/releases/testing/a-release'
import { expect, test } from 'vitest'
import { askFiles } from '../../scripts/ask-files.ts'
import { until } from '../../scripts/wait.ts'
import { run } from '../support/command.ts'
import { startInstallation } from '../support/installation.ts'
import { startPostgres } from '../support/postgres.ts'
import { startAll } from '../support/start-all.ts'

/** Longer than `npm start` itself waits for its parts: it tells what is wrong. */
const PATIENCE = { seconds: 150 }

test('a database that is away is waited for, with the sites online; one that does not let us in is a wrong setting', async () => {
  await using postgres = await startPostgres()
  const address = await postgres.database()
  await using installation = await startInstallation({
    programs: [],
    env: { SERVE_ADMIN: 'false', DATABASE_URL: address, WIJKPERS_DEMO: '0' },
  })
  const { settings } = installation
  const wrong = { ...settings.env, DATABASE_URL: `${address}-niet` }
  const refused = await run('scripts/start.ts', wrong, 'cms')
  expect([refused.exit, refused.err]).toEqual([2, expect.stringMatching(/laat ons niet binnen .*Kloppen/)])

  await postgres.crash()
  // Whoever starts the CMS alone starts it again after this one (systemd, by docs/operators.md).
  const alone = await run('scripts/start.ts', settings.env, 'cms')
  expect([alone.exit, alone.err]).toEqual([1, expect.stringMatching(/antwoordt niet .*Start PostgreSQL/)])

  const store = openStore(join(settings.data, 'releases'))
  const host = `molenwijk.localhost:${settings.ports.sites}`
  await publish(store, { host, put: { 'index.html': 'De Molenwijk' } })
  store.close()
  const all = startAll(settings.env)
  try {
    await until('a second try', async () => all.said().split('cms kan nog niet starten').length > 2, PATIENCE)
    const site = await until('the site', () => askFiles(settings, { slug: 'molenwijk', path: '/' }))
    expect(site.text).toBe('De Molenwijk')
    expect(all.said()).toMatch(/opnieuw geprobeerd: De database .* antwoordt niet/)
    await postgres.startAgain()
    await until('the CMS', async () => (await fetch(`${settings.cmsUrl}/_health`)).ok, PATIENCE)
    await until(
      'the last line',
      async () => all.said().includes('Wijkpers draait op poort') || all.hasEnded(),
    )
  } finally {
    all.kill('SIGTERM')
  }
  expect(await all.ended).toEqual([0, null])
}, 600_000)
