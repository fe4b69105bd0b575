/** A real CMS for one test file, on a free port with data of its own, without publisher and file server. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createCmsClient, type CmsClient } from '@wijkpers/content/strapi'
import { readSettings, root } from '../../scripts/settings.ts'
import { untilAnswers } from '../../scripts/wait.ts'
import { databaseOf } from './database.ts'
import { type Editor, signIn } from './editor.ts'
import { newDataFolder } from './fresh-data.ts'
import { freePorts } from './ports.ts'

/** What GraphQL answers. */
export interface GraphqlAnswer {
  readonly status: number
  readonly data: Record<string, unknown> | null
  readonly errors: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[]
}

export interface Cms extends AsyncDisposable {
  readonly url: string
  readonly port: number
  /** CMS_TOKEN. */
  readonly token: string
  readonly previewSecret: string
  readonly data: string
  /** Its environment, such as DATABASE_URL. */
  readonly env: NodeJS.ProcessEnv
  /** The closed GraphQL as the publisher uses it. */
  readonly client: CmsClient
  /** One call to GraphQL, as it comes; `headers` go over the bearer token. */
  graphql(query: string, variables?: object, headers?: Record<string, string>): Promise<GraphqlAnswer>
  /** An account at work; signs in once per account, as Strapi allows few sign-ins. */
  editor(email: string): Promise<Editor>
  /** What it wrote to stdout and stderr. */
  log(): string
  /** Starts it again on the same data and port, after it ended. */
  restart(): Promise<void>
  stop(): Promise<void>
  kill9(): Promise<void>
}

export interface StartCmsOptions {
  /** Data folder to go on with; without it a temporary one, removed at the end. */
  readonly data?: string
  readonly env?: NodeJS.ProcessEnv
}

/** Starts what tests/support/set-up.ts has built; `await using` ends it and removes its data. */
export async function startCms({ data, env = {} }: StartCmsOptions = {}): Promise<Cms> {
  const folder = data ?? newDataFolder('wijkpers-cms-', env)
  const database = await databaseOf(env)
  const [port, sitesPort, publisherPort] = await freePorts(3)
  const settings = readSettings({
    WIJKPERS_DATA: folder,
    DATABASE_URL: database.url,
    CMS_PORT: String(port),
    SITES_PORT: String(sitesPort),
    PUBLISHER_PORT: String(publisherPort),
    WIJKPERS_DEMO: '1',
    SERVE_ADMIN: 'false',
    ...env,
  })
  const { cmsUrl: url, cmsToken: token } = settings
  let child: ChildProcess | null = null
  let output = ''
  const editors = new Map<string, Promise<Editor>>()

  async function start(): Promise<void> {
    const started = spawn(process.execPath, ['scripts/serve.cjs'], {
      cwd: join(root, 'apps/cms'),
      env: settings.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child = started
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (part: Buffer) => (output += part.toString()))
    const ended = once(started, 'exit').then(([code, signal]) => {
      if (child === started) child = null
      throw new Error(`the CMS ended with ${String(signal ?? code)}:\n${output.slice(-4000)}`)
    })
    ended.catch(() => undefined)
    await Promise.race([ended, untilAnswers(`${url}/_health`, { seconds: 90 })])
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  const remove = async () => {
    await database[Symbol.asyncDispose]()
    if (data === undefined) rmSync(folder, { recursive: true, force: true })
  }
  try {
    await start()
  } catch (error) {
    await end('SIGKILL')
    await remove()
    throw error
  }
  return {
    url,
    port: settings.ports.cms,
    token,
    previewSecret: settings.env.PREVIEW_SECRET!,
    data: folder,
    env: settings.env,
    client: createCmsClient({ url, token, timeoutMs: 120_000 }),
    async graphql(query, variables = {}, headers = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
        body: JSON.stringify({ query, variables }),
      })
      const body = (await response.json()) as {
        data?: GraphqlAnswer['data']
        errors?: GraphqlAnswer['errors']
      }
      return { status: response.status, data: body.data ?? null, errors: body.errors ?? [] }
    },
    editor(email) {
      let signedIn = editors.get(email)
      if (!signedIn) editors.set(email, (signedIn = signIn(url, email)))
      return signedIn
    },
    log: () => output,
    restart: start,
    stop: () => end('SIGTERM'),
    kill9: () => end('SIGKILL'),
    async [Symbol.asyncDispose]() {
      await end('SIGKILL')
      await remove()
    },
  }
}
