/** What people read feeds and calendars with, from Debian: do they show what we say? */
import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { daysAfter, occurrencesOf, wallClockOf } from '@wijkpers/content'
import { serveFiles } from '../../tests/site/serve-files.ts'
import { sampleSite } from '../../tests/site/sites.ts'
import { type Judge, missing } from './judge.ts'
import { makeSites } from './made-sites.ts'

export const newsboat: Judge = { about: 'the feed of the sample wijk, in a feed reader', run: readFeed }
export const khal: Judge = { about: 'the calendar of the sample wijk, in a calendar', run: readCalendar }

/** Not in step with this process: that serves what is read. */
const run = (program: string, args: readonly string[], home: string) =>
  promisify(execFile)(program, args, { env: { ...process.env, HOME: home, LC_ALL: 'C.UTF-8' } })

const versionOf = (program: string) => {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return status === 0 ? (/\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? 'of some version') : null
}

async function readFeed() {
  const version = versionOf('newsboat')
  if (version === null)
    return missing('newsboat', 'On Debian: apt install newsboat. On macOS: brew install newsboat.')
  using made = await makeSites(['sample'])
  const xml = readFileSync(join(made.folder, 'sample', 'rss.xml'))
  await using server = await serveFiles(new Map([['rss.xml', xml]]))
  const home = join(made.folder, 'home')
  mkdirSync(home)
  writeFileSync(join(home, 'urls'), `${server.origin}/rss.xml\n`)
  writeFileSync(join(home, 'config'), '')
  const files = ['-u', join(home, 'urls'), '-c', join(home, 'cache.db'), '-C', join(home, 'config')]
  const { stdout, stderr } = await run('newsboat', [...files, '-x', 'reload', 'print-unread'], home)
  const items = xml.toString().match(/<item>/g)?.length ?? 0
  const read = Number(/^(\d+) /m.exec(stdout)?.[1] ?? 0)
  const faults = read === items ? [] : [`it reads ${read} of ${items} items: ${stdout}${stderr}`]
  return { kind: 'judged' as const, by: `newsboat ${version}, ${items} items`, faults }
}

/** How many days of the agenda are looked at. */
const DAYS = 80

async function readCalendar() {
  const version = versionOf('khal')
  if (version === null) return missing('khal', 'On Debian: apt install khal. Elsewhere: pipx install khal.')
  using made = await makeSites(['sample'])
  const { folder } = made
  mkdirSync(join(folder, 'calendar'))
  const formats = ['dateformat', 'longdateformat'].map((name) => `${name} = %Y-%m-%d`)
  const moments = ['datetimeformat', 'longdatetimeformat'].map((name) => `${name} = %Y-%m-%d %H:%M`)
  const zones = ['local_timezone', 'default_timezone'].map((name) => `${name} = Europe/Amsterdam`)
  const lines = [
    '[calendars]',
    '[[wijk]]',
    `path = ${join(folder, 'calendar')}`,
    '[sqlite]',
    `path = ${join(folder, 'khal.db')}`,
    '[locale]',
    'timeformat = %H:%M',
    ...formats,
    ...moments,
    ...zones,
  ]
  writeFileSync(join(folder, 'config'), lines.join('\n'))
  const khalWith = (...args: string[]) => run('khal', ['-c', join(folder, 'config'), ...args], folder)
  await khalWith('import', '--batch', '-a', 'wijk', join(folder, 'sample', 'agenda.ics'))
  const from = wallClockOf(sampleSite.now).slice(0, 10)
  const format = ['--day-format', '', '--format', '{start-long} {title}']
  const { stdout } = await khalWith('list', '-a', 'wijk', ...format, from, `${DAYS}d`)
  const shown = new Set(stdout.split('\n').map((line) => line.trim()))
  const wanted = timesWithin(from, daysAfter(from, DAYS - 1))
  const faults = wanted.filter((line) => !shown.has(line)).map((line) => `it does not show: ${line}`)
  const more = [...shown].filter((line) => line !== '' && !wanted.includes(line) && line.slice(0, 10) >= from)
  faults.push(...more.map((line) => `it shows what is not there: ${line}`))
  return { kind: 'judged' as const, by: `khal ${version}, ${wanted.length} times`, faults }
}

/** What a calendar has to show, by the clock of the Netherlands. */
function timesWithin(first: string, last: string): string[] {
  const lines = sampleSite.entries.flatMap((entry) => {
    if (entry.kind !== 'event') return []
    return occurrencesOf(entry).map(({ startsAt, isAllDay, isCancelled }) => {
      const clock = wallClockOf(startsAt)
        .replace('T', ' ')
        .slice(0, isAllDay ? 10 : 16)
      return `${clock} ${isCancelled ? 'AFGELAST: ' : ''}${entry.title}`
    })
  })
  return lines.filter((line) => line.slice(0, 10) >= first && line.slice(0, 10) <= last)
}
