/**
 * The reasons of the last releases of each wijk, for who asks later why a page was made anew: a file a wijk, a line a
 * release, of a bounded size. Nothing is decided by it: losing it costs explanations, and nothing more.
 */
import { appendFile, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Entry, type FormerAddress, pathOf, type WijkId } from '@wijkpers/content'
import type { Changes } from '@wijkpers/content/strapi'
import type { Why } from '../dispatcher.ts'
import { writeKept } from '../kept.ts'
import type { LiveSite, Renderer, Rendering } from '../ports.ts'
import { createTurns } from '../turns.ts'
import { type ReleaseReasons, sumUp } from './sum-up.ts'

/** Above this size the oldest half of a file goes, in bytes: some hundreds of releases. */
const MOST_BYTES = 256 * 1024

export interface JournalOptions {
  readonly folder: string
  readonly live: (wijk: WijkId) => Pick<LiveSite, 'revision' | 'files'> | null
  /** What the CMS says: asked behind a publish of which the renderer did not know what had changed, as after a restart. */
  readonly changesSince: (
    wijk: WijkId,
    revision: number,
  ) => Promise<Pick<Changes, 'revision' | 'entries' | 'gone'> | null>
  readonly onFailed: (error: unknown) => void
}

export interface Journal {
  /** The renderer, such that the reasons of what it made are kept when it becomes another release. */
  through(renderer: Renderer, why: Why): Renderer
}

/** A release, and what was live before it. */
interface Occasion {
  readonly wijk: WijkId
  readonly release: number
  readonly revision: number | null
  readonly before: Pick<LiveSite, 'revision' | 'files'> | null
  /** All addresses that entries of the wijk ever left. */
  readonly formerAddresses: readonly FormerAddress[]
}

/** Why each page of a wijk is as it is, in a file for each wijk that may be deleted: what `explain` tells. */
export function createJournal({ folder, live: liveOf, changesSince, onFailed }: JournalOptions): Journal {
  const inTurn = createTurns()

  async function add(wijk: WijkId, reasons: ReleaseReasons): Promise<void> {
    await mkdir(folder, { recursive: true })
    const file = fileOf(folder, wijk)
    // A line begins with its break, so that one that was cut off spoils only itself.
    await appendFile(file, `\n${JSON.stringify(reasons)}`)
    if ((await stat(file)).size <= MOST_BYTES) return
    const lines = (await readFile(file, 'utf8')).split('\n')
    let size = 0
    const kept = lines.toReversed().filter((line) => (size += line.length) <= MOST_BYTES / 2)
    await writeKept(file, kept.toReversed().join('\n'))
  }

  function note(wijk: WijkId, reasons: () => Promise<ReleaseReasons>): void {
    inTurn([wijk], async () => add(wijk, await reasons())).catch(onFailed)
  }

  /** What differs from the content `before`, as far as the CMS can say: of what is gone only how much it is. */
  async function changeSince(before: Pick<LiveSite, 'revision' | 'files'>, occasion: Occasion) {
    const { wijk, revision, formerAddresses } = occasion
    // That it cannot be had, or is of a later publish, costs a name in an explanation.
    const changes = await changesSince(wijk, before.revision).catch(() => null)
    if (!changes || changes.revision !== revision) return null
    const put = changes.entries.map(({ entry }) => ({
      entry,
      isNew: wasAbsent(entry, before.files, formerAddresses),
    }))
    const isOtherWijk = put.length + changes.gone.length === 0 ? true : null
    return { change: { put, gone: [], isOtherWijk }, unnamed: changes.gone.length }
  }

  async function reasonsOf(rendering: Rendering, why: Why, occasion: Occasion): Promise<ReleaseReasons> {
    const { before, release } = occasion
    const isAsked = before !== null && rendering.change === null && (why === 'hint' || why === 'revision')
    const known = isAsked ? await changeSince(before, occasion) : null
    return known
      ? sumUp({ ...rendering, change: known.change }, release, why, known.unnamed)
      : sumUp(rendering, release, why)
  }

  return {
    through: (renderer, why) => ({
      format: renderer.format,
      files: renderer.files,
      async render(job, basis, live) {
        const wijk = job.wijk.id
        const before = liveOf(wijk)
        const rendering = await renderer.render(job, basis, live)
        return {
          ...rendering,
          wentLive(release) {
            rendering.wentLive(release)
            // Otherwise nothing differed: what is live was made for another reason.
            if (release === basis) return
            // Now: when its turn to be noted comes, the next publish may be live.
            const revision = liveOf(wijk)?.revision ?? null
            const occasion = { wijk, release, revision, before, formerAddresses: job.formerAddresses }
            note(wijk, () => reasonsOf(rendering, why, occasion))
          },
        }
      },
    }),
  }
}

/** Whether an entry was not on the site before; null where the files that were live cannot tell. */
function wasAbsent(
  entry: Entry,
  files: LiveSite['files'],
  formerAddresses: readonly FormerAddress[],
): boolean | null {
  // These stand in a list, which is there without them as well.
  if (entry.kind === 'deal' || entry.kind === 'person') return null
  // It was elsewhere, or what is at its address only says that it left.
  if (formerAddresses.some((former) => isOf(entry, former))) return null
  return files.get(`${pathOf(entry).slice(1)}index.html`) === undefined
}

function isOf({ id, kind, slug }: Entry, former: FormerAddress): boolean {
  return former.entry === id || (former.kind === kind && former.slug === slug)
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
