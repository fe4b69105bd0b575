/**
 * `npm run audit -- [name] [--json]`: outside judges, where this machine has them. Each judge is a file of
 * `scripts/audit/`; without a name all of them are heard, one after another. Exit 1 when one of them finds a fault.
 */
import { parseArgs } from 'node:util'
import type { Judge, Verdict } from './audit/judge.ts'
import { lighthouse } from './audit/lighthouse.ts'
import { nginx } from './audit/nginx.ts'
import { nu } from './audit/nu.ts'
import { powerCut } from './audit/power-cut.ts'
import { khal, newsboat } from './audit/readers.ts'
import { s3 } from './audit/s3.ts'
import { builds, ensureBuilt } from './build.ts'
import { during } from './progress.ts'
import { runMain } from './run-main.ts'
import { SettingError } from './settings.ts'

const judges: Readonly<Record<string, Judge>> = {
  nginx,
  'power-cut': powerCut,
  s3,
  nu,
  lighthouse,
  newsboat,
  khal,
}

await runMain(main)

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  })
  const unknown = positionals.find((name) => !(name in judges))
  if (unknown !== undefined)
    throw new SettingError(`There is no judge ‘${unknown}’; choose from ${Object.keys(judges).join(', ')}.`)
  await during('bouwen wat nog niet klaar is', () => Promise.all(Object.values(builds).map(ensureBuilt)))
  for (const name of positionals.length > 0 ? positionals : Object.keys(judges)) {
    const { about } = judges[name]!
    const verdict = await judges[name]!.run()
    if (verdict.kind === 'judged' && verdict.faults.length > 0) process.exitCode = 1
    if (values.json) console.log(JSON.stringify({ judge: name, about, ...verdict }))
    else print(name, about, verdict)
  }
}

function print(name: string, about: string, verdict: Verdict): void {
  console.log(`\n${name}: ${about}`)
  if (verdict.kind === 'missing') {
    console.log(`  not judged: this machine has no ${verdict.what}. ${verdict.how}`)
    return
  }
  const { by, faults, remarks = [] } = verdict
  console.log(`  ${by}: ${faults.length === 0 ? 'no faults' : `${faults.length} faults`}`)
  for (const fault of faults) console.log(`  FAULT ${fault}`)
  for (const remark of remarks) console.log(`  - ${remark}`)
}
