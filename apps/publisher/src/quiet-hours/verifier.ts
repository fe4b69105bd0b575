/** Verifying with a render process of its own, which goes behind everything else and is there only while it works. */
import type { WijkId } from '@wijkpers/content'
import type { CmsClient } from '@wijkpers/content/strapi'
import {
  createContentReader,
  type FormatShelf,
  hashOfFormat,
  startRenderer,
  type Verdict,
  verify as verifyWijk,
  type VerifyPorts,
} from '@wijkpers/publishing'

export interface VerifierOptions extends Omit<VerifyPorts, 'content' | 'renderer'> {
  readonly cms: Pick<CmsClient, 'manifest' | 'entries' | 'changes'>
  readonly shelf: Pick<FormatShelf, 'folderOf' | 'kept'>
}

export function createVerifier({ cms, shelf, ...ports }: VerifierOptions) {
  let open: { readonly hash: string; readonly renderer: ReturnType<typeof startRenderer> } | null = null

  /** Ends the render process until the next wijk is verified. */
  function rest(): void {
    // One that failed to start has nothing to close.
    open?.renderer.then((started) => started.close()).catch(() => undefined)
    open = null
  }

  function rendererOf(hash: string): ReturnType<typeof startRenderer> {
    if (open?.hash !== hash) rest()
    const folder = shelf.folderOf(hash)
    open ??= { hash, renderer: startRenderer({ folder, processes: 1, keptWijken: 1, isUnhurried: true }) }
    return open.renderer
  }

  return {
    rest,
    /** Verifies a wijk in the site format that it has. Null when nothing is live, or its format or the wijk is gone. */
    async verify(wijk: WijkId): Promise<Verdict | null> {
      const live = ports.target.live(wijk)
      const hash = live && hashOfFormat(live.format)
      if (hash === null || !(await shelf.kept()).includes(hash)) return null
      const content = createContentReader(cms)
      return verifyWijk(wijk, { ...ports, content, renderer: await rendererOf(hash) })
    },
  }
}
