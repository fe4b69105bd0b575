/**
 * A disk that can be full: a few megabytes of memory, mounted over one folder in a namespace of its own. Linux lets a
 * user without any rights do that; the processes that use the disk are started inside the namespace.
 * Where it may not be had (macOS, some containers), a stand-in in the publisher says ENOSPC for writes to that folder.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { root } from '../../scripts/settings.ts'

export interface SmallDisk extends AsyncDisposable {
  /** For the log: what kind of disk this is. */
  readonly kind: string
  /** Settings for processes that use the disk. */
  readonly env: NodeJS.ProcessEnv
  /** The command that starts a program where the disk is seen. */
  inside(cwd: string, command: string, args: readonly string[]): { command: string; args: readonly string[] }
  /** Fills it, but for so many bytes. */
  fill(leftBytes?: number): void
  makeRoom(): void
}

/** A disk of `megabytes` at `folder`, which is made. */
export async function mountSmallDisk(folder: string, megabytes: number): Promise<SmallDisk> {
  mkdirSync(folder, { recursive: true })
  return (await mounted(folder, megabytes)) ?? saidToBeFull(folder)
}

async function mounted(folder: string, megabytes: number): Promise<SmallDisk | null> {
  if (process.platform !== 'linux' || process.env.SMALL_DISK === 'none') return null
  // It lives as long as `cat`, which ends when we do.
  const mount = `mount -t tmpfs -o size=${megabytes}m tmpfs "$0" && echo mounted && exec cat`
  const keeper = spawn('unshare', ['--map-root-user', '--mount', 'sh', '-c', mount, folder], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const lines = createInterface({ input: keeper.stdout })
  const failed = Promise.race([once(keeper, 'error'), once(keeper, 'exit')]).then(() => null)
  const first = await Promise.race([once(lines, 'line'), failed])
  if (first?.[0] !== 'mounted') return null

  const enter = ['--target', String(keeper.pid), '--user', '--mount', '--preserve-credentials', '--']
  function run(...command: string[]): void {
    const { status, stderr } = spawnSync('nsenter', [...enter, ...command], { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${command.join(' ')}: ${stderr}`)
  }
  const ballast = join(folder, 'ballast')
  return {
    kind: `${megabytes} MB of memory in a namespace of its own`,
    env: {},
    inside: (cwd, command, args) => ({
      command: 'nsenter',
      args: [...enter, 'sh', '-c', 'cd "$0" && exec "$@"', cwd, command, ...args],
    }),
    fill(leftBytes = 0) {
      const left = Math.ceil(leftBytes / 4096)
      run(
        'sh',
        '-c',
        `dd if=/dev/zero of="$0" bs=4096 2>/dev/null; truncate -c -s -${left * 4096} "$0"`,
        ballast,
      )
    },
    makeRoom: () => run('rm', '-f', ballast),
    async [Symbol.asyncDispose]() {
      keeper.stdin.end()
      if (keeper.exitCode === null) await once(keeper, 'exit')
    },
  }
}

function saidToBeFull(folder: string): SmallDisk {
  const sign = `${folder}.full`
  const standIn = pathToFileURL(join(root, 'tests/support/say-the-disk-is-full.ts')).href
  return {
    kind: 'a stand-in that says ENOSPC, as no small disk can be had on this machine (`unshare --map-root-user --mount`)',
    env: { NODE_OPTIONS: `--import=${standIn}`, FULL_DISK: folder },
    inside: (_cwd, command, args) => ({ command, args }),
    fill: () => writeFileSync(sign, ''),
    makeRoom: () => rmSync(sign, { force: true }),
    [Symbol.asyncDispose]: () => Promise.resolve(rmSync(sign, { force: true })),
  }
}
