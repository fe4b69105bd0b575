/** The Nu checker of the W3C, over every page of the sites that the tests look at and of a large strange one. */
import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { type Judge, missing } from './judge.ts'
import { makeSites } from './made-sites.ts'

export const nu: Judge = { about: 'the HTML of every page', run }

/** Comes from npm when it is asked for: 30 MB that no test needs. */
const CHECKER = 'vnu-jar@26.9.27'

interface Message {
  readonly type: string
  readonly url?: string
  readonly lastLine?: number
  readonly message: string
}

async function run() {
  if (spawnSync('java', ['-version']).status !== 0)
    return missing('java', 'On Debian: apt install default-jre-headless. On macOS: brew install openjdk.')
  const where = [
    'exec',
    '--yes',
    `--package=${CHECKER}`,
    '--',
    'sh',
    '-c',
    'dirname "$(readlink -f "$(command -v vnu)")"',
  ]
  const found = spawnSync('npm', where, { encoding: 'utf8' })
  if (found.status !== 0)
    return missing(CHECKER, `It comes from npm: ${found.stderr.trim().split('\n').at(-1)}`)
  using made = await makeSites(['sample', 'new', 'small', 'large', 'hostile', 'strange'])
  const jar = `${found.stdout.trim()}/build/dist/vnu.jar`
  // It exits 1 when it has something to say.
  const { stderr } = await promisify(execFile)(
    'java',
    ['-jar', jar, '--skip-non-html', '--errors-only', '--format', 'json', '--exit-zero-always', made.folder],
    { maxBuffer: 64 * 1024 * 1024 },
  )
  const { messages } = JSON.parse(stderr || '{"messages":[]}') as { messages: readonly Message[] }
  const faults = messages.map(
    ({ url = '', lastLine, message }) =>
      `${url.slice(url.indexOf(made.folder) + made.folder.length)}:${lastLine}: ${message}`,
  )
  return { kind: 'judged' as const, by: `${CHECKER}, ${made.files} files`, faults }
}
