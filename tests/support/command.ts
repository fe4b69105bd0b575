/** The operator's command as a program: `npm run -s wijkpers -- <act>`. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { root, type Settings } from '../../scripts/settings.ts'

export interface Said {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** Runs an act with the settings of one installation. */
export function wijkpersCommand({ env }: Settings, ...words: string[]): Promise<Said> {
  return run('scripts/wijkpers.ts', env, ...words)
}

/** Runs a script of the root until it ends. */
export function run(script: string, env: NodeJS.ProcessEnv, ...words: string[]): Promise<Said> {
  const { promise, resolve } = Promise.withResolvers<Said>()
  execFile(process.execPath, [join(root, script), ...words], { env, cwd: root }, (error, out, err) =>
    resolve({ exit: error ? Number(error.code) : 0, out, err }),
  )
  return promise
}
