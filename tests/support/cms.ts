/** A real CMS for one test file, without publisher and file server. */
import { readFileSync } from 'node:fs'
import type { CmsClient } from '@wijkpers/content/strapi'
import { type Editor, signIn } from './editor.ts'
import { type InstallationOptions, startInstallation } from './installation.ts'
import { askOnce } from './own-connection.ts'

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

/** Starts it without its admin panel, unless SERVE_ADMIN says so; `await using` ends it and removes its data. */
export async function startCms({
  env = {},
  ...options
}: Pick<InstallationOptions, 'data' | 'env'> = {}): Promise<Cms> {
  const installation = await startInstallation({
    ...options,
    env: { SERVE_ADMIN: 'false', ...env },
    programs: ['cms'],
  })
  const { cmsUrl: url, cmsToken: token, ...settings } = installation.settings
  const editors = new Map<string, Promise<Editor>>()
  return {
    url,
    port: settings.ports.cms,
    token,
    previewSecret: settings.env.PREVIEW_SECRET!,
    data: settings.data,
    env: settings.env,
    client: installation.cms,
    async graphql(query, variables = {}, headers = {}) {
      const response = await askOnce(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          ...headers,
        },
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
    log: () => readFileSync(installation.logOf('cms'), 'utf8'),
    restart: () => installation.start('cms'),
    stop: () => installation.end('cms', 'SIGTERM'),
    kill9: () => installation.end('cms', 'SIGKILL'),
    [Symbol.asyncDispose]: () => installation[Symbol.asyncDispose](),
  }
}
