/**
 * `npm run bench -- [name] [--json] [--choice value]`: ratios measured side by side in one run. Each bench is a file of
 * `scripts/bench/`; without a name all of them run, one after another.
 */
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Findings } from './bench/bench.ts'
import { benches } from './bench/benches.ts'
import { markdownOf } from './bench/markdown.ts'
import { runMain } from './run-main.ts'
import { SettingError } from './settings.ts'

await runMain(main)

async function main(): Promise<void> {
  const { name, isJson, given } = readArguments()
  const names = name === undefined ? Object.keys(benches) : [name]
  for (const each of names) {
    const bench = benches[each]!
    const findings = await bench.run({ ...bench.choices, ...given })
    if (isJson) console.log(JSON.stringify(asJson(each, findings)))
    else print(each, findings)
  }
}

/** Throws a SettingError that says what there is to choose from. */
function readArguments() {
  const args = process.argv.slice(2)
  const name = args.find((arg) => arg in benches)
  const choices = name === undefined ? {} : benches[name]!.choices
  const options = Object.fromEntries(
    Object.keys(choices).map((choice) => [choice, { type: 'string' as const }]),
  )
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, ...options },
  })
  const unknown = positionals.find((positional) => positional !== name)
  if (unknown !== undefined)
    throw new SettingError(`There is no bench ‘${unknown}’; choose from ${Object.keys(benches).join(', ')}.`)
  const { json, ...given } = values
  return { name, isJson: json, given: given as Record<string, string> }
}

function asJson(bench: string, { figures, tables }: Findings): object {
  const rows = Object.fromEntries(Object.entries(tables).map(([name, table]) => [name, table.rows]))
  return { bench, ...figures, ...rows, machine: machine() }
}

function print(bench: string, { tables, summary }: Findings): void {
  for (const table of Object.values(tables)) {
    console.log(`\n${bench}: ${table.title}\n\n${markdownOf(table)}\n`)
    if (table.note) console.log(table.note)
  }
  const { cpus: cores, model, node, load } = machine()
  console.log(`\n${summary}\n${cores} cores (${model}), Node ${node}, load ${load.toFixed(1)}.`)
}

function machine() {
  return {
    cpus: cpus().length,
    model: cpus()[0]?.model ?? 'unknown',
    node: process.version,
    load: loadavg()[0] ?? 0,
  }
}
