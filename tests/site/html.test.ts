/** Every page of every kind of wijk, as text: valid HTML, and nothing in it that a browser or a reader could stumble over. */
import { brotliCompressSync } from 'node:zlib'
import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate'
import { beforeAll, describe, expect, test } from 'vitest'
import { faultsOfJsonFeed, faultsOfRss, faultsOfThing, PROPERTIES, type Thing } from './machine-judges.ts'
import { busySite } from './busy-site.ts'
import { renderPages, renderSite } from './render-site.ts'
import {
  hostileSite,
  largeSite,
  movedSite,
  newSite,
  photosFolder,
  restingSite,
  sampleSite,
  smallSite,
} from './sites.ts'
import { strangeSite } from './strange-site.ts'

const rules: ConfigData = {
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // A title is as long as its editor made it.
    'long-title': 'off',
    // How a number is written in a text is up to its editor; where we write one it does not break.
    'tel-non-breaking': 'off',
    // Only what comes from elsewhere needs a check sum, and nothing does.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
}

const wijken = {
  sample: sampleSite,
  new: newSite,
  small: smallSite,
  resting: restingSite,
  large: largeSite,
  hostile: hostileSite,
  strange: strangeSite(40),
}
/** Pages that are shown at any address, so that they have none of their own. */
const anywhere = ['404.html', '410/index.html', 'leeg/index.html']
/** Pages that stand in other sites: not to be found by themselves. */
const isEmbed = (path: string) => path.startsWith('insluiten/')
const hasAddress = (path: string) => !anywhere.includes(path) && !isEmbed(path)
const files = new Map<string, ReadonlyMap<string, string>>()
/** Bytes of the files of the sample wijk. */
let sizes: ReadonlyMap<string, number>
beforeAll(async () => {
  for (const [name, input] of Object.entries(wijken)) {
    const rendered = await renderSite(input, photosFolder)
    if (name === 'sample') sizes = new Map(Array.from(rendered, ([path, { length }]) => [path, length]))
    files.set(
      name,
      new Map([...rendered].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')])),
    )
  }
})
const pagesOf = (name: string) => [...files.get(name)!].filter(([path]) => path.endsWith('.html'))
const fileOf = (name: string, path: string) => files.get(name)!.get(path)!

describe.each(Object.keys(wijken))('the pages of the %s wijk', (name) => {
  test('are valid HTML', async () => {
    const validator = new HtmlValidate(new StaticConfigLoader(rules))
    const faults: string[] = []
    for (const [path, html] of pagesOf(name)) {
      const { results } = await validator.validateString(html, path)
      for (const { ruleId, message, selector } of results.flatMap(({ messages }) => messages)) {
        faults.push(`${path}: ${ruleId}: ${message} at ${selector}`)
      }
    }
    expect(faults).toEqual([])
  })

  test('have one h1, and a title and address of their own', () => {
    const titles = pagesOf(name).map(([path, html]) => {
      expect({ path, h1: html.match(/<h1[ >]/g)?.length }).toEqual({ path, h1: 1 })
      return /<title>([^]*?)<\/title>/.exec(html)?.[1]
    })
    expect(new Set(titles).size).toBe(titles.length)
    const found = pagesOf(name).filter(([path]) => !isEmbed(path))
    const addresses = found.map(([path, html]) => {
      const [, address = `${path} has none`] = /<link rel="canonical" href="(.*?)"/.exec(html) ?? []
      return address
    })
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.filter((address) => address.endsWith(' has none'))).toEqual(
      anywhere.map((path) => `${path} has none`),
    )
  })

  test('have no element or attribute that runs or styles anything', () => {
    for (const [path, html] of pagesOf(name)) {
      const withoutData = html.replaceAll(/<script type="application\/ld\+json">[^<]*<\/script>/g, '')
      // What is between quotes is a value, or text: our HTML escapes a quote anywhere else.
      const bare = withoutData.replaceAll(/"[^"]*"/g, '""')
      // Searching alone needs a script, and that is a file of our own.
      const scripts = [...html.matchAll(/<script type="module" src="\/_astro\/[\w.-]+\.js"><\/script>/g)]
      expect({ path, scripts: scripts.length }).toEqual({
        path,
        scripts: path === 'zoeken/index.html' ? 1 : 0,
      })
      const running =
        bare
          .replace('<script type="" src=""></script>', '')
          .match(/<script|<style|<iframe|<[a-z][^<>]*\s(?:style|on\w+)=/g) ?? []
      const links = html.match(/href="\s*(?:javascript|data|vbscript):/gi) ?? []
      expect({ path, found: [...running, ...links] }).toEqual({ path, found: [] })
    }
  })

  test('have no list or part of the page with nothing in it, or nothing but a heading', () => {
    const nothing =
      /<(ul|ol|aside|nav|section|table|dl)\b[^>]*>\s*(?:<h([2-4])[^>]*>(?:(?!<\/h)[^])*<\/h\2>\s*)?<\/\1>/
    for (const [path, html] of pagesOf(name)) {
      // Where what is found will stand.
      const searched = html.replace(/<ol class="found"[^>]*><\/ol>/, '')
      expect([path, nothing.exec(searched)?.[0]]).toEqual([path, undefined])
    }
  })

  test('tell machines what they are in JSON that parses, and hold no character that is none', () => {
    const all = new Set<string | undefined>()
    for (const [path, html] of pagesOf(name)) {
      const told = Array.from(
        html.matchAll(/<script type="application\/ld\+json">([^<]*)</g),
        ([, data = '']) => JSON.parse(data) as Thing,
      )
      // None was passed over because it is written in another way.
      expect([path, told.length]).toEqual([path, html.match(/<script[^>]*ld\+json/g)?.length ?? 0])
      for (const thing of told) {
        all.add(thing['@type'])
        expect([path, faultsOfThing(thing)]).toEqual([path, []])
      }
      // oxlint-disable-next-line no-control-regex -- these are what is looked for
      expect(html).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/)
    }
    expect([...all]).toEqual(expect.arrayContaining(name === 'sample' ? Object.keys(PROPERTIES) : []))
  })

  test('refer only to files that are there', () => {
    const missing: string[] = []
    for (const [path, html] of pagesOf(name)) {
      for (const [, address = ''] of html.matchAll(/<(?:a|link|img)[^>]*?\s(?:href|src)="(\/[^"#]*)/g)) {
        const file = address.endsWith('/') ? `${address.slice(1)}index.html` : address.slice(1)
        if (!files.get(name)!.has(file)) missing.push(`${path} refers to ${address}`)
      }
    }
    const { siteUrl } = wijken[name as keyof typeof wijken]
    for (const [path, html] of pagesOf(name)) {
      const here = `/${path.replace(/index\.html$/, '')}`
      for (const [, address = '', fragment = ''] of html.matchAll(/<a[^>]*?\shref="([^"#]*)#([^"]+)"/g)) {
        const to =
          address === '' ? here : address.startsWith(siteUrl) ? address.slice(siteUrl.length) : address
        const target = files.get(name)!.get(`${to.slice(1)}${to.endsWith('/') ? 'index.html' : ''}`)
        if (target && !target.includes(` id="${fragment}"`))
          missing.push(`${path} refers to ${address}#${fragment}`)
      }
      const pictures = [...html.matchAll(/<meta property="og:image" content="([^"]*)"/g)].map(
        ([, src = '']) => src,
      )
      // The 404 page has no address to share.
      if (hasAddress(path) && !pictures[0]?.startsWith(`${siteUrl}/deel/`))
        missing.push(`${path} has no card to be shared with`)
      for (const src of pictures)
        if (!files.get(name)!.has(src.slice(siteUrl.length + 1))) missing.push(`${path} refers to ${src}`)
    }
    expect(missing).toEqual([])
  })

  test('tell the measures of every photo, and name only files that are there', () => {
    const faults: string[] = []
    let judged = 0
    for (const [path, html] of pagesOf(name)) {
      // Not those that somebody typed, between the quotes of a value.
      for (const [tag] of html.matchAll(/<img (?:[\w-]+(?:="[^"]*")? ?)+>/g)) {
        if (tag.includes('&quot;>')) continue
        judged++
        if (!/ width="\d+" height="\d+" alt="/.test(tag)) faults.push(`${path}: ${tag}`)
        const candidates = / srcset="([^"]*)"/.exec(tag)?.[1]?.split(', ') ?? []
        if (candidates.length > 0 && !/ sizes="/.test(tag)) faults.push(`${path}: no sizes: ${tag}`)
        for (const candidate of candidates) {
          const file = candidate.split(' ')[0]!.slice(1)
          if (!files.get(name)!.has(file)) faults.push(`${path}: ${file} is not there`)
        }
      }
    }
    expect(faults).toEqual([])
    expect(judged).toBeGreaterThanOrEqual(name === 'sample' ? 5 : 0)
  })

  test('are the pages of the sitemap', () => {
    const { siteUrl } = wijken[name as keyof typeof wijken]
    const listed = [...fileOf(name, 'sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map(
      ([, address]) => address,
    )
    const pages = pagesOf(name)
      .filter(([path, html]) => hasAddress(path) && !html.includes('<meta name="robots" content="noindex">'))
      .map(([path]) => `${siteUrl}/${path.replace(/index\.html$/, '')}`)
    expect(new Set(listed)).toEqual(new Set(pages))
    expect(listed).toHaveLength(pages.length)
  })
})

/** Bytes of a page with its styles, packed. */
function weightOf(path: string, all: ReadonlyMap<string, string | Uint8Array>): number {
  const html = Buffer.from(all.get(path)!).toString()
  const styles = Array.from(
    html.matchAll(/<link rel="stylesheet" href="\/([^"]*)"/g),
    ([, href = '']) => href,
  )
  expect([path, styles.length]).not.toEqual([path, 0])
  return [path, ...styles].reduce((sum, each) => sum + brotliCompressSync(all.get(each)!).length, 0)
}

describe('the weight of a page', () => {
  /** Bytes of HTML and its styles: what fits in the first answers of a connection, before anything is waited for. */
  const BUDGET = 14_000
  const first = (name: string, pattern: RegExp) =>
    [...files.get(name)!.keys()].find((path) => pattern.test(path))!

  test.each([
    ['home', 'sample', /^index\.html$/],
    ['an article with a photo', 'sample', /^nieuws\/de-markt[^/]*\/index\.html$/],
    ['the agenda', 'sample', /^agenda\/index\.html$/],
    ['a shop', 'sample', /^ondernemers\/[^/]+\/index\.html$/],
    ['home', 'large', /^index\.html$/],
    ['the agenda', 'large', /^agenda\/index\.html$/],
    ['the noticeboard', 'large', /^prikbord\/index\.html$/],
  ])('of %s of the %s wijk is within its budget', (_, name, pattern) => {
    expect(weightOf(first(name, pattern), files.get(name)!)).toBeLessThanOrEqual(BUDGET)
  })

  /** A list of all there is may be longer than what somebody reads first. */
  const LIST_BUDGET = 20_000
  /** Of a year of news: an article every other day, by title and day alone. */
  const YEAR_BUDGET = 16_000

  test('of each list of a wijk as busy as one can be is within it too', async () => {
    const budgets = {
      'index.html': BUDGET,
      'agenda/index.html': BUDGET,
      'prikbord/index.html': BUDGET,
      'archief/2025/index.html': YEAR_BUDGET,
      'nieuws/index.html': LIST_BUDGET,
      'organisaties/index.html': LIST_BUDGET,
      'ondernemers/index.html': LIST_BUDGET,
    }
    const busy = await renderPages(busySite, (file) => file in budgets || file.startsWith('stijl/'))
    const tooHeavy = Object.entries(budgets).flatMap(([path, budget]) => {
      const weight = weightOf(path, busy)
      return weight > budget ? `${path} weighs ${weight}` : []
    })
    expect(tooHeavy).toEqual([])
  })
})

describe('what stands in a page of another site', () => {
  const embeds = () => pagesOf('sample').filter(([path]) => isEmbed(path))

  test('is there for the agenda, the news, every topic of the agenda and every organisation', () => {
    const paths = embeds().map(([path]) => path)
    const { entries } = sampleSite
    expect(paths).toEqual(
      expect.arrayContaining([
        'insluiten/agenda/index.html',
        'insluiten/nieuws/index.html',
        'insluiten/thema/ontmoeten/index.html',
        ...entries.flatMap(({ kind, id }) =>
          kind === 'organisation' ? `insluiten/organisaties/${id}/index.html` : [],
        ),
      ]),
    )
  })

  test('weighs next to nothing, is not to be found by itself, and leads out of the frame', () => {
    for (const [path, html] of embeds()) {
      const links = Array.from(html.matchAll(/<link rel="(\w+)" href="\//g))
      expect({ path, links: links.map(([, rel]) => rel) }).toEqual({
        path,
        links: ['stylesheet', 'stylesheet'],
      })
      const isLight = weightOf(path, files.get('sample')!) < 4_000
      expect({ path, isLight }).toEqual({ path, isLight: true })
      expect(html).toContain('<base target="_top">')
      expect(html).toContain('<meta name="robots" content="noindex">')
      expect(html).not.toMatch(/<script|<img/)
    }
  })

  test('is offered by a line to copy, which is text', () => {
    const page = fileOf('sample', 'op-je-eigen-site/index.html')
    const lines = Array.from(page.matchAll(/<code>([^<]*)<\/code>/g), ([, line = '']) => line)
    const offered = lines.map((line) => `${/insluiten\/[^&]*/.exec(line)![0]}index.html`)
    const isOfTopic = (path: string) => path.startsWith('insluiten/thema/')
    const there = embeds().map(([path]) => path)
    expect(there).toEqual(expect.arrayContaining(offered))
    // Not for the one that stands in for those that are empty.
    const others = there.filter((path) => !isOfTopic(path) && path !== 'insluiten/leeg/index.html')
    expect(offered.filter((path) => !isOfTopic(path)).toSorted()).toEqual(others.toSorted())
    // Nor for a topic that the agenda has nothing about: it stays for who has its line from before.
    expect(offered.filter(isOfTopic)).toContain('insluiten/thema/ontmoeten/index.html')
    expect(offered.filter(isOfTopic).length).toBeLessThan(there.filter(isOfTopic).length)
    expect(lines[0]).toContain('&lt;iframe src=&quot;https://lindekwartier.example/insluiten/agenda/&quot;')
  })
})

/** What is left of the edges of blocks when every END has taken its BEGIN along. */
function withoutPairs(edges: readonly string[]): string[] {
  const open: string[] = []
  for (const edge of edges) {
    if (edge.startsWith('END') && open.at(-1) === edge.replace('END', 'BEGIN')) open.pop()
    else open.push(edge)
  }
  return open
}

describe('the agenda for calendars', () => {
  const calendarsOf = (name: string) => [...files.get(name)!].filter(([path]) => path.endsWith('.ics'))
  const ofEvents = ([path]: [string, string]) => path.startsWith('agenda/')

  test.each(Object.keys(wijken))(
    'of the %s wijk has whole lines, blocks that close and ids of its own',
    (name) => {
      for (const [path, text] of calendarsOf(name)) {
        const lines = text.split('\r\n')
        expect({ path, last: lines.pop() }).toEqual({ path, last: '' })
        expect(lines.filter((line) => /[\r\n]/.test(line) || Buffer.byteLength(line) > 75)).toEqual([])
        const edges = lines.flatMap((line) => /^(BEGIN|END):(\w+)$/.exec(line)?.slice(1).join(' ') ?? [])
        expect({ path, unclosed: withoutPairs(edges) }).toEqual({ path, unclosed: [] })
        // A time that was moved has the id of its event, and says which one it is.
        const ids = Array.from(text.matchAll(/^UID:.*$[^]*?^END:VEVENT/gm), ([event]) =>
          (event.match(/^(?:UID|RECURRENCE-ID).*$/gm) ?? []).join(' '),
        )
        expect(new Set(ids).size).toBe(ids.length)
        // oxlint-disable-next-line no-control-regex -- these are what is looked for
        expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
      }
    },
  )

  test('has a file for every event', () => {
    const events = pagesOf('large').filter(([path]) => /^agenda\/(?!archief\/)[^/]+\/index\.html$/.test(path))
    expect(events).toHaveLength(60)
    expect(calendarsOf('large').filter(ofEvents)).toHaveLength(events.length)
  })
})

test('what is over is not announced on the home page, what is cancelled is said to be', () => {
  const home = fileOf('sample', 'index.html')
  expect(home).not.toContain('/agenda/sint-op-het-plein/')
  expect(home).toMatch(/Afgelast<\/strong>\s*<a class="cover" href="\/agenda\/concert-de-linde\/"/)
})

describe('the feed', () => {
  const feedsOf = (name: string, file: string) =>
    [...files.get(name)!].filter(([path]) => path.endsWith(file))

  test('of the hostile wijk says what is in another language', () => {
    expect(fileOf('hostile', 'feed.json')).toContain('"language":"ar"')
    expect(fileOf('hostile', 'rss.xml')).toContain('<dc:language>ar</dc:language>')
  })

  test('of the hostile wijk has no character that XML does not know', () => {
    const feeds = [...feedsOf('hostile', 'rss.xml'), ...feedsOf('hostile', '.opml')]
    expect(feeds.length).toBeGreaterThan(2)
    for (const [, xml] of feeds) {
      // oxlint-disable-next-line no-control-regex -- these are what is looked for
      expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
      expect(xml).not.toContain('<script')
    }
  })

  test.each(Object.keys(wijken))('of the %s wijk is the same as JSON, and knows where it is', (name) => {
    const { siteUrl } = wijken[name as keyof typeof wijken]
    for (const [path, xml] of feedsOf(name, 'rss.xml')) {
      expect(xml).toContain(`<atom:link href="${siteUrl}/${path}" rel="self"`)
      const json = path.replace('rss.xml', 'feed.json')
      const feed = JSON.parse(fileOf(name, json)) as { feed_url: string; items: { id: string }[] }
      expect(feed.feed_url).toBe(`${siteUrl}/${json}`)
      const ids = Array.from(xml.matchAll(/<guid[^>]*>(.*?)<\/guid>/g), ([, id]) => id)
      expect(feed.items.map(({ id }) => id)).toEqual(ids)
    }
  })

  test.each(Object.keys(wijken))('of the %s wijk keeps to the rules of RSS and of JSON Feed', (name) => {
    for (const [path, xml] of feedsOf(name, 'rss.xml')) expect([path, faultsOfRss(xml)]).toEqual([path, []])
    for (const [path, json] of feedsOf(name, 'feed.json'))
      expect([path, faultsOfJsonFeed(json)]).toEqual([path, []])
  })

  test('tells the size and type of a photo as they are', () => {
    const enclosures = [
      ...fileOf('sample', 'rss.xml').matchAll(/<enclosure url="([^"]*)" length="(\d+)" type="image\/webp"/g),
    ]
    expect(enclosures.length).toBeGreaterThan(2)
    for (const [, url = '', length] of enclosures)
      expect({ url, length }).toEqual({ url, length: String(sizes.get(new URL(url).pathname.slice(1))) })
  })

  test('of the sample wijk has what was paid for, and says so', () => {
    expect(fileOf('sample', 'rss.xml')).toMatch(/<title>Gesponsord door [^<]+: /)
  })

  test('holds the newest articles only', () => {
    expect(fileOf('large', 'rss.xml').match(/<item>/g)).toHaveLength(30)
  })
})

describe('the page at an address that was left', () => {
  let pages: ReadonlyMap<string, string>
  beforeAll(async () => {
    const rendered = await renderSite(movedSite, photosFolder)
    pages = new Map(Array.from(rendered, ([path, bytes]) => [path, Buffer.from(bytes).toString()]))
  })
  const left = [
    'nieuws/voorjaar/index.html',
    'nieuws/de-lente/index.html',
    'agenda/burendag/index.html',
    'lente-in-de-straat/index.html',
  ]

  test('is never one of the site itself', () => {
    expect(pages.get('agenda/archief/index.html')).toContain('Wat er geweest is')
    expect(pages.get('zoeken/index.html')).toContain('type="search"')
    expect(pages.has('deel/index.html')).toBe(false)
    expect(pages.has('agenda/week/index.html')).toBe(false)
  })

  test('of an info page that gave way is told nowhere', () => {
    const told = [...pages].filter(([, text]) => /\/deel\/(?=["<])/.test(text)).map(([path]) => path)
    expect(told).toEqual([])
  })

  test('is valid HTML', async () => {
    const validator = new HtmlValidate(new StaticConfigLoader(rules))
    for (const path of left) {
      const { results } = await validator.validateString(pages.get(path)!, path)
      expect({ path, faults: results.flatMap(({ messages }) => messages) }).toEqual({ path, faults: [] })
    }
  })

  test('brings to where the page is now, in one step, also without a server that knows', () => {
    for (const path of left.slice(0, 2)) {
      expect(pages.get(path)).toContain('<meta http-equiv="refresh" content="0; url=/nieuws/lente/">')
      expect(pages.get(path)).toContain(
        '<link rel="canonical" href="https://nieuweveen.example/nieuws/lente/">',
      )
    }
  })

  test('says of what is gone that it is, to people and to search engines', () => {
    for (const path of left.slice(2)) {
      expect(pages.get(path)).toContain('Deze pagina is weggehaald')
      expect(pages.get(path)).toContain('<meta name="robots" content="noindex">')
      expect(pages.get(path)).not.toContain('refresh')
    }
  })

  test('is in no sitemap', () => {
    expect(pages.get('sitemap.xml')).toContain('/nieuws/lente/')
    for (const path of left) expect(pages.get('sitemap.xml')).not.toContain(path.replace('index.html', ''))
  })
})
