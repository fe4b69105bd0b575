/**
 * The reasons of the last releases of each wijk, for who asks later why a page was made anew: a file a wijk, a line a
 * release, of a bounded size. Nothing is decided by it: losing it costs explanations, and nothing more.
 */
import { appendFile, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WijkId } from '@wijkpers/content'
import type { Renderer, Why } from '../ports.ts'
import { type ReleaseReasons, sumUp } from './sum-up.ts'

/** Above this size the oldest half of a file goes, in bytes: some hundreds of releases. */
const MOST_BYTES = 256 * 1024

export interface JournalOptions {
  readonly folder: string
  readonly onFailed: (error: unknown) => void
}

export interface Journal {
  /** The renderer, such that the reasons of what it made are kept when it becomes another release. */
  through(renderer: Renderer, why: Why): Renderer
}

export function createJournal({ folder, onFailed }: JournalOptions): Journal {
  const last = new Map<WijkId, Promise<void>>()

  async function add(wijk: WijkId, reasons: ReleaseReasons): Promise<void> {
    await mkdir(folder, { recursive: true })
    const file = fileOf(folder, wijk)
    // A line begins with its break, so that one that was cut off spoils only itself.
    await appendFile(file, `\n${JSON.stringify(reasons)}`)
    if ((await stat(file)).size <= MOST_BYTES) return
    const lines = (await readFile(file, 'utf8')).split('\n')
    let size = 0
    const kept = lines.toReversed().filter((line) => (size += line.length) <= MOST_BYTES / 2)
    await writeFile(`${file}.tmp`, kept.toReversed().join('\n'))
    await rename(`${file}.tmp`, file)
  }

  /** One after another. */
  function note(wijk: WijkId, reasons: ReleaseReasons): void {
    const noted = (last.get(wijk) ?? Promise.resolve()).then(() => add(wijk, reasons)).catch(onFailed)
    last.set(wijk, noted)
    void noted.then(() => last.get(wijk) === noted && last.delete(wijk))
  }

  return {
    through: (renderer, why) => ({
      format: renderer.format,
      files: renderer.files,
      async render(job, basis, live) {
        const rendering = await renderer.render(job, basis, live)
        return {
          ...rendering,
          accept(release) {
            rendering.accept(release)
            // Otherwise nothing differed: what is live was made for another reason.
            if (release !== basis) note(job.wijk.id, sumUp(rendering, release, why))
          },
        }
      },
    }),
  }
}

/** Why the pages of a release were made; null when that is not known, or not any more. */
export async function readReasons(
  folder: string,
  wijk: WijkId,
  release: number,
): Promise<ReleaseReasons | null> {
  const text = await readFile(fileOf(folder, wijk), 'utf8').catch(() => '')
  return (
    text
      .split('\n')
      .map(parse)
      .findLast((reasons) => reasons?.release === release) ?? null
  )
}

function parse(line: string): ReleaseReasons | null {
  try {
    return JSON.parse(line) as ReleaseReasons
  } catch {
    return null
  }
}

function fileOf(folder: string, wijk: WijkId): string {
  return join(folder, `${wijk}.jsonl`)
}
