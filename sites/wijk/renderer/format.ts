/**
 * The finished site format on disk:
 *
 *   renderer/entry.mjs - what the publisher imports; the files beside it belong to it
 *   files/             - what every site of this format carries: stylesheets
 *   format.json        - `{ "format": "<hash of all of the above>" }`
 */
import { createHash } from 'node:crypto'
import { cp, glob, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface FormatParts {
  /** Folder of the Astro project. */
  readonly root: string
  /** Folder Astro built into: its path is in the bundle, and may not be part of the hash. */
  readonly built: string
  /** Folder with the bundle of the renderer. */
  readonly bundle: string
  /** Folder to replace with the finished format. */
  readonly out: string
}

/** Puts the format at `out` in one step and answers its hash; does nothing when that very format is there already. */
export async function putFormat({ root, built, bundle, out }: FormatParts): Promise<string> {
  const target = resolve(out)
  await mkdir(dirname(target), { recursive: true })
  const staging = await mkdtemp(join(dirname(target), '.format-'))
  try {
    await cp(bundle, join(staging, 'renderer'), { recursive: true })
    await cp(built, join(staging, 'files'), { recursive: true })
    await forgetFolders(join(staging, 'renderer'), [built, root])
    await writeFile(join(staging, 'renderer', 'entry.mjs'), await entryFile(bundle))
    const format = await hashOf(staging)
    if ((await hashOf(target)) === format) return format
    await writeFile(join(staging, 'format.json'), `${JSON.stringify({ format })}\n`)
    await swap(staging, target)
    return format
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** A name that stays, for the entry whose name has a hash in it. */
async function entryFile(bundle: string): Promise<string> {
  const entry = (await readdir(bundle)).find((file) => file.startsWith('prerender-entry.'))
  if (!entry) throw new Error(`[renderer] Astro made no prerender entry in ${bundle}`)
  return `export * from './${entry}'\n`
}

/** Astro writes the folders of this machine into the bundle; the same sources are the same format everywhere. */
async function forgetFolders(bundle: string, folders: readonly string[]): Promise<void> {
  for await (const file of glob('**/*.mjs', { cwd: bundle })) {
    let code = await readFile(join(bundle, file), 'utf8')
    for (const folder of folders) {
      const { href } = pathToFileURL(folder)
      code = code.replaceAll(withSlash(href), 'file:///wijk/').replaceAll(withSlash(folder), '/wijk/')
    }
    await writeFile(join(bundle, file), code)
  }
}

const withSlash = (path: string) => (path.endsWith('/') ? path : `${path}/`)

/** Hash of the files below `folder`, without format.json; of a folder that is not there too. */
async function hashOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const name = file.slice(folder.length + 1)
    if (name === 'format.json') continue
    hash.update(`${name}\0`).update(
      createHash('sha256')
        .update(await readFile(file))
        .digest(),
    )
  }
  return hash.digest('hex').slice(0, 24)
}

/** A running publisher has loaded its format whole, so the moment without a folder between two renames hurts nobody. */
async function swap(staging: string, target: string): Promise<void> {
  const old = await mkdtemp(join(dirname(target), '.format-'))
  await rename(target, join(old, 'old')).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
  await rename(staging, target)
  await rm(old, { recursive: true })
}
