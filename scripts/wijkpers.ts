/**
 * `npm run -s wijkpers -- <act> [wijk] [--json]`: what an operator asks of a running installation.
 * Exit 0: fine; 1: a difference or fault was found; 2: wrong use; 3: nothing to reach.
 */
import { parseArgs } from 'node:util'
import type { Act } from './acts/act.ts'
import { doctor } from './acts/doctor.ts'
import { explain } from './acts/explain.ts'
import { exportWijk } from './acts/export.ts'
import { format } from './acts/format.ts'
import { migrate } from './acts/migrate.ts'
import { publish } from './acts/publish.ts'
import { releases } from './acts/releases.ts'
import { resume } from './acts/resume.ts'
import { rollback } from './acts/rollback.ts'
import { status } from './acts/status.ts'
import { verify } from './acts/verify.ts'
import { toldOf } from './acts/told.ts'
import { readSettingsOfInstallation, SettingError } from './settings.ts'

const acts = new Map<string, Act>(
  Object.entries({
    status,
    publish,
    releases,
    rollback,
    resume,
    verify,
    explain,
    format,
    doctor,
    export: exportWijk,
    migrate,
  }),
)

/** Where the second column of the usage begins, in characters. */
const USAGE_COLUMN = 42

const usageOf = (name: string, { words, does, options = {}, flags = {} }: Act) =>
  [
    `  ${`${name} ${words}`.padEnd(USAGE_COLUMN)} ${does}`,
    ...Object.entries(options).map(
      ([option, means]) => `    ${`--${option} <tekst>`.padEnd(USAGE_COLUMN - 2)} ${means}`,
    ),
    ...Object.entries(flags).map(([flag, means]) => `    ${`--${flag}`.padEnd(USAGE_COLUMN - 2)} ${means}`),
  ].join('\n')

const usage = [
  'Gebruik: npm run -s wijkpers -- <opdracht> [--json]',
  ...Array.from(acts, ([name, act]) => usageOf(name, act)),
  'Het eindigt met 0: alles in orde; 1: er klopt iets niet; 2: verkeerd gebruikt; 3: er is niets te bereiken.',
].join('\n')

try {
  const { values, positionals } = readArguments()
  const [name = '', ...words] = positionals
  const { json, help, ...given } = values
  if (help || name === 'help') {
    console.log(usage)
    process.exit()
  }
  if (name === '') throw new SettingError(usage)
  const act = acts.get(name)
  if (!act)
    throw new SettingError(
      `De opdracht ‘${name}’ is er niet. Wel: ${[...acts.keys()].join(', ')}; ‘help’ zegt wat ze doen.`,
    )
  const fault = faultOf(act, name, words, given)
  if (fault) throw new SettingError(`${fault}\n${usageOf(name, act)}`)
  const options = ofType(given, (value) => typeof value === 'string')
  const flags = ofType(given, (value) => typeof value === 'boolean')
  const { exit, data, lines } = await act.run({
    settings: readSettingsOfInstallation(),
    // A slug has no capitals, whoever types it.
    words: act.words.slice(1).startsWith('wijk')
      ? words.map((word, at) => (at === 0 ? word.toLowerCase() : word))
      : words,
    options,
    flags,
  })
  console.log(json ? JSON.stringify(data) : lines.join('\n'))
  process.exitCode = exit
} catch (error) {
  const { says, exit } = toldOf(error)
  console.error(says)
  // Whoever reads it as JSON gets that in any case.
  if (process.argv.includes('--json')) console.log(JSON.stringify({ error: says, exit }))
  process.exitCode = exit
}

/** What is wrong with what was typed behind the name of an act, in a sentence; null when nothing is. */
function faultOf(
  { words: wanted, options = {}, flags = {} }: Act,
  name: string,
  words: readonly string[],
  given: Record<string, unknown>,
): string | null {
  for (const [option, value] of Object.entries(given)) {
    if (!(option in options) && !(option in flags)) return `‘--${option}’ hoort niet bij ‘${name}’.`
    if (option in options && (typeof value !== 'string' || value.startsWith('--')))
      return `Achter ‘--${option}’ hoort een tekst.`
    if (option in flags && typeof value !== 'boolean') return `Achter ‘--${option}’ hoort niets.`
  }
  const slots = wanted.split(' ').filter((slot) => slot !== '')
  const needed = slots.filter((slot) => slot.startsWith('<'))
  if (words.length < needed.length) return `Achter ‘${name}’ hoort: ${wanted}.`
  if (words.length > slots.length) return `Er staat te veel achter ‘${name}’: ${words.join(' ')}.`
  return null
}

/** Those of the given options whose value is of one type. */
function ofType<T>(given: Record<string, unknown>, isIt: (value: unknown) => value is T): Record<string, T> {
  return Object.fromEntries(Object.entries(given).filter((each): each is [string, T] => isIt(each[1])))
}

/** Not strict: what is wrong with it is told here, in Dutch. */
function readArguments() {
  const texts = Array.from(acts.values()).flatMap(({ options = {} }) => Object.keys(options))
  const flags = Array.from(acts.values()).flatMap((act) => Object.keys(act.flags ?? {}))
  return parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      ...Object.fromEntries(texts.map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(flags.map((name) => [name, { type: 'boolean' as const }])),
    },
  })
}
