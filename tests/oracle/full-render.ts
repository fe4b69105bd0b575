/**
 * The oracle: a whole site made at once from the newest content, by the renderer alone. No page graph, no recorded
 * reads, no release before it.
 */
import { readFileSync } from 'node:fs'
import type { WijkId } from '@wijkpers/content'
import { createSite } from '@wijkpers/content/site'
import { createContentReader, createPhotoStore, renderJobOf, siteInputOf } from '@wijkpers/publishing'
import type { ReleaseReader } from '@wijkpers/releases'
import type { ContentSource } from '../../packages/publishing/src/ports.ts'
import { renderSite } from '../site/render-site.ts'

export interface FullRenderOptions {
  readonly source: ContentSource
  readonly original: (url: string) => Promise<Uint8Array>
  /** For photos; another one than the publisher's. */
  readonly folder: string
  readonly sitesUrl: string
  readonly now: () => Date
}

/** Answers what differs between what is live of a wijk and a full render of its newest content: a line for each file. */
export function createOracle({ source, original, folder, sitesUrl, now }: FullRenderOptions) {
  const photos = createPhotoStore({ folder, original })

  return async function differences(wijk: WijkId, reader: ReleaseReader): Promise<string[]> {
    const snapshot = await createContentReader(source).read(wijk)
    const made = snapshot && (await renderJobOf(snapshot, { photos, sitesUrl, hub: null, now }))
    const input = made && siteInputOf(made.job)
    const wanted = input ? await renderSite(input, folder) : new Map<string, Uint8Array>()
    const site = input && createSite(input)
    const files = reader.files(wijk)
    const live = new Map(
      Array.from(files, ([path, { hash }]) => [path, readFileSync(reader.objectPath(hash))]),
    )
    /** Where whoever comes to the address of a page is brought. */
    const leadsTo = (path: string) =>
      path.endsWith('index.html')
        ? site?.formerPage(`/${path.slice(0, -'index.html'.length)}`)?.movedTo
        : undefined
    return [...new Set([...wanted.keys(), ...live.keys()])].toSorted().flatMap((path) => {
      const [should, is] = [wanted.get(path), live.get(path)]
      if (!should) return `${path} should be gone`
      if (!is) return `${path} is missing`
      const [leads, shouldLead] = [files.get(path)?.movedTo, leadsTo(path)]
      if (leads !== (shouldLead === null ? '' : shouldLead))
        return `${path} leads to ${String(leads)}, should lead to ${String(shouldLead)}`
      return is.equals(should)
        ? []
        : `${path} ${firstDifference(is.toString(), Buffer.from(should).toString())}`
    })
  }
}

/** Which of these texts stand in a file of a wijk that is live: a line for each. */
export function filesWith(texts: readonly string[], wijk: WijkId, reader: ReleaseReader): string[] {
  return Array.from(reader.files(wijk)).flatMap(([path, { hash }]) => {
    const file = readFileSync(reader.objectPath(hash), 'utf8')
    return texts.filter((text) => file.includes(text)).map((text) => `${path} has ${text}`)
  })
}

function firstDifference(is: string, should: string): string {
  let at = 0
  while (is[at] === should[at]) at++
  const part = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60))
  return `shows ${part(is)}, should show ${part(should)}`
}
