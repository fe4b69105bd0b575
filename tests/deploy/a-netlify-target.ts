/** A Netlify target with the stand-in behind it, and a folder of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createNetlifyTarget, type NetlifyTargetOptions } from '@wijkpers/deploy'
import { ask } from '../../apps/file-server/src/testing/a-served-store.ts'
import { startNetlify, type StandInLimits } from '../support/netlify/stand-in.ts'

export async function aNetlifyTarget(
  options: Partial<NetlifyTargetOptions> & Pick<NetlifyTargetOptions, 'via'>,
  limits: StandInLimits = {},
) {
  const netlify = await startNetlify(limits)
  const folder = mkdtempSync(join(tmpdir(), 'netlify-target-'))
  const open = () =>
    createNetlifyTarget({
      folder,
      token: netlify.token,
      isHttps: false,
      apiUrl: netlify.apiUrl,
      team: null,
      prefix: 'wijk-',
      sitesUrl: null,
      perMinute: 1_000,
      perDay: 1_000,
      proofMs: 0,
      ...options,
    })
  return {
    netlify,
    folder,
    target: open(),
    hasSiteHeaders: true,
    read: (host: string, path: string) => ask(netlify.port, path, { host }),
    reopen(notes: 'kept' | 'lost') {
      if (notes === 'lost') rmSync(folder, { recursive: true })
      return Promise.resolve(open())
    },
    async close() {
      await netlify.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
