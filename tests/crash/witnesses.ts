/** Those who never rest while processes are killed: editors who publish, readers who fetch. They remember what they saw. */
import type { Wijkpers } from '../support/wijkpers.ts'
import { ARTICLE, type Editor, paragraph } from '../support/editor.ts'

const SLUG = 'tel'
const FOLDER = `/nieuws/${SLUG}/`
/** Before somebody who got no answer tries again. */
const SIGH_MS = 20
const sigh = () => new Promise((resolve) => setTimeout(resolve, SIGH_MS))

/** A witness, until `stop`, which answers what was seen. */
export interface Witness<T> {
  readonly seen: T
  stop(): Promise<void>
}

/** What an editor's page says: how many times it was published. */
export const countOn = (text: string): number => Number(/stand (\d+) einde/.exec(text)?.[1])
export const pageOfCount = FOLDER

const countedArticle = (wijk: string, count: number) => ({
  title: `Tel ${wijk}`,
  slug: SLUG,
  body: [paragraph(`stand ${count} einde`)],
})

/** Makes the article that is counted on; answers its id. */
export async function createCountedArticle(editor: Editor, wijk: string, wijkId: string): Promise<string> {
  const data = { ...countedArticle(wijk, 0), wijk: { connect: [{ documentId: wijkId }] } }
  const article = await editor.create(ARTICLE, data)
  await editor.publish(ARTICLE, article)
  return article
}

/** An editor who publishes without end. `acknowledged` is the newest count that the CMS said yes to. */
export function anEditorWhoNeverRests(editor: Editor, wijk: string, article: string) {
  const seen = { acknowledged: 0, tried: 0 }
  return witness(seen, async () => {
    const count = ++seen.tried
    await editor.publish(ARTICLE, article, countedArticle(wijk, count))
    seen.acknowledged = count
  })
}

/** A reader who fetches a page and its styles without end: each answer must be whole, and releases may only grow. */
export function aReaderWhoNeverStops(wijkpers: Wijkpers, wijk: string) {
  const seen = { answers: 0, styles: 0, faults: [] as string[], release: 0 }
  return witness(seen, async () => {
    const page = await wijkpers.get(wijk, FOLDER)
    const release = Number(page.headers['wijkpers-release'])
    if (page.status !== 200) seen.faults.push(`${FOLDER} answers ${page.status}`)
    else if (Number.isNaN(countOn(page.text)) || !page.text.includes('</html>'))
      seen.faults.push('half a page')
    if (release < seen.release) seen.faults.push(`release ${release} after ${seen.release}`)
    seen.release = Math.max(seen.release, release)
    seen.answers++
    for (const [, path = ''] of page.text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) {
      const { status } = await wijkpers.get(wijk, path)
      seen.styles++
      if (status !== 200) seen.faults.push(`${path}, of release ${release}, answers ${status}`)
    }
  })
}

function witness<T>(seen: T, look: () => Promise<void>): Witness<T> {
  const stopping = new AbortController()
  const ended = (async () => {
    // Who was killed gives no answer: whether that counts is what the audit finds out.
    while (!stopping.signal.aborted) await look().catch(sigh)
  })()
  return {
    seen,
    stop() {
      stopping.abort()
      return ended
    },
  }
}
