import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lossesIn } from '../packages/releases/src/testing/losses.ts'

const settings = join(import.meta.dirname, 'settings.ts')
let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'settings-'))
})
afterEach(() => rmSync(data, { recursive: true }))

/** The secrets that three processes get in each of these folders, where they come at the same moment. */
async function secretsOfThree(folders: readonly string[]): Promise<string[][]> {
  const code = `const { readSettings } = await import(${JSON.stringify(settings)})
    const { folders, at } = JSON.parse(process.argv[1])
    for (const [n, WIJKPERS_DATA] of folders.entries()) {
      while (Date.now() < at + n * 10) {}
      const { CMS_TOKEN, HINT_SECRET, PREVIEW_SECRET } = readSettings({ WIJKPERS_DATA }).env
      console.log(CMS_TOKEN, HINT_SECRET, PREVIEW_SECRET)
    }`
  const words = JSON.stringify({ folders, at: Date.now() + 500 })
  const env = { PATH: process.env['PATH'] }
  const one = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', code, words], { env })
  return (await Promise.all([one(), one(), one()])).map(({ stdout }) => stdout.trim().split('\n'))
}

/** What a program of ours prints that begins with these settings. */
async function said(code: string, env: NodeJS.ProcessEnv): Promise<string> {
  const begin = `const { readSettings } = await import(${JSON.stringify(settings)});`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', begin + code],
    {
      env: { PATH: process.env['PATH'], ...env },
    },
  )
  return stdout.trim()
}

test('whoever hands in settings gets nothing of the operator’s file, nor does what it starts', async () => {
  const file = join(data, '.env')
  writeFileSync(file, `WIJKPERS_DATA=${data}\nTARGETS=s3\nCMS_TOKEN=\nWEBSUB_HUB=\n`)
  const env = { WIJKPERS_ENV_FILE: file }
  const own = `const { hub, cmsToken, env } = readSettings()
    console.log(env.TARGETS, hub, cmsToken.length, 'WEBSUB_HUB' in env)`
  // Empty is not given: the secret was made.
  expect(await said(own, env)).toBe('s3 null 64 false')
  const test = `const { env } = readSettings({ WIJKPERS_DATA: ${JSON.stringify(data)} })
    console.log(env.TARGETS, process.env.TARGETS, env.WIJKPERS_ENV_FILE)`
  expect(await said(test, env)).toBe('undefined undefined none')
  const child = { WIJKPERS_DATA: data, WIJKPERS_ENV_FILE: 'none' }
  expect(await said('console.log(readSettings().env.TARGETS)', child)).toBe('undefined')
  // A file that was named and is not there is told.
  const missing = said(own, { WIJKPERS_ENV_FILE: join(data, 'elsewhere') })
  await expect(missing).rejects.toThrow(/De instellingen in .*elsewhere zijn niet te lezen/)
})

test.each([null, '{"CMS_TOKEN":"van vroeger"}'])(
  'processes that start side by side get the same secrets, whatever was there: %s',
  async (before) => {
    const folders = Array.from({ length: 20 }, (_, n) => join(data, `data-${n}`))
    for (const folder of before ? folders : []) {
      mkdirSync(folder)
      writeFileSync(join(folder, 'secrets.json'), before!)
    }
    const [first, ...others] = await secretsOfThree(folders)
    for (const other of others) expect(other).toEqual(first)
    for (const [n, folder] of folders.entries()) {
      expect(readdirSync(folder)).toEqual(['secrets.json'])
      expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
      const kept = JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')) as Record<string, string>
      expect(first![n]).toBe([kept['CMS_TOKEN'], kept['HINT_SECRET'], kept['PREVIEW_SECRET']].join(' '))
    }
  },
)

test('secrets that were given out survive a power cut; a file that an earlier one left empty holds none, one that is damaged is told', async () => {
  const recorder = join(import.meta.dirname, '../packages/releases/src/testing/record-disk.ts')
  const record = join(data, 'record')
  const folders = { made: join(data, 'nieuw/map'), found: data }
  const tokenIn = (folder: string) => `console.log(readSettings({ WIJKPERS_DATA: '${folder}' }).cmsToken)`
  const file = join(data, 'secrets.json')
  writeFileSync(file, '')
  const noting = { NODE_OPTIONS: `--import=${pathToFileURL(recorder).href}`, DISK_RECORD: record }
  await said(tokenIn(folders.made), noting)
  const token = tokenIn(folders.found)
  const given = await said(token, noting)
  expect(given).toMatch(/^[0-9a-f]{64}$/)
  for (const folder of Object.values(folders))
    expect(lossesIn(record).get(join(folder, 'secrets.json'))).toBeNull()
  expect(await said(token, {})).toBe(given)
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 100))
  await expect(said(token, {})).rejects.toThrow(/De geheimen in .*secrets\.json zijn niet te lezen/)
})
