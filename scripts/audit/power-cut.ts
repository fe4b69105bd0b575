/**
 * The release store when the power fails: a real file system in a file, a writer at work on it, and a copy of what had
 * reached the disk at a random moment. On the copy every release that was acknowledged must be there, and whole.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { openReader } from '@wijkpers/releases'
import { root } from '../settings.ts'
import { until } from '../wait.ts'
import { type Judge, missing } from './judge.ts'

export const powerCut: Judge = { about: 'the release store after a power cut, on a real file system', run }

const CUTS = 12
/** Cuts of a writer that leaves out a duty: they show that this judge can see a loss. */
const CONTROLS = 3
const MEGABYTES = 128
const testing = (file: string) => join(root, 'packages/releases/src/testing', file)

async function run() {
  const needs =
    'Run it on Linux as root, where mkfs.ext4 and loop devices are: sudo npm run audit -- power-cut.'
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return missing('right to mount a disk', needs)
  if (!canMount()) return missing('loop device with ext4 that may be mounted', needs)

  const faults: string[] = []
  let acknowledged = 0
  for (let cut = 0; cut < CUTS; cut++) {
    const outcome = await cutThePower({})
    acknowledged += outcome.acknowledged
    faults.push(...outcome.losses.map((loss) => `cut ${cut + 1}: ${loss}`))
  }
  let seen = 0
  for (let cut = 0; cut < CONTROLS; cut++)
    if ((await cutThePower({ LEAVE_OUT: 'bytes' })).losses.length > 0) seen++
  if (seen === 0) faults.push('without syncing bytes nothing was lost either: these cuts show nothing')
  return {
    kind: 'judged' as const,
    by: `ext4, ${CUTS} power cuts, ${acknowledged} releases acknowledged`,
    faults,
    remarks: [`without syncing bytes ${seen} of ${CONTROLS} cuts lost something: the judge can see it`],
  }
}

function command(program: string, ...args: string[]): void {
  const { status, stderr, error } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr}`)
}

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-disk-'))
  try {
    const disk = makeDisk(folder)
    command('umount', disk.mounted)
    return true
  } catch {
    return false
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function makeDisk(folder: string) {
  const image = join(folder, 'disk')
  const mounted = join(folder, 'mounted')
  mkdirSync(mounted)
  command('truncate', '-s', `${MEGABYTES}M`, image)
  command('mkfs.ext4', '-q', image)
  command('mount', '-o', 'loop', image, mounted)
  return { image, mounted }
}

async function cutThePower(env: NodeJS.ProcessEnv): Promise<{ acknowledged: number; losses: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-disk-'))
  const disk = makeDisk(folder)
  const copy = join(folder, 'copy')
  const program = [`--import=${pathToFileURL(testing('record-disk.ts')).href}`, testing('endless-writer.ts')]
  const writer = spawn(process.execPath, [...program, join(disk.mounted, 'releases')], {
    env: { ...process.env, ...env, DISK_RECORD: join(folder, 'record') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(writer, 'exit')
  let acknowledged = 0
  createInterface({ input: writer.stdout }).on('line', (line) => {
    acknowledged = Number(/^live (\d+)$/.exec(line)?.[1] ?? acknowledged)
  })
  try {
    await until('the first releases', () => Promise.resolve(acknowledged >= 5), { everyMs: 5 })
    await pause(Math.random() * 400)
    writer.kill('SIGSTOP')
    // Read what it had said before it stood still.
    await pause(50)
    copyFileSync(disk.image, copy)
    writer.kill('SIGKILL')
    await ended
    command('umount', disk.mounted)
    command('mount', '-o', 'loop', copy, disk.mounted)
    return { acknowledged, losses: lossesIn(join(disk.mounted, 'releases'), acknowledged) }
  } finally {
    writer.kill('SIGKILL')
    await ended
    spawnSync('umount', [disk.mounted])
    rmSync(folder, { recursive: true, force: true })
  }
}

function lossesIn(releases: string, promised: number): string[] {
  const losses: string[] = []
  try {
    const reader = openReader(releases)
    const current = reader.current('molenwijk')?.release ?? 0
    if (current < promised) losses.push(`release ${promised} was acknowledged, and ${current} is there`)
    for (const [path, { hash }] of reader.files('molenwijk')) {
      const body = readFileSync(reader.objectPath(hash))
      if (createHash('sha256').update(body).digest('hex') !== hash)
        losses.push(`${path} of release ${current} is not what it was`)
    }
    reader.close()
  } catch (error) {
    losses.push(error instanceof Error ? error.message : String(error))
  }
  return losses
}
