/** A whole Wijkpers for one test file: real CMS, publisher and file server. */
import type { WijkStatus } from '../../apps/publisher/src/standing.ts'
import { askFiles, type Got } from '../../scripts/ask-files.ts'
import { until } from '../../scripts/wait.ts'
import {
  type Installation,
  type InstallationOptions,
  type Program,
  startInstallation,
} from './installation.ts'
import { askOnce } from './own-connection.ts'

export interface Wijkpers extends Installation {
  kill9(program: Program): Promise<void>
  /** What a reader of this wijk gets. */
  get(slug: string, path: string, headers?: Record<string, string>): Promise<Got>
  status(slug: string): Promise<WijkStatus>
  /** Waits until everything that was published is live. */
  untilLive(slug: string, seconds?: number): Promise<WijkStatus>
  /** Waits until the CMS knows the number of the release that is shown: it is told behind the publish. */
  untilTold(slug: string): Promise<void>
}

export type StartOptions = Partial<Omit<InstallationOptions, 'data'>>

/** Starts it; `await using` ends it and removes its data. */
export async function startWijkpers({
  programs = ['cms', 'publisher', 'files'],
  ...options
}: StartOptions = {}): Promise<Wijkpers> {
  const installation = await startInstallation({ programs, ...options })
  const { settings } = installation

  async function answerOf(slug: string): Promise<Response> {
    const response = await askOnce(`${settings.env.PUBLISHER_URL}/wijken/${slug}`)
    if (!response.ok) throw new Error(`no status of ${slug}: ${response.status}`)
    return response
  }
  const status = async (slug: string) => (await (await answerOf(slug)).json()) as WijkStatus

  return {
    ...installation,
    kill9: (program) => installation.end(program, 'SIGKILL'),
    status,
    get: (slug, path, headers = {}) => askFiles(settings, { slug, path, headers }),
    untilLive: (slug, seconds = 60) =>
      until(
        `${slug} to be live`,
        async () => {
          const askedAt = Date.now()
          const answer = await answerOf(slug)
          const now = (await answer.json()) as WijkStatus
          // Of a CMS that is too busy to answer soon it is what was known before.
          const isFresh = Date.parse(answer.headers.get('wijkpers-known-of') ?? '') >= askedAt
          return isFresh && now.live >= now.wanted && now.live > 0 && now.state === 'live' ? now : undefined
        },
        { seconds, everyMs: 10 },
      ),
    async untilTold(slug) {
      await until(`the CMS to know the release of ${slug}`, async () => {
        const known = (await installation.cms.wijken()).find((wijk) => wijk.slug === slug)
        return known?.release === (await status(slug)).release
      })
    },
  }
}
