/** The acceptance list of the file server, put to ours and to nginx side by side on the same files. */
import {
  acceptanceCases,
  acceptanceSite,
  faultsOf,
  pipeliningFaults,
} from '../../apps/file-server/src/testing/acceptance.ts'
import { aServedStore } from '../../apps/file-server/src/testing/a-served-store.ts'
import { findNginx, startNginx } from '../nginx.ts'
import { type Judge, missing } from './judge.ts'

export const nginx: Judge = { about: 'the file server, beside nginx on the same files', run }

async function run() {
  const program = findNginx()
  if (!program) return missing('nginx', 'On Debian: apt install nginx-light. On macOS: brew install nginx.')
  await using other = await startNginx(program, acceptanceSite)
  const ours = await aServedStore()
  await ours.publish('molenwijk', acceptanceSite)

  const faults: string[] = []
  const remarks: string[] = []
  try {
    for (const each of acceptanceCases) {
      const found = await faultsOf(each, ours.port)
      if (found.length > 0) faults.push(`${each.name}: ours answers ${found.join(', ')}`)
      const others = await faultsOf(each, other.port)
      if (others.length > 0 && each.nginx)
        remarks.push(`${each.name}: nginx answers ${others.join(', ')}; ${each.nginx}`)
      // One of the two is wrong, and nobody has said which.
      if (others.length > 0 && !each.nginx) faults.push(`${each.name}: nginx answers ${others.join(', ')}`)
      if (others.length === 0 && each.nginx)
        faults.push(`${each.name}: nginx does as we do, though the list says: ${each.nginx}`)
    }
    for (const [who, { port }] of Object.entries({ ours, nginx: other }))
      faults.push(...(await pipeliningFaults(port)).map((fault) => `all at once: ${who} answers ${fault}`))
  } finally {
    await ours.close()
  }
  return {
    kind: 'judged' as const,
    by: `${other.version}, ${acceptanceCases.length} requests`,
    faults,
    remarks,
  }
}
