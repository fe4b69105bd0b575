/** Asking the file server as a reader of one wijk would. */
import { request } from 'node:http'
import type { Settings } from './settings.ts'
import { until } from './wait.ts'

/** What a reader got. */
export interface Got {
  readonly status: number
  readonly headers: Record<string, string | undefined>
  readonly text: string
}

export interface FileQuestion {
  /** Null: the page that lists all wijken. */
  readonly slug: string | null
  readonly path: string
  readonly headers?: Record<string, string>
}

/** Waits until it answers, also where there is no store yet: then the list of wijken is an empty one. */
export async function untilFilesAnswer(settings: Settings, options?: { seconds?: number }): Promise<void> {
  const list = { slug: null, path: '/' }
  await until(
    'an answer from the file server',
    async () => (await askFiles(settings, list)).status < 500,
    options,
  )
}

/** node:http, because fetch does not let us choose the Host header, nor see a redirect. Rejects when nobody answers. */
export function askFiles(
  { sitesUrl, env }: Settings,
  { slug, path, headers = {} }: FileQuestion,
): Promise<Got> {
  const host = new URL(sitesUrl.replace(slug === null ? '{slug}.' : '{slug}', slug ?? '')).host
  const { promise, resolve, reject } = Promise.withResolvers<Got>()
  const options = { path, headers: { host, ...headers }, timeout: 10_000 }
  const outgoing = request(env.FILES_URL!, options, (response) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part))
    response.on('error', reject)
    response.on('end', () =>
      resolve({
        status: response.statusCode ?? 0,
        headers: response.headers as Record<string, string | undefined>,
        text: Buffer.concat(parts).toString(),
      }),
    )
  })
  outgoing.on('timeout', () => outgoing.destroy(new Error(`no answer for ${path}`)))
  outgoing.on('error', reject)
  outgoing.end()
  return promise
}
