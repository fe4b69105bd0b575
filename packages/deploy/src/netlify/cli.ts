/**
 * netlify-cli: `netlify deploy --no-build --prod`, as a person would do it. It reads the whole site from a folder and
 * asks a dozen questions around the deploy itself, so it is the slower way.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { TargetRefusedError, TargetUnavailableError } from '@wijkpers/publishing'
import { isUnfinished, NETLIFY, type NetlifyApi, type NetlifyDeploy } from './api.ts'
import { NOT_NOW } from './not-now.ts'
import { factsOf } from './title.ts'
import { BytesGoneError, type DeployOrder, type NetlifyWay } from './way.ts'

export interface CliOptions {
  readonly api: NetlifyApi
  readonly apiUrl: string
  readonly token: string
  /** A folder in it for each wijk: the files of its site, and what the CLI writes beside them. */
  readonly folder: string
  /** Longest time that a deploy may take, in milliseconds. */
  readonly processMs: number
}

/** What it gets of our own environment: how to reach the world, and no secrets. */
const passedOn = [
  'PATH',
  'LANG',
  'TZ',
  'TMPDIR',
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'NODE_COMPILE_CACHE',
  'NODE_EXTRA_CA_CERTS',
  'NODE_OPTIONS',
]

const noSilentWait = import.meta.resolve('./no-silent-wait.ts')
const program = fileURLToPath(import.meta.resolve('netlify-cli/bin/run.js'))

export function createCliWay({ api, apiUrl, token, folder, processMs }: CliOptions): NetlifyWay {
  const siteFolder = (wijk: string) => join(folder, wijk, 'site')

  const withTitle = async (site: string, title: string): Promise<NetlifyDeploy[]> =>
    (await api.deploys(site)).filter((deploy) => deploy.title === title)

  async function run(
    home: string,
    args: readonly string[],
  ): Promise<{ code: number; out: string; err: string }> {
    // An own home: it keeps settings there, and looks for a project in the folders above the one it runs in.
    await mkdir(join(home, '.git'), { recursive: true })
    const { promise, resolve, reject } = Promise.withResolvers<{ code: number; out: string; err: string }>()
    const child = spawn(process.execPath, ['--import', noSilentWait, program, ...args], {
      cwd: home,
      env: {
        ...Object.fromEntries(
          passedOn.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
        ),
        HOME: home,
        XDG_CONFIG_HOME: join(home, '.config'),
        CI: '1',
        NO_UPDATE_NOTIFIER: '1',
        NETLIFY_API_URL: apiUrl,
        NETLIFY_AUTH_TOKEN: token,
      },
      // The channel says nothing; its end tells the child that we are gone, also after a kill -9 (no-silent-wait.ts).
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      timeout: processMs,
      killSignal: 'SIGKILL',
    })
    let out = ''
    let err = ''
    child.stdout?.on('data', (text: Buffer) => (out += text.toString()))
    child.stderr?.on('data', (text: Buffer) => (err += text.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, out, err }))
    return promise
  }

  return {
    async deploy(order) {
      const { wijk, site, title, isBegun, begin } = order
      const earlier = isBegun ? await withTitle(site.id, title) : []
      const done = earlier.find(({ state }) => state === 'ready')
      if (done) return done.id
      for (const deploy of earlier.filter(isUnfinished)) await api.cancel(deploy.id)

      const home = join(folder, wijk)
      const dir = siteFolder(wijk)
      await putInFolder(dir, order)
      // What it is called now: somebody may have given it another name there. By its id the CLI finds it only where it reaches one more host.
      const { name } = await api.site(site.id)
      const giveBack = await begin()
      const args = [
        'deploy',
        '--no-build',
        '--prod',
        '--dir',
        dir,
        '--site',
        name,
        '--json',
        '--message',
        title,
      ]
      const { code, out, err } = await run(home, args)

      const all = await api.deploys(site.id)
      const made = all.filter(({ id, title: of }) => of === title && !earlier.some((each) => each.id === id))
      if (made.length === 0) giveBack()
      const ready = made.find(({ state }) => state === 'ready')
      // When an answer was lost it tries again by itself, and leaves the deploy it did not hear of. Nor may what was left of an earlier
      // release become live after this one.
      for (const deploy of all.filter((each) => factsOf(each.title) && isUnfinished(each)))
        await api.cancel(deploy.id).catch(() => undefined)
      if (ready) return ready.id
      if (code === NOT_NOW) throw api.closed(new Headers(lastWordOf(err)))
      throw failureOf(code, `${err}\n${out}`)
    },

    async missing(wijk, files) {
      const gone: string[] = []
      for (const [path, { sha1 }] of files)
        if ((await sha1OfFile(join(siteFolder(wijk), path))) !== sha1) gone.push(path)
      return gone
    },
  }
}

/** Makes the folder hold exactly these files. Throws BytesGoneError for one that is not to be had. */
async function putInFolder(dir: string, { files, body }: DeployOrder): Promise<void> {
  await mkdir(dir, { recursive: true })
  const items = await readdir(dir, { recursive: true, withFileTypes: true })
  for (const item of items) {
    const path = relative(dir, join(item.parentPath, item.name))
    if (item.isFile() && !files.has(path)) await rm(join(dir, path))
  }
  for (const [path, file] of files) {
    const place = join(dir, path)
    const bytes = body(path)
    if (bytes) {
      await mkdir(dirname(place), { recursive: true })
      await writeFile(place, await bytes())
    } else if ((await sha1OfFile(place)) !== file.sha1) {
      throw new BytesGoneError(`${place} is not what was deployed before; the whole site goes up again`)
    }
  }
}

async function sha1OfFile(path: string): Promise<string | null> {
  const bytes = await readFile(path).catch(() => null)
  return bytes && createHash('sha1').update(bytes).digest('hex')
}

/** What no-silent-wait.ts had it say before it ended. */
function lastWordOf(err: string): Record<string, string> {
  return JSON.parse(err.slice(err.lastIndexOf('\n'))) as Record<string, string>
}

function failureOf(code: number, text: string): Error {
  const said = stripVTControlCharacters(text).trim().slice(-600)
  if (/invalid filename/i.test(said)) return new TargetRefusedError(NETLIFY, 'release', said)
  if (/locked/i.test(said)) return new TargetRefusedError(NETLIFY, 'locked', said)
  if (/unauthorized|401|access denied/i.test(said))
    return new TargetRefusedError(NETLIFY, 'credentials', said)
  return new TargetUnavailableError(NETLIFY, `netlify-cli ended with ${code}: ${said}`)
}
