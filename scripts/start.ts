/**
 * `npm start`: builds what is missing, starts and supervises CMS, publisher and file server, and
 * fills the demo on the first start. With a name (`cms`, `publisher`, `files`) only that process.
 */
import { createServer } from 'node:net'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CmsClient, createCmsClient } from '@wijkpers/content/strapi'
import { openReader, takeLock } from '@wijkpers/releases'
import { askFiles, untilFilesAnswer } from './ask-files.ts'
import { builds, ensureBuilt } from './build.ts'
import { refuseWrongDatabase } from './database.ts'
import { isToPlace, placeWhole } from './first-content.ts'
import { untilNoneIsLeft } from './left-behind.ts'
import { during, step } from './progress.ts'
import { programs } from './programs.ts'
import { readSettings, root, SettingError, type Settings } from './settings.ts'
import { evenOnAFullDisk, exitCodeOf, supervise } from './supervise.ts'
import { until, untilAnswers } from './wait.ts'

const processes = {
  cms: { ...programs.cms, setting: 'CMS_PORT', builds: [builds.cms] },
  publisher: { ...programs.publisher, setting: 'PUBLISHER_PORT', builds: [builds.siteFormat] },
  files: { ...programs.files, setting: 'SITES_PORT', builds: [] },
} as const
type Name = keyof typeof processes

/** The longest that a start waits for what is still on its way, in seconds: the sites answer meanwhile. */
const SETTLE_SECONDS = 120

const startedAt = Date.now()
try {
  await main(process.argv[2])
} catch (error) {
  console.error(`\n${messageOf(error)}`)
  process.exit(exitCodeOf(error))
}

async function main(only: string | undefined): Promise<void> {
  if (only !== undefined && !(only in processes))
    throw new SettingError(`‘${only}’ ken ik niet; verwacht: cms, publisher of files.`)
  const settings = readSettings()
  const names = only ? [only as Name] : (Object.keys(processes) as Name[])
  const runFolder = join(settings.data, 'run')
  await refuseSecondStart(runFolder, names, settings)

  // Whatever is the matter with the CMS or the publisher, such as a full disk or a wrong setting: sites that there are, are to be seen.
  const isTriedAgain = !only && hasSites(settings)
  // Before somebody waits for a build.
  if (names.includes('cms') && !isTriedAgain) await refuseWrongDatabase(settings)

  const wanted = [...new Set(names.flatMap((name) => processes[name].builds))]
  await during(
    'bouwen wat nog niet klaar is',
    () => Promise.all(wanted.map(ensureBuilt)),
    (made) => (made.some(({ wasBuilt }) => wasBuilt) ? '' : 'was al gebouwd'),
  )

  let operatorLink: string | null = null
  const supervisor = supervise({
    runFolder,
    isVerbose: only !== undefined,
    onRestart(name, how, inMs) {
      const soon = inMs > 0 ? ` over ${(inMs / 1000).toLocaleString('nl-NL')} s` : ''
      const where = only ? 'hierboven' : `in ${join(runFolder, `${name}.log`)}`
      console.error(
        how instanceof Error
          ? `  ${name} kan nog niet starten, en wordt${soon} opnieuw geprobeerd: ${how.message}`
          : `  ${name} stopte (${how}) en start opnieuw${soon}; waarom staat ${where}`,
      )
    },
    onLine: (_name, line) => {
      if (line.startsWith('Maak je beheeraccount aan:')) operatorLink = line
    },
  })
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await supervisor.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop())

  const started = names.map((name) => {
    const { args, cwd } = processes[name]
    const before = name === 'cms' ? () => refuseWrongDatabase(settings) : undefined
    const spec = { name, args, cwd: join(root, cwd), env: settings.env, before, isTriedAgain }
    const { firstExit, isReady } = supervisor.start(spec)
    return { name, ready: Promise.race([firstExit, untilReady(name, settings)]).finally(isReady) }
  })
  try {
    await during('starten', () => Promise.all(started.map(({ ready }) => ready)))
    if (!only) await fill(settings)
  } catch (error) {
    const files = started.find(({ name }) => name === 'files')
    if (!isTriedAgain || !(await isFulfilled(files?.ready))) {
      await supervisor.stop()
      throw error
    }
    console.error(`\n${await toldOfWhatFails(started, error, runFolder)}`)
  }
  if (only) console.log(`Wijkpers draait (alleen ${only}; stoppen met Ctrl-C).`)
  else await showTable(settings, operatorLink)
}

function hasSites({ data }: Settings): boolean {
  try {
    const reader = openReader(join(data, 'releases'))
    const { length } = reader.sites()
    reader.close()
    return length > 0
  } catch {
    return false
  }
}

async function isFulfilled(promise: Promise<void> | undefined): Promise<boolean> {
  const [outcome] = await Promise.allSettled([promise])
  return outcome.status === 'fulfilled'
}

/** Tells why each part fails, as soon as it is known; answers what readers have meanwhile, and what to do. */
async function toldOfWhatFails(
  started: readonly { readonly name: Name; readonly ready: Promise<void> }[],
  error: unknown,
  runFolder: string,
): Promise<string> {
  const tell = (fault: unknown) => console.error(`\n${messageOf(fault)}`)
  const wrong: Name[] = []
  const parts = started.map(({ name, ready }) =>
    ready.catch((fault: unknown) => {
      tell(fault)
      if (exitCodeOf(fault) === 2) wrong.push(name)
      return name
    }),
  )
  if ((await Promise.all(parts)).every((failed) => failed === undefined)) tell(error)
  const advice =
    wrong.length > 0
      ? `Niet gestart: ${wrong.join(' en ')}. Zet recht wat hierboven staat; stop dan met Ctrl-C, en typ: npm start`
      : `Wat nog niet draait, start vanzelf opnieuw; waarom het niet lukt, staat in ${runFolder}.`
  return `De sites zijn te zien zoals ze waren. ${advice}`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

async function untilReady(name: Name, settings: Settings): Promise<void> {
  const patience = { seconds: 120 }
  const answers = {
    cms: () => untilAnswers(`${settings.cmsUrl}/_health`, patience),
    publisher: () => untilAnswers(`${settings.env.PUBLISHER_URL}/health/live`, patience),
    files: () => untilFilesAnswer(settings, patience),
  }
  await answers[name]().catch((cause: unknown) => {
    throw new Error(`${name} antwoordt na ${patience.seconds} seconden nog niet.`, { cause })
  })
}

async function fill({ cmsUrl, cmsToken, env, isDemo, data }: Settings): Promise<void> {
  const cms = createCmsClient({ url: cmsUrl, token: cmsToken, timeoutMs: 120_000 })
  const unfinished = join(data, 'cms/demo-unfinished')
  if (isDemo && (await isToPlace(cms, unfinished))) {
    const { seedDemo } = await import('./seed.ts')
    await during('demo-inhoud plaatsen', () => placeWhole(unfinished, () => seedDemo(cms, new Date())))
  }
  const waiting = step('sites maken en online zetten')
  waiting.done(await settle(env.PUBLISHER_URL!, cms))
}

/** Waits until every wijk is online, failed or held, or takes too long, and tells how many are. */
async function settle(publisherUrl: string, cms: CmsClient): Promise<string> {
  let states: { wanted: number; live: number; state: string }[] = []
  const isOnline = (wijk: (typeof states)[number]) => wijk.live >= wijk.wanted
  const isEnded = (wijk: (typeof states)[number]) => isOnline(wijk) || ['failed', 'held'].includes(wijk.state)
  await until(
    'the sites to be live',
    async () => {
      const told: unknown = await (await fetch(`${publisherUrl}/wijken`)).json()
      if (!Array.isArray(told)) return false
      states = told as typeof states
      const expected = (await cms.wijken()).filter(({ slug }) => slug).length
      return states.length >= expected && states.every(isEnded)
    },
    { seconds: SETTLE_SECONDS },
  ).catch(() => undefined)
  const count = (test: (wijk: (typeof states)[number]) => boolean) => states.filter(test).length
  const others = [
    [count(({ state }) => state === 'failed'), 'niet gelukt'],
    [count((wijk) => wijk.state === 'held' && !isOnline(wijk)), 'vastgehouden'],
    [count((wijk) => !isEnded(wijk)), 'nog onderweg'],
  ] as const
  const told = others.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`)
  return (
    [`${count(isOnline)} online`, ...told].join(', ') +
    (told.length > 0 ? ' (npm run -s wijkpers -- status)' : '')
  )
}

async function showTable(settings: Settings, operatorLink: string | null): Promise<void> {
  const { cmsUrl, env, isDemo, ports, sitesUrl } = settings
  const { text } = await askFiles(settings, { slug: null, path: '/wijken.json' })
  const wijken = JSON.parse(text) as { name: string; url: string }[]
  const rows: [string, string][] = [
    ['Redactie', `${cmsUrl.replace('127.0.0.1', 'localhost')}/admin`],
    ...(isDemo
      ? ([
          ['  inloggen', 'anna@wijkpers.test en bram@wijkpers.test (buurtverbinder)'],
          ['', 'sam@wijkpers.test (buurtsupporter), petra@wijkpers.test (professional)'],
          ['', 'coach@wijkpers.test (coach), beheer@wijkpers.test (platformbeheerder)'],
          ['', 'wachtwoord voor alle zes: Wijkpers-demo-1'],
        ] as [string, string][])
      : []),
    ['Alle wijken', sitesUrl.replace('{slug}.', '').replace(/\/?$/, '/')],
    ...wijken.map(({ name, url }): [string, string] => [name, url.replace(/\/?$/, '/')]),
    ['Gegevens', env.WIJKPERS_DATA!],
  ]
  const width = Math.max(...rows.map(([name]) => name.length)) + 3
  console.log(`\n${rows.map(([name, text]) => `  ${name.padEnd(width)}${text}`).join('\n')}\n`)
  if (operatorLink) console.log(`  ${operatorLink}\n`)
  const took = ((Date.now() - startedAt) / 1000).toLocaleString('nl-NL', { maximumFractionDigits: 1 })
  console.log(
    `Wijkpers draait op poort ${ports.cms}, ${ports.sites} en ${ports.publisher} (klaar in ${took} s; stoppen met Ctrl-C).`,
  )
}

/** Where the process stands that starts all, or one part. */
function holderFile(runFolder: string, holder: string): string {
  return join(runFolder, holder === 'start' ? 'start.pid' : `start-${holder}.pid`)
}

function isHeld(lock: string): boolean {
  const unlock = takeLock(lock)
  unlock?.()
  return unlock === null
}

/** Refuses, in a sentence, what would only fail later in an obscure way. */
async function refuseSecondStart(
  runFolder: string,
  names: readonly Name[],
  settings: Settings,
): Promise<void> {
  const unlocks: (() => void)[] = []
  let taken: string | undefined
  try {
    mkdirSync(runFolder, { recursive: true })
    for (const name of [...(names.length > 1 ? ['start'] : []), ...names]) {
      const unlock = takeLock(join(runFolder, `${name}.lock`))
      if (unlock) unlocks.push(unlock)
      else taken ??= name
    }
  } catch (cause) {
    throw new SettingError(
      `In de map ${runFolder} is niet te schrijven (${(cause as Error).message}). Geef deze gebruiker er toegang toe, of kies met WIJKPERS_DATA een andere map.`,
      { cause },
    )
  }
  if (taken) {
    // Who starts one part is in the way of all, and the other way round.
    // Who starts all has that lock himself by now.
    const holder = names.length === 1 && isHeld(join(runFolder, 'start.lock')) ? 'start' : taken
    const pidFile = holderFile(runFolder, holder)
    const other = existsSync(pidFile) ? ` (proces ${readFileSync(pidFile, 'utf8').trim()})` : ''
    throw new SettingError(
      `${holder === 'start' ? 'Wijkpers' : `Wijkpers (${taken})`} draait al met de gegevens in ${settings.data}${other}. Stop dat eerst, of kies met WIJKPERS_DATA een andere map.`,
    )
  }
  // Until this process ends, in any way. A number in a file would not do: after a power cut it may be another program's.
  const own = holderFile(runFolder, names.length > 1 ? 'start' : names[0]!)
  evenOnAFullDisk(() => writeFileSync(own, `${process.pid}\n`))
  process.once('exit', () => {
    evenOnAFullDisk(() => rmSync(own, { force: true }))
    unlocks.forEach((unlock) => unlock())
  })
  await untilNoneIsLeft(runFolder, names)
  for (const name of names) {
    const { setting } = processes[name]
    const port = Number(settings.env[setting])
    if (await isRefusedByBrowsers(port))
      throw new SettingError(
        `Browsers weigeren poort ${port} (${setting}). Kies een andere: ${setting}=${port + 1} npm start`,
      )
    if (await isBusy(port, settings.host))
      throw new SettingError(
        `Poort ${port} (${setting}) is al in gebruik. Stop het andere programma, of kies een andere poort: ${setting}=${port + 10} npm start`,
      )
  }
}

/** Some ports are closed to every browser, whatever listens there: https://fetch.spec.whatwg.org/#port-blocking */
async function isRefusedByBrowsers(port: number): Promise<boolean> {
  const refusal: unknown = await fetch(`http://127.0.0.1:${port}`, { method: 'HEAD' }).catch(
    (error: unknown) => error,
  )
  return ((refusal as Error).cause as Error | undefined)?.message === 'bad port'
}

async function isBusy(port: number, host: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const server = createServer()
  server.once('error', () => resolve(true))
  server.listen(port, host, () => server.close(() => resolve(false)))
  return promise
}
