/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
/** Every template in a real browser, on the smallest phone and on a desk, by day and in the dark. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import {
  axeFaultsOf,
  headingFaultsOf,
  misfitsOf,
  outsideWhenSpaced,
  scriptsIn,
  tracesOf,
  unseenStopsOf,
} from './page-judges.ts'
import { renderSite } from './render-site.ts'
import { serveFiles, type FileServer } from './serve-files.ts'
import { hostileSite, largeSite, newSite, photosFolder, restingSite, sampleSite } from './sites.ts'

/** One page of each template and state. */
const templates = [
  ['sample', 'home', '/'],
  ['sample', 'news', '/nieuws/'],
  ['sample', 'an article with a photo', '/nieuws/de-markt-blijft-op-het-plein/'],
  ['sample', 'an article without', '/nieuws/mevrouw-de-wit-honderd-jaar/'],
  ['sample', 'an info page', '/over-de-wijk/'],
  ['sample', 'the agenda', '/agenda/'],
  ['sample', 'a month that has been', '/agenda/archief/2026-11/'],
  ['sample', 'all months that have been', '/agenda/archief/'],
  ['sample', 'the agenda of a week', '/agenda/week/2026-w47/'],
  ['sample', 'the agenda of a month', '/agenda/maand/2026-11/'],
  ['sample', 'the agenda of a place', '/agenda/plek/de-schakel/'],
  ['sample', 'a topic', '/thema/groen-en-natuur/'],
  ['sample', 'an event with a photo', '/agenda/schooltuin-winterklaar/'],
  ['sample', 'a cancelled event', '/agenda/concert-de-linde/'],
  ['sample', 'an event that is over', '/agenda/sint-op-het-plein/'],
  ['sample', 'the organisations', '/organisaties/'],
  ['sample', 'an organisation', '/organisaties/de-schakel/'],
  ['sample', 'an article of an organisation', '/nieuws/straatdiner-bracht-320-euro-op/'],
  ['sample', 'the noticeboard', '/prikbord/'],
  ['sample', 'notices of one kind', '/prikbord/soort/gratis/'],
  ['sample', 'a notice', '/prikbord/boekenkast-gratis/'],
  ['sample', 'a notice that went well', '/prikbord/kat-gevonden/'],
  ['sample', 'the businesses', '/ondernemers/'],
  ['sample', 'a business', '/ondernemers/kaashandel-vermeer/'],
  ['sample', 'a business of which little is said', '/ondernemers/pedicure-aan-huis/'],
  ['sample', 'the deals', '/aanbiedingen/'],
  ['sample', 'the people', '/wie-is-wie/'],
  ['sample', 'the projects', '/projecten/'],
  ['sample', 'a project', '/projecten/ronde-bank/'],
  ['sample', 'the editions', '/wijkkrant/'],
  ['sample', 'an edition', '/wijkkrant/lindeblad-4/'],
  ['sample', 'the sponsors', '/sponsors/'],
  ['sample', 'an advertisement', '/sponsors/kerstpakketten/'],
  ['sample', 'how to follow the wijk', '/volgen/'],
  ['sample', 'what can stand in another site', '/op-je-eigen-site/'],
  ['sample', 'the agenda in another site', '/insluiten/agenda/'],
  ['sample', 'the news in another site', '/insluiten/nieuws/'],
  ['sample', 'a topic in another site', '/insluiten/thema/ontmoeten/'],
  ['sample', 'the colofon', '/colofon/'],
  ['sample', 'the house rules', '/huisregels/'],
  ['sample', 'privacy', '/privacy/'],
  ['sample', 'accessibility', '/toegankelijkheid/'],
  ['sample', 'search', '/zoeken/'],
  ['sample', 'search with results', '/zoeken/?q=markt'],
  ['sample', 'not found', '/bestaat-niet/'],
  ['sample', 'what is gone', '/410/'],
  ['sample', 'a list that is empty now', '/leeg/'],
  ['new', 'home without news', '/'],
  ['new', 'news without news', '/nieuws/'],
  ['new', 'an empty agenda', '/agenda/'],
  ['new', 'no organisations', '/organisaties/'],
  ['new', 'an empty agenda in another site', '/insluiten/agenda/'],
  ['new', 'a topic that there is nothing about', '/thema/veiligheid/'],
  ['new', 'an empty noticeboard', '/prikbord/'],
  ['new', 'no deals', '/aanbiedingen/'],
  ['resting', 'home at rest', '/'],
  ['large', 'news with an archive', '/nieuws/'],
  ['large', 'a year of the archive', '/archief/2025/'],
  ['new', 'an embed that is not there any more', '/insluiten/leeg/'],
  ['hostile', 'home', '/'],
  ['hostile', 'the agenda', '/agenda/'],
  ['hostile', 'the agenda of a month', '/agenda/maand/2026-06/'],
  ['hostile', 'scripts in every field of an event', '/agenda/script/'],
  ['hostile', 'an event of words without end', '/agenda/lang/'],
  ['hostile', 'the organisations', '/organisaties/'],
  ['hostile', 'the agenda in another site', '/insluiten/agenda/'],
  ['hostile', 'lines with scripts to copy', '/op-je-eigen-site/'],
  ['hostile', 'scripts in every field of an organisation', '/organisaties/script/'],
  ['hostile', 'an organisation of words without end', '/organisaties/lang/'],
  ['hostile', 'the noticeboard', '/prikbord/'],
  ['hostile', 'scripts in every field of a notice', '/prikbord/script/'],
  ['hostile', 'scripts in every field of a business', '/ondernemers/script/'],
  ['hostile', 'scripts in every field of a deal', '/aanbiedingen/'],
  ['hostile', 'scripts in every field of a person', '/wie-is-wie/'],
  ['hostile', 'scripts in every field of a project', '/projecten/script/'],
  ['hostile', 'scripts in every field of an edition', '/wijkkrant/script/'],
  ['hostile', 'scripts in every field of an advertisement', '/sponsors/script/'],
  ['hostile', 'scripts in every field', '/nieuws/script/'],
  ['hostile', 'search that finds scripts', '/zoeken/?q=script'],
  ['hostile', 'Arabic', '/nieuws/arabisch/'],
  ['hostile', 'emoji', '/nieuws/emoji/'],
  ['hostile', 'a word without end', '/nieuws/lang-woord/'],
  ['hostile', '200 kB of text', '/nieuws/heel-lang/'],
] as const
type Wijk = (typeof templates)[number][0]

const inputs = {
  sample: sampleSite,
  new: newSite,
  resting: restingSite,
  large: largeSite,
  hostile: hostileSite,
}
const servers = new Map<Wijk, FileServer>()
let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
  for (const [name, input] of Object.entries(inputs)) {
    servers.set(name as Wijk, await serveFiles(await renderSite(input, photosFolder)))
  }
})
afterAll(async () => {
  await browser.close()
  for (const server of servers.values()) await server[Symbol.asyncDispose]()
})

const phone = { width: 320, height: 640 }
const desk = { width: 1280, height: 800 }

/** Opens a page and does something with it. `requests` are the addresses that it asked for. */
async function visit(
  [wijk, path]: readonly [Wijk, string],
  viewport: typeof phone,
  look: (page: Page, requests: readonly string[]) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport })
  try {
    const page = await context.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.goto(servers.get(wijk)!.origin + path)
    if (path.includes('?q=')) await page.locator('.found__item').first().waitFor()
    await look(page, requests)
  } finally {
    await context.close()
  }
}

// Each page is opened once, and everything is asked of it there.
test.each(templates)('%s: %s is sound', async (wijk, _template, path) => {
  await visit([wijk, path], phone, async (page, requests) => {
    const { origin } = servers.get(wijk)!
    expect(requests.length).toBeGreaterThan(2)
    expect(requests.filter((url) => !url.startsWith(`${origin}/`))).toEqual([])
    expect(await page.context().cookies()).toEqual([])
    expect({
      ...(await tracesOf(page)),
      scripts: await scriptsIn(page),
      // The smallest phone is a desk of 1280 pixels at 400 %.
      ...(await misfitsOf(page)),
      headings: await headingFaultsOf(page),
      unseenStops: await unseenStopsOf(page),
      outsideWhenSpaced: await outsideWhenSpaced(page),
      axe: await axeFaultsOf(page, [phone, desk]),
    }).toEqual({
      stored: 0,
      wasRun: false,
      handlers: 0,
      scripts: path.startsWith('/zoeken/') ? 1 : 0,
      width: phone.width,
      tooSmall: [],
      tallMenu: null,
      headings: [],
      unseenStops: [],
      outsideWhenSpaced: [],
      axe: [],
    })
  })
})

describe('with the keyboard', () => {
  test('the first stop is the way past the menu, and it works', async () => {
    await visit(['sample', '/'], phone, async (page) => {
      await page.keyboard.press('Tab')
      const skip = page.locator(':focus')
      expect(await skip.textContent()).toBe('Naar de inhoud')
      expect((await skip.boundingBox())!.height).toBeGreaterThanOrEqual(24)
      await page.keyboard.press('Enter')
      await expect.poll(() => new URL(page.url()).hash).toBe('#inhoud')
      await page.keyboard.press('Tab')
      expect(await page.locator(':focus').getAttribute('href')).toBe('/nieuws/de-markt-blijft-op-het-plein/')
    })
  })

  test('the whole menu opens without a script, covers nothing, and leads on', async () => {
    const context = await browser.newContext({ viewport: phone, javaScriptEnabled: false })
    try {
      const page = await context.newPage()
      await page.goto(`${servers.get('sample')!.origin}/nieuws/`)
      const people = page.locator('.menu').getByRole('link', { name: 'Wie is wie' })
      const title = page.locator('h1')
      const before = (await title.boundingBox())!.y
      expect(await people.isVisible()).toBe(false)
      // Past the inhoud link, the name of the wijk, and what is in sight: news, agenda, search.
      for (let stop = 0; stop < 6; stop++) await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
      await people.waitFor()
      const box = (await people.boundingBox())!
      expect((await title.boundingBox())!.y).toBeGreaterThan(before + box.height)
      expect(box.y + box.height).toBeLessThan((await title.boundingBox())!.y)
      await people.focus()
      await page.keyboard.press('Enter')
      await page.waitForURL('**/wie-is-wie/')
      expect(await page.locator('summary').getAttribute('class')).toBe('menu__here')
    } finally {
      await context.close()
    }
  })
})

describe('a look that the address asks for', () => {
  test.each([
    ['larger letters', 'Grotere letters', '#grote-letters'],
    ['nothing but the text', 'Kale weergave', '#kaal'],
  ])('of %s is on any page, fits, keeps its way past the menu, and ends', async (_, name, hash) => {
    await visit(['sample', '/'], phone, async (page) => {
      const link = (title: string) => page.getByRole('link', { name: title, exact: true })
      const looks = () =>
        page.evaluate(() => [
          Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
          getComputedStyle(document.querySelector('.masthead')!).backgroundColor,
        ])
      const usual = await looks()
      await link(name).click()
      await expect.poll(() => new URL(page.url()).hash).toBe(hash)
      const other = await looks()
      expect(other).not.toEqual(usual)
      expect(await misfitsOf(page)).toMatchObject({ width: phone.width, tooSmall: [] })
      expect(await axeFaultsOf(page, [phone, desk])).toEqual([])
      await page.goto(`${servers.get('sample')!.origin}/agenda/${hash}`)
      await page.keyboard.press('Tab')
      expect(await page.locator(':focus').textContent()).toContain('Naar de inhoud')
      await page.keyboard.press('Enter')
      await expect.poll(() => new URL(page.url()).hash).toBe(`${hash}-inhoud`)
      expect(await looks()).toEqual(other)
      await page.keyboard.press('Tab')
      expect(await page.locator('main :focus').count()).toBe(1)
      await link('Gewone weergave').click()
      await expect.poll(looks).toEqual(usual)
    })
  })
})

test('a list stands in a page of another site and its links lead out of the frame; no other page may stand there', async () => {
  const { origin } = servers.get('sample')!
  const frame = (path: string) => `<iframe src="${origin}${path}" title="${path}"></iframe>`
  const body = ['/insluiten/agenda/', '/agenda/'].map(frame).join('')
  // Another port is another site.
  const club = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(body),
  ).listen(0, '127.0.0.1')
  await once(club, 'listening')
  const context = await browser.newContext({ viewport: desk })
  try {
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${(club.address() as AddressInfo).port}/`)
    const within = (path: string) => page.frameLocator(`[title="${path}"]`)
    const link = within('/insluiten/agenda/').getByRole('link', { name: 'Repaircafé' })
    await link.waitFor()
    expect(await within('/agenda/').locator('main').count()).toBe(0)
    await link.click()
    await page.waitForURL(`${origin}/agenda/repaircafe-november/`)
  } finally {
    await context.close()
    club.close()
  }
})

test('on paper a story has its address and no menu', async () => {
  await visit(['sample', '/nieuws/de-markt-blijft-op-het-plein/'], desk, async (page) => {
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.menu').isVisible()).toBe(false)
    expect(await page.locator('.printed-from').innerText()).toContain(
      'https://lindekwartier.example/nieuws/de-markt-blijft-op-het-plein/',
    )
    expect(await page.locator('time').first().isVisible()).toBe(true)
  })
})

test('on paper a shop has its address and how old that is, and the hours of every week', async () => {
  await visit(['sample', '/ondernemers/kaashandel-vermeer/'], desk, async (page) => {
    const today = page.locator('.hours__today td')
    expect(await today.innerText()).toMatch(/^09\.00–12\.30 uur, we vieren een jubileum\s+Normaal: 09/)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.printed-from').innerText()).toMatch(
      /\/ondernemers\/kaashandel-vermeer\/ \(bijgewerkt op \d+ \w+ 2026\)$/,
    )
    // Paper does not know which day it is.
    expect(await page.locator('.hours__now').isVisible()).toBe(false)
    expect(await today.innerText()).toMatch(/^Normaal: 09\.00–12\.30 uur en \d/)
  })
})

test('with the colours of the system of the reader a button and a panel still look like one', async () => {
  for (const [path, selector] of [
    ['/wijkkrant/lindeblad-4/', '.button'],
    ['/ondernemers/kaashandel-vermeer/', '.facts'],
    ['/agenda/', '.subscribe'],
    ['/', '.panel'],
  ] as const)
    await visit(['sample', path], desk, async (page) => {
      await page.emulateMedia({ forcedColors: 'active' })
      const edge = await page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).borderBlockStart)
      expect([path, edge]).toEqual([path, expect.stringMatching(/^[12]px solid/)])
    })
})

test('on paper an event that is cancelled still says so, and when and where it would have been', async () => {
  await visit(['sample', '/agenda/concert-de-linde/'], desk, async (page) => {
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.alert').innerText()).toContain('Afgelast')
    expect(await page.locator('.facts').innerText()).toMatch(/22 november 2026[^]*Lindekerk/)
  })
})

test('a calendar file comes as one, and an event can be put in it', async () => {
  await visit(['sample', '/agenda/schooltuin-winterklaar/'], desk, async (page) => {
    const address = await page.getByRole('link', { name: 'Zet in mijn agenda' }).getAttribute('href')
    const file = await page.evaluate(async (href) => {
      const response = await fetch(href)
      return { type: response.headers.get('content-type'), text: await response.text() }
    }, address!)
    expect(file.type).toBe('text/calendar; charset=utf-8')
    expect(file.text).toContain('DTSTART;TZID=Europe/Amsterdam:20261121T100000')
  })
})

test('Arabic runs from right to left, and the Dutch below it from left to right', async () => {
  await visit(['hostile', '/nieuws/arabisch/'], desk, async (page) => {
    const sides = await page.evaluate(() =>
      ['h1.article__title', '.prose p:nth-of-type(1)', '.prose p:nth-of-type(2)'].map((selector) => {
        const element = document.querySelector(selector)!
        const range = document.createRange()
        range.selectNodeContents(element)
        const [text, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()]
        return text.left - box.left > box.right - text.right ? 'right' : 'left'
      }),
    )
    expect(sides).toEqual(['right', 'right', 'left'])
  })
})

test('the feed is XML that a browser can read, whatever the titles', async () => {
  await visit(['hostile', '/'], desk, async (page) => {
    const feeds = await page.evaluate(async () => {
      const text = await (await fetch('/rss.xml')).text()
      const feed = new DOMParser().parseFromString(text, 'application/xml')
      return {
        faults: feed.querySelectorAll('parsererror').length,
        titles: [...feed.querySelectorAll('item > title')].map(({ textContent }) => textContent),
        ids: [...feed.querySelectorAll('item > guid')].map((guid) => guid.getAttribute('isPermaLink')),
      }
    })
    expect(feeds.faults).toBe(0)
    expect(feeds.titles).toContain('<script>window.wasRun = true</script> ]]> --> </title>')
    expect(new Set(feeds.ids)).toEqual(new Set(['false']))
  })
})
