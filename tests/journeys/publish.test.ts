import { createHmac } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tellPublisher } from '../../scripts/acts/act.ts'
import { until } from '../../scripts/wait.ts'
import { wijkpersCommand } from '../support/command.ts'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, type Editor, EVENT, INFO_PAGE, paragraph, signIn, WIJK } from '../support/editor.ts'
import { removeWijk } from '../support/entry-types.ts'
import { askOnce } from '../support/own-connection.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

let wijkpers: Wijkpers
let anna: Editor
let operator: Editor
let molenwijk: string

beforeAll(async () => {
  wijkpers = await startWijkpers({ env: { SERVE_ADMIN: 'false' } })
  molenwijk = await wijkpers.cms.importWijk(
    aWijk('molenwijk', articles(12), { editors: ['anna@wijkpers.test'] }),
  )
  anna = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  operator = await signIn(wijkpers.settings.cmsUrl, 'beheer@wijkpers.test')
  await wijkpers.untilLive('molenwijk')
})
afterAll(() => wijkpers[Symbol.asyncDispose]())

const page = async (path: string) => (await wijkpers.get('molenwijk', path)).text
const draft = (data: object = {}) =>
  anna.create(ARTICLE, {
    title: 'De kersenbomen bloeien',
    summary: 'Kom kijken op het plein.',
    body: [paragraph('Roze, overal roze.')],
    wijk: { connect: [{ documentId: molenwijk }] },
    ...data,
  })

test('a published article is on its own page, the home page, the list and in the feed', async () => {
  const id = await draft()
  await anna.publish(ARTICLE, id)
  await wijkpers.untilLive('molenwijk')
  const { status, text, headers } = await wijkpers.get('molenwijk', '/nieuws/de-kersenbomen-bloeien/')
  expect(status).toBe(200)
  expect(text).toContain('Roze, overal roze.')
  expect(Number(headers['wijkpers-release'])).toBeGreaterThan(0)
  for (const path of ['/', '/nieuws/', '/rss.xml', '/sitemap.xml'])
    expect(await page(path)).toContain('de-kersenbomen-bloeien')
})

test('a draft, and a change that was only saved, is not public', async () => {
  const id = await draft({ title: 'Nog geheim' })
  await anna.publish(ARTICLE, id)
  await wijkpers.untilLive('molenwijk')
  const before = await wijkpers.status('molenwijk')
  await anna.update(ARTICLE, id, { title: 'Nog geheimer', body: [paragraph('Alleen voor de redactie.')] })
  await draft({ title: 'Een ander concept' })
  expect((await wijkpers.status('molenwijk')).wanted).toBe(before.wanted)
  const text = await page('/nieuws/nog-geheim/')
  expect(text).toContain('Nog geheim')
  expect(text).not.toContain('geheimer')
  expect((await wijkpers.get('molenwijk', '/nieuws/een-ander-concept/')).status).toBe(404)
})

test('what is taken back is gone everywhere, says so at its address, and is back when it is published again', async () => {
  const id = await draft({ title: 'Even weg' })
  await anna.publish(ARTICLE, id)
  await wijkpers.untilLive('molenwijk')
  await anna.unpublish(ARTICLE, id)
  await wijkpers.untilLive('molenwijk')
  const gone = await wijkpers.get('molenwijk', '/nieuws/even-weg/')
  expect(gone.status).toBe(410)
  expect(gone.text).toContain('Deze pagina is weggehaald')
  expect(gone.text).toContain('<meta name="robots" content="noindex">')
  for (const path of ['/', '/nieuws/', '/rss.xml', '/sitemap.xml'])
    expect(await page(path)).not.toContain('even-weg')
  await anna.publish(ARTICLE, id)
  await wijkpers.untilLive('molenwijk')
  expect((await wijkpers.get('molenwijk', '/nieuws/even-weg/')).status).toBe(200)
  await anna.remove(ARTICLE, id)
  await wijkpers.untilLive('molenwijk')
  expect((await wijkpers.get('molenwijk', '/nieuws/even-weg/')).status).toBe(410)
})

test('whoever kept an old address of what moved twice is brought to where it is now, until it is taken off', async () => {
  const event = {
    startsAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    body: [paragraph('Kom ook.')],
    wijk: { connect: [{ documentId: molenwijk }] },
  }
  const id = await anna.create(EVENT, { title: 'Eerste naam', ...event })
  const items = async () => (await page('/agenda.ics')).match(/^UID:.*$/gm)
  const leads = async (path: string) => {
    const { status, headers } = await wijkpers.get('molenwijk', path)
    return `${status} ${headers['location'] ?? ''}`
  }
  await anna.publish(EVENT, id)
  await wijkpers.untilLive('molenwijk')
  const before = await items()
  for (const slug of ['tweede-naam', 'derde-naam']) {
    await anna.update(EVENT, id, { slug })
    await anna.publish(EVENT, id)
    await wijkpers.untilLive('molenwijk')
  }
  expect(await leads('/agenda/derde-naam/')).toBe('200 ')
  for (const old of ['eerste-naam', 'tweede-naam']) {
    expect(await leads(`/agenda/${old}/`)).toBe('301 /agenda/derde-naam/')
    expect(await leads(`/agenda/${old}`)).toBe('301 /agenda/derde-naam/')
    expect(await leads(`/agenda/${old}.ics`)).toBe('301 /agenda/derde-naam.ics')
  }
  // To calendars it is the same event as ever.
  expect(await items()).toEqual(before)

  await anna.update(EVENT, id, { slug: 'eerste-naam' })
  await anna.publish(EVENT, id)
  await wijkpers.untilLive('molenwijk')
  expect(await leads('/agenda/eerste-naam/')).toBe('200 ')
  expect(await leads('/agenda/derde-naam/')).toBe('301 /agenda/eerste-naam/')

  await anna.unpublish(EVENT, id)
  await wijkpers.untilLive('molenwijk')
  for (const slug of ['eerste-naam', 'tweede-naam', 'derde-naam'])
    expect(await leads(`/agenda/${slug}/`)).toBe('410 ')
  const { exit, out } = await wijkpersCommand(wijkpers.settings, 'verify', 'molenwijk')
  expect({ exit, out }).toMatchObject({ exit: 0 })
})

test('an info page stands in the menu of every page', async () => {
  const id = await anna.create(INFO_PAGE, {
    title: 'Speelplekken',
    body: [paragraph('Er zijn er zeven.')],
    wijk: { connect: [{ documentId: molenwijk }] },
  })
  await anna.publish(INFO_PAGE, id)
  await wijkpers.untilLive('molenwijk')
  expect(await page('/speelplekken/')).toContain('Er zijn er zeven.')
  expect(await page('/nieuws/bericht-12/')).toContain('Speelplekken')
})

test('a changed name of the wijk is on every page', async () => {
  await operator.update(WIJK, molenwijk, { name: 'De Molenwijk' })
  await wijkpers.untilLive('molenwijk')
  for (const path of ['/', '/nieuws/bericht-7/', '/over-ons/', '/rss.xml'])
    expect(await page(path)).toContain('De Molenwijk')
})

test('an edit of one article makes few pages anew', async () => {
  const id = await draft({ title: 'Eén van velen', firstPublishedAt: '2026-10-20T09:00:00.000Z' })
  await anna.publish(ARTICLE, id)
  await wijkpers.untilLive('molenwijk')
  await anna.update(ARTICLE, id, { body: [paragraph('Alleen deze tekst is anders.')] })
  await anna.publish(ARTICLE, id)
  const { release } = await wijkpers.untilLive('molenwijk')
  const receipts = (await (
    await askOnce(`${wijkpers.settings.env.PUBLISHER_URL}/wijken/molenwijk/receipts`)
  ).json()) as {
    release: number
    state: string
    pages: number
    url: string
    durationMs: number
  }[]
  const receipt = receipts.find((each) => each.release === release)
  expect(receipt).toMatchObject({
    state: 'live',
    url: wijkpers.settings.sitesUrl.replace('{slug}', 'molenwijk'),
  })
  expect(receipt?.pages).toBeGreaterThanOrEqual(1)
  expect(receipt?.pages).toBeLessThan(6)
})

test('an operator can ask why a page was last made anew, and is told when that is not known any more', async () => {
  const explain = (...words: string[]) => wijkpersCommand(wijkpers.settings, 'explain', 'molenwijk', ...words)
  const explainUntil = (what: string, part: string, path: string) =>
    until(what, async () => {
      const { out } = await explain(path)
      return out.includes(part) ? out : undefined
    })
  const id = await draft({ title: 'De brug is open', firstPublishedAt: '2026-10-19T09:00:00.000Z' })
  await anna.publish(ARTICLE, id)
  const { release: first } = await wijkpers.untilLive('molenwijk')
  expect(await explainUntil('a new page', 'nieuw: ', '/nieuws/de-brug-is-open/')).toContain(
    `/nieuws/de-brug-is-open/ is zo sinds versie ${first} `,
  )
  await anna.publish(ARTICLE, id, { title: 'De brug is dicht' })
  const { release } = await wijkpers.untilLive('molenwijk')
  const told = await explainUntil('an edited title', 'De brug is dicht', 'nieuws/de-brug-is-open')
  expect(told).toContain(`versie ${release} `)
  expect(told).toContain('De aanleiding: er is gepubliceerd.')
  expect(told).toContain('anders: nieuwsbericht ‘De brug is dicht’ (/nieuws/de-brug-is-open/)')
  expect(told).toContain('article("de-brug-is-open")')
  // A page beside it that shows the title, and one that does not.
  expect((await explain('/nieuws/')).out).toContain(`versie ${release} `)
  expect((await explain('/over-ons/')).out).not.toContain(`versie ${release} `)

  await anna.remove(ARTICLE, id)
  await explainUntil('a page that is gone', 'is weggehaald in versie', '/nieuws/de-brug-is-open/')
  expect((await explain('/nieuws/nooit-geweest/')).exit).toBe(2)
  rmSync(join(wijkpers.settings.data, 'publisher', 'reasons'), { recursive: true })
  const forgotten = await explain('/')
  expect(forgotten.exit).toBe(0)
  expect(forgotten.out).toContain('Waarom weet Wijkpers niet meer')
})

test('who publishes first after the publisher was started anew has made what he changed, and no more', async () => {
  const id = await draft({ title: 'De pont vaart' })
  await anna.publish(ARTICLE, id)
  await wijkpers.untilLive('molenwijk')
  await wijkpers.kill9('publisher')
  await wijkpers.start('publisher')
  await until('the wijk to be made ready', async () => (await countReady('made')) > 0)

  await anna.publish(ARTICLE, id, { title: 'De pont vaart niet' })
  await wijkpers.untilLive('molenwijk')
  const told = await until('why it was made', async () => {
    const { out } = await wijkpersCommand(wijkpers.settings, 'explain', 'molenwijk', '/nieuws/de-pont-vaart/')
    return out.includes('De pont vaart niet') ? out : undefined
  })
  expect(told).toContain('article("de-pont-vaart")')

  // And whenever somebody begins to work in it.
  const before = await countReady('ready')
  expect((await tellPublisher(wijkpers.settings, '/soon', { wijk: molenwijk })).status).toBe(202)
  await until('the wijk to be found ready', async () => (await countReady('ready')) > before)
})

async function countReady(result: 'made' | 'ready'): Promise<number> {
  const metrics = await (await askOnce(`${wijkpers.settings.env.PUBLISHER_URL}/metrics`)).text()
  const counted = new RegExp(`wijkpers_made_ready_total\\{result="${result}"\\} (\\d+)`)
  return Number(counted.exec(metrics)?.[1] ?? 0)
}

describe('what editors paste', () => {
  const hostile = `<script>document.title='weg'</script> "aanhaling" & 'nog een' 🌷👩‍👩‍👧 مرحبا בעולם ${'x'.repeat(500)}`

  test('is shown as text, whatever it contains, up to 200 kB', async () => {
    const id = await draft({
      title: 'Alles <b>door elkaar</b> & 🌷 مرحبا',
      slug: 'alles',
      summary: hostile.slice(0, 200),
      body: [
        paragraph(hostile),
        ...Array.from({ length: 400 }, (_, i) => paragraph(`${i} ${'woord '.repeat(85)}`)),
      ],
    })
    await anna.publish(ARTICLE, id)
    await wijkpers.untilLive('molenwijk')
    for (const path of ['/nieuws/alles/', '/', '/rss.xml']) {
      // Between quotes it is an attribute's text, where it does nothing.
      const markup = (await page(path)).replaceAll(/"[^"]*"/g, '""')
      expect(['<script>document', '<b>door'].filter((obeyed) => markup.includes(obeyed))).toEqual([])
    }
    const text = await page('/nieuws/alles/')
    expect(text.length).toBeGreaterThan(200_000)
    expect(['مرحبا', '👩‍👩‍👧', '399 woord'].filter((part) => !text.includes(part))).toEqual([])
  })

  test.each(['../..', 'a/b', 'Hoofdletters', '-', 'index.html', '%2e%2e'])(
    'is refused in Dutch as an address when it is %j',
    async (slug) => {
      const { status, body } = await anna.ask('POST', `/content-manager/collection-types/${ARTICLE}`, {
        title: 'Een titel',
        slug,
        wijk: { connect: [{ documentId: molenwijk }] },
      })
      expect(status).toBe(400)
      expect(body.error?.message).toMatch(/webadres/i)
    },
  )
})

describe('hints', () => {
  const send = (body: string, over: { timestamp?: number; secret?: string } = {}) => {
    const timestamp = String(over.timestamp ?? Math.floor(Date.now() / 1000))
    const signature = createHmac('sha256', over.secret ?? wijkpers.settings.env.HINT_SECRET!)
      .update(`${timestamp}.${body}`)
      .digest('hex')
    // On one that is kept: what is refused halfway could not be sent to its end on one that closes.
    return fetch(`${wijkpers.settings.env.PUBLISHER_URL}/hints`, {
      method: 'POST',
      headers: { 'wijkpers-timestamp': timestamp, 'wijkpers-signature': `v1=${signature}` },
      body,
    })
  }

  test.each([
    ['a good one, also twice', 202, () => send(`{"wijk":"${molenwijk}"}`)],
    ['one about a wijk that does not exist', 202, () => send('{"wijk":"bestaatniet1"}')],
    ['a forged one', 401, () => send(`{"wijk":"${molenwijk}"}`, { secret: 'geraden' })],
    [
      'a stale one',
      401,
      () => send(`{"wijk":"${molenwijk}"}`, { timestamp: Math.floor(Date.now() / 1000) - 301 }),
    ],
    ['one that is no JSON', 400, () => send('wijk')],
    ['one that is far too large', 413, () => send(`{"wijk":"${'a'.repeat(10_000)}"}`)],
  ])('%s is answered %i', async (_what, status, request) => {
    expect((await request()).status).toBe(status)
    const { release } = await wijkpers.status('molenwijk')
    expect((await request()).status).toBe(status)
    expect((await wijkpers.status('molenwijk')).release).toBe(release)
  })
})

test('whoever kept the address of a wijk that got another one is brought there, to the same page', async () => {
  const id = await wijkpers.cms.importWijk(aWijk('oude-wijknaam', articles(1)))
  await wijkpers.untilLive('oude-wijknaam')
  await operator.update(WIJK, id, { slug: 'nieuwe-wijknaam' })
  await wijkpers.untilLive('nieuwe-wijknaam')
  const { status, headers } = await wijkpers.get('oude-wijknaam', '/nieuws/bericht-1/?van=ooit')
  const now = wijkpers.settings.sitesUrl.replace('{slug}', 'nieuwe-wijknaam')
  expect({ status, to: headers['location'] }).toEqual({
    status: 301,
    to: `${now}/nieuws/bericht-1/?van=ooit`,
  })
  expect((await wijkpers.get('nieuwe-wijknaam', '/nieuws/bericht-1/')).status).toBe(200)
})

test('a wijk that goes back to draft, or is deleted, is no longer online; its siblings are', async () => {
  const id = await wijkpers.cms.importWijk(aWijk('tijdelijk', articles(2)))
  await wijkpers.untilLive('tijdelijk')
  const isGone = () =>
    until('the site to be gone', async () => (await wijkpers.get('tijdelijk', '/')).status === 404)
  await operator.actOnLife(id, 'withdraw')
  await isGone()
  // What is edited meanwhile nobody sees: it is no release, which would push one that can be shown again out of those that are kept.
  const { release } = await wijkpers.untilLive('tijdelijk')
  const { revision } = (await wijkpers.cms.manifest(id))!
  await operator.update(WIJK, id, { tagline: 'Nog even niet' })
  const after = await wijkpers.untilLive('tijdelijk')
  expect(after.live).toBeGreaterThan(revision)
  expect(after.release).toBe(release)
  await operator.actOnLife(id, 'begin')
  await wijkpers.untilLive('tijdelijk')
  expect((await wijkpers.get('tijdelijk', '/')).status).toBe(200)
  await removeWijk(operator, id)
  await isGone()
  expect((await wijkpers.get('molenwijk', '/')).status).toBe(200)
})
