/**
 * The browser of the tests, always a real Chromium: BROWSER_PATH, the machine's own, Playwright's,
 * or the one that comes in an npm package. A machine without any fails; no test is skipped for it.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** No Chromium can be had on this machine; the message names the command that helps. */
class NoBrowserError extends Error {
  override readonly name = 'NoBrowserError'
}

/** Longest wait for anything on a screen, in milliseconds: a busy machine is slow, and not wrong. */
const PATIENCE_MS = 60_000

/** Starts the browser; close it when the test file is done. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch(await findBrowser(process.env))
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE_MS))
  return browser
}

/** How to start the browser of this machine. Throws NoBrowserError. */
export async function findBrowser(env: NodeJS.ProcessEnv): Promise<LaunchOptions> {
  const { BROWSER_PATH } = env
  if (BROWSER_PATH) {
    if (!existsSync(BROWSER_PATH))
      throw new NoBrowserError(`BROWSER_PATH is ${BROWSER_PATH}, which is not there`)
    return { executablePath: BROWSER_PATH, args: sandbox() }
  }
  const executablePath = [...installed, chromium.executablePath()].find((path) => existsSync(path))
  if (executablePath) return { executablePath, args: sandbox() }
  if (process.platform === 'linux' && process.arch === 'x64') return packedBrowser()
  throw new NoBrowserError(
    'no Chromium found: run `npm run pnpm exec playwright-core install chromium`, or set BROWSER_PATH',
  )
}

/** Chromium refuses to run its sandbox as root, which is what one is in most containers. */
const sandbox = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

/**
 * The Chromium of @sparticuz/chromium, made for AWS Lambda. Elsewhere it needs the libraries it brings for that,
 * and not its own list of arguments, which switches web security off.
 */
async function packedBrowser(): Promise<LaunchOptions> {
  unpacking ??= unpack()
  const folder = await unpacking
  return {
    executablePath: join(folder, 'chromium'),
    args: ['--no-sandbox', '--headless=shell'],
    env: {
      ...(process.env as Record<string, string>),
      FONTCONFIG_PATH: join(folder, 'fonts'),
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    },
  }
}

let unpacking: Promise<string> | undefined

/** The folder with the unpacked browser: 250 MB, made once. Of processes that come at the same time, the first wins. */
async function unpack(): Promise<string> {
  const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  const about = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string }
  const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))
  const folder = join(cache, `chromium-${about.version}`)
  if (existsSync(folder)) return folder
  await mkdir(cache, { recursive: true })
  const staging = await mkdtemp(join(cache, 'chromium-'))
  const program = fileURLToPath(new URL('unpack-chromium.ts', import.meta.url))
  await promisify(execFile)(process.execPath, [program, join(packageFolder, 'bin', 'al2023.tar.br')], {
    env: { ...process.env, TMPDIR: staging },
  })
  // Its own configuration knows the folders of Lambda only.
  await writeFile(join(staging, 'fonts', 'fonts.conf'), fontsConf(folder))
  await rename(staging, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(staging, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  return folder
}

const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`
