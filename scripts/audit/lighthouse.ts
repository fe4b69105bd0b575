/** Lighthouse, on the pages that are opened most, as a telephone on a slow connection gets them. */
import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { findBrowser } from '../../tests/support/browser.ts'
import { renderSite } from '../../tests/site/render-site.ts'
import { serveFiles } from '../../tests/site/serve-files.ts'
import { photosFolder, sampleSite } from '../../tests/site/sites.ts'
import { type Judge, missing } from './judge.ts'

export const lighthouse: Judge = {
  about: 'home, an article, the agenda and a shop, on a slow telephone',
  run,
}

/** Comes from npm when it is asked for: 60 MB that no test needs. */
const LIGHTHOUSE = 'lighthouse@13.5.0'
/** Its own settings are a telephone in the middle range on slow 4G. */
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const WANTED = 100

const pages = {
  home: '/',
  article: '/nieuws/de-markt-blijft-op-het-plein/',
  agenda: '/agenda/',
  shop: '/ondernemers/kaashandel-vermeer/',
}

interface Report {
  readonly categories: Readonly<
    Record<string, { readonly score: number; readonly auditRefs: readonly { readonly id: string }[] }>
  >
  readonly audits: Readonly<Record<string, { readonly score: number | null; readonly title: string }>>
}

async function run() {
  const npx = ['exec', '--yes', `--package=${LIGHTHOUSE}`, '--', 'lighthouse']
  const found = spawnSync('npm', [...npx, '--version'], { encoding: 'utf8' })
  if (found.status !== 0)
    return missing(LIGHTHOUSE, `It comes from npm: ${found.stderr.trim().split('\n').at(-1)}`)
  const { executablePath, args = [], env } = await findBrowser(process.env)
  await using server = await serveFiles(await renderSite(sampleSite, photosFolder))
  const faults: string[] = []
  const remarks: string[] = []
  for (const [name, path] of Object.entries(pages)) {
    const options = [
      server.origin + path,
      '--quiet',
      '--output=json',
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=--headless=new ${args.join(' ')}`,
    ]
    // Not in step with this process: that serves the page.
    const { stdout } = await promisify(execFile)('npm', [...npx, ...options], {
      env: { ...process.env, ...env, CHROME_PATH: executablePath },
      maxBuffer: 64 * 1024 * 1024,
    })
    const report = JSON.parse(stdout) as Report
    const scores = CATEGORIES.map((category) => Math.round(report.categories[category]!.score * 100))
    remarks.push(`${name}: ${CATEGORIES.map((category, place) => `${category} ${scores[place]}`).join(', ')}`)
    for (const [place, category] of CATEGORIES.entries())
      if (scores[place]! < WANTED)
        faults.push(`${name}: ${category} ${scores[place]}: ${lostOn(report, category).join('; ')}`)
  }
  return { kind: 'judged' as const, by: `${LIGHTHOUSE}, ${remarks.length} pages`, faults, remarks }
}

/** What cost points. */
function lostOn({ categories, audits }: Report, category: string): string[] {
  return categories[category]!.auditRefs.flatMap(({ id }) => {
    const { score, title } = audits[id]!
    return score !== null && score < 0.9 ? [title] : []
  })
}
