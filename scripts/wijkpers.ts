/**
 * `npm run -s wijkpers -- <act> [wijk] [--json]`: what an operator asks of a running installation.
 * Exit 0: fine; 1: a difference or fault was found; 2: wrong use; 3: nothing to reach.
 */
import { parseArgs } from 'node:util'
import { CmsUnavailableError } from '@wijkpers/content/strapi'
import { type Act, NothingToReachError } from './acts/act.ts'
import { publish } from './acts/publish.ts'
import { releases } from './acts/releases.ts'
import { status } from './acts/status.ts'
import { verify } from './acts/verify.ts'
import { readSettings, SettingError } from './settings.ts'

const acts = new Map<string, Act>(Object.entries({ status, publish, releases, verify }))

const usage = [
  'Gebruik: npm run -s wijkpers -- <opdracht> [--json]',
  ...Array.from(acts, ([name, { words, does }]) => `  ${`${name} ${words}`.padEnd(24)}${does}`),
].join('\n')

try {
  const { values, positionals } = readArguments()
  const [name = '', ...words] = positionals
  const act = acts.get(name)
  if (!act || !fits(words, act.words)) throw new SettingError(usage)
  const { exit, data, lines } = await act.run({ settings: readSettings(), words })
  console.log(values.json ? JSON.stringify(data) : lines.join('\n'))
  process.exitCode = exit
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  const isUnreachable = error instanceof NothingToReachError || error instanceof CmsUnavailableError
  process.exitCode = error instanceof SettingError ? 2 : isUnreachable ? 3 : 1
}

function fits(words: readonly string[], wanted: string): boolean {
  const slots = wanted.split(' ').filter((slot) => slot !== '')
  const needed = slots.filter((slot) => slot.startsWith('<')).length
  return words.length >= needed && words.length <= slots.length
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
  } catch (cause) {
    throw new SettingError(`${(cause as Error).message}\n${usage}`, { cause })
  }
}
