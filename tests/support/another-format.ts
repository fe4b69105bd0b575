/** A site format as another build would give it: a copy with another stylesheet and other words, known by another hash. */
import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { filesBelow, formatFolder } from '../site/render-site.ts'

export interface AnotherFormat {
  /** Folder to put it in, in one step, as a build does. */
  readonly to: string
  /** Stands at the top of every page, for who goes on with the keyboard. */
  readonly skip: string
  /** The list of news cannot be made for wijken with this in their name. */
  readonly failsOn?: string
  /** The first wijk is made; all others wait until this file is there. */
  readonly waitsFor?: string
}

/** Answers the hash of the format. */
export async function putAnotherFormat({ to, skip, failsOn, waitsFor }: AnotherFormat): Promise<string> {
  const made = await mkdtemp(join(dirname(to), '.format-'))
  await cp(formatFolder, made, { recursive: true })
  const files = await filesBelow(made)
  const style = [...files.keys()].find((path) => path.startsWith('files/_astro/') && path.endsWith('.css'))
  if (!style) throw new Error(`no stylesheet in ${formatFolder}`)
  const css = `${(await readFile(join(made, style), 'utf8')).trimEnd()}/* ${skip} */`
  const name = style.slice('files/'.length)
  const newName = name.replace(
    /[^.]+\.css$/,
    `${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`,
  )
  await rename(join(made, style), join(made, 'files', newName))
  await writeFile(join(made, 'files', newName), css)

  const list = '=> `Al het nieuws uit '
  const fails = `=> wijk.includes(${JSON.stringify(failsOn)}) ? (() => { throw new Error("sjabloon kapot") })() : ${list.slice(3)}`
  const changes: [string, string][] = [
    [name, newName],
    ['"Naar de inhoud"', JSON.stringify(skip)],
    ...(failsOn === undefined ? [] : [[list, fails] satisfies [string, string]]),
    ...(waitsFor === undefined
      ? []
      : [[list, `=> ${waiting(waitsFor)} ? '' : ${list.slice(3)}`] satisfies [string, string]]),
  ]
  for (const [from, to] of changes) {
    let isThere = false
    for (const path of files.keys()) {
      if (!path.endsWith('.mjs')) continue
      const code = await readFile(join(made, path), 'utf8')
      if (!code.includes(from)) continue
      isThere = true
      await writeFile(join(made, path), code.replaceAll(from, to))
    }
    if (!isThere) throw new Error(`the site format has no ${from}`)
  }
  const hash = createHash('sha256')
  for (const [path, body] of await filesBelow(made))
    if (path !== 'format.json') hash.update(path).update(body)
  const format = hash.digest('hex').slice(0, 24)
  await writeFile(join(made, 'format.json'), JSON.stringify({ format }))
  await rm(to, { recursive: true, force: true })
  await rename(made, to)
  return format
}

/** False at last. Which wijk was the first is noted beside the file, for all processes that render. */
const waiting = (file: string) => `(() => {
  const { existsSync, readFileSync, writeFileSync } = process.getBuiltinModule('node:fs')
  const [go, first] = [${JSON.stringify(file)}, ${JSON.stringify(`${file}.first`)}]
  try { writeFileSync(first, wijk, { flag: 'wx' }) } catch {}
  while (readFileSync(first, 'utf8') !== wijk && !existsSync(go))
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20)
  return false
})()`
