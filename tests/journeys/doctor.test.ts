import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseWijkId } from '@wijkpers/content'
import { openReader } from '@wijkpers/releases'
import { wijkpersCommand } from '../support/command.ts'
import { articles, aWijk } from '../support/content.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

let wijkpers: Wijkpers
let molenwijk: string
beforeAll(async () => {
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false', LITTLE_ROOM_MB: '1' } })
  molenwijk = await wijkpers.cms.importWijk(aWijk('molenwijk', articles(3)))
  await wijkpers.untilLive('molenwijk')
})
afterAll(() => wijkpers[Symbol.asyncDispose]())

const doctor = (...words: string[]) => wijkpersCommand(wijkpers.settings, 'doctor', ...words)

test('a sound installation is fine', async () => {
  const said = await doctor()
  expect(said).toMatchObject({ exit: 0, err: '' })
  expect(said.out).toContain('Alles is in orde.')
  expect(said.out).toContain('antwoordt, 1 wijk\n')
  expect(said.out).toContain('1 site, 1 versie,')
})

test('a disk with less room than an operator asks for is a fault', async () => {
  const env = { ...wijkpers.settings.env, LITTLE_ROOM_MB: '1000000000' }
  const { exit, out } = await wijkpersCommand({ ...wijkpers.settings, env }, 'doctor')
  expect([exit, out]).toEqual([
    1,
    expect.stringMatching(/FOUT {2}schijf: [\d.]+ MB vrij voor .*\n *Doe dit: maak ruimte/),
  ])
})

test('what rotted on the disk is named, with what to do', async () => {
  const reader = openReader(join(wijkpers.settings.data, 'releases'))
  rmSync(reader.objectPath(reader.find(molenwijk, 'nieuws/bericht-2/index.html')!.hash))
  reader.close()
  mkdirSync(join(wijkpers.settings.data, 'publisher', 'formats', 'half1'))
  const said = await doctor()
  expect(said.exit).toBe(1)
  expect(said.out).toContain('FOUT  molenwijk: beschadigd op de schijf: nieuws/bericht-2/index.html')
  expect(said.out).toMatch(/FOUT {2}sitevorm: de bewaarde kopie half1 .*\n *Doe dit: verwijder de map/)
  expect(said.out).toMatch(/Doe dit: de publisher maakt het opnieuw .*verwijder de map .*verified/)
  // One that is held is not repaired: that has to be said, or the advice is for nothing.
  const since = new Date().toISOString()
  const held = { release: 1, revision: 1, by: 'Noor', since, why: 'Er wordt iets nagekeken.' }
  await wijkpers.cms.hold(parseWijkId(molenwijk), held)
  expect((await doctor()).out).toContain('Doe dit: laat de wijk verdergaan (‘resume molenwijk’)')
})

test('a folder without an installation is told, and stays as it was', async () => {
  const nowhere = join(wijkpers.settings.data, 'verkeerd')
  const env = { PATH: process.env['PATH'], WIJKPERS_ENV_FILE: 'none', WIJKPERS_DATA: nowhere }
  const { exit, out, err } = await wijkpersCommand({ ...wijkpers.settings, env }, 'doctor', '--json')
  expect([exit, err]).toEqual([3, expect.stringContaining(`Er is geen Wijkpers in ${nowhere}`)])
  expect(JSON.parse(out)).toEqual({ error: err.trim(), exit: 3 })
  expect(existsSync(nowhere)).toBe(false)
})

test('with parts down the others are looked at all the same', async () => {
  await wijkpers.kill9('cms')
  await wijkpers.kill9('publisher')
  const { exit, out } = await doctor('--json')
  expect(exit).toBe(1)
  // What the store tells needs nobody else; what only the CMS knows is said to be unknown.
  const releases = await wijkpersCommand(wijkpers.settings, 'releases', 'molenwijk')
  expect(releases).toMatchObject({ exit: 0, out: expect.stringContaining('(staat online)') })
  expect(releases.out).toContain('weet alleen de redactie-omgeving, en die antwoordt niet')
  const verify = await wijkpersCommand(wijkpers.settings, 'verify', 'molenwijk')
  expect(verify).toMatchObject({
    exit: 3,
    err: expect.stringMatching(/^De redactie-omgeving antwoordt niet.*start:cms/),
  })
  const { findings } = JSON.parse(out) as {
    findings: { about: string; isFine: boolean; advice: string | null }[]
  }
  const found = Object.fromEntries(findings.map((finding) => [finding.about, finding]))
  expect(found['redactie-omgeving']).toMatchObject({
    isFine: false,
    advice: expect.stringContaining('start:cms'),
  })
  expect(found['publisher']).toMatchObject({
    isFine: false,
    advice: expect.stringContaining('start:publisher'),
  })
  expect(found['bestandsserver']).toMatchObject({ isFine: true })
})

test('only where there is nothing at all there is nothing to look at', async () => {
  await wijkpers.kill9('files')
  expect(await doctor()).toMatchObject({ exit: 1 })
  rmSync(join(wijkpers.settings.data, 'releases'), { recursive: true })
  expect(await doctor()).toMatchObject({
    exit: 3,
    out: '',
    err: expect.stringContaining('niets na te kijken'),
  })
})
