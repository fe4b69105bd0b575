import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { AwsClient } from 'aws4fetch'
import { until } from '../../scripts/wait.ts'
import { ask } from '../../apps/file-server/src/testing/a-served-store.ts'
import { wijkpersCommand } from '../support/command.ts'
import { articles, aWijk } from '../support/content.ts'
import { ARTICLE, type Editor, paragraph, signIn, WIJK } from '../support/editor.ts'
import { startNetlify } from '../support/netlify/stand-in.ts'
import { askOnce } from '../support/own-connection.ts'
import { startS3 } from '../support/s3.ts'
import { startWijkpers, type Wijkpers } from '../support/wijkpers.ts'

interface TargetRow {
  readonly name: string
  readonly isWanted: boolean
  readonly state: string
  readonly release: number
  readonly place: number | null
  readonly waitsUntil: string | null
  readonly lastError: string | null
}

let netlify: Awaited<ReturnType<typeof startNetlify>>
let s3: Awaited<ReturnType<typeof startS3>>
let wijkpers: Wijkpers
let operator: Editor
let anna: Editor
let molenwijk: string

beforeAll(async () => {
  netlify = await startNetlify()
  s3 = await startS3()
  wijkpers = await startWijkpers({
    env: {
      SERVE_ADMIN: 'false',
      SITES_URL: 'http://{slug}.wijk.test',
      TARGETS: 'embedded, netlify',
      MOVE_GRACE_HOURS: '0',
      NETLIFY_AUTH_TOKEN: netlify.token,
      NETLIFY_API_URL: netlify.apiUrl,
      NETLIFY_DEPLOYS_PER_MINUTE: '1000',
      NETLIFY_DEPLOYS_PER_DAY: '1000',
      S3_BUCKET_URL: s3.bucketUrl,
      S3_ACCESS_KEY_ID: s3.accessKeyId,
      S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    },
  })
  molenwijk = await wijkpers.cms.importWijk(
    aWijk('molenwijk', articles(5), { editors: ['anna@wijkpers.test'] }),
  )
  operator = await signIn(wijkpers.settings.cmsUrl, 'beheer@wijkpers.test')
  anna = await signIn(wijkpers.settings.cmsUrl, 'anna@wijkpers.test')
  await wijkpers.untilLive('molenwijk')
})
afterAll(async () => {
  await wijkpers[Symbol.asyncDispose]()
  await netlify.close()
  await s3.close()
})
afterEach(() => netlify.heal())

const status = async (slug = 'molenwijk') =>
  (await wijkpers.status(slug)) as Awaited<ReturnType<Wijkpers['status']>> & { targets: TargetRow[] }
const onNetlify = (path: string, slug = 'molenwijk') => ask(netlify.port, path, { host: `${slug}.wijk.test` })
const bucketClient = () =>
  new AwsClient({ accessKeyId: s3.accessKeyId, secretAccessKey: s3.secretAccessKey, service: 's3' })
const onS3 = async (path: string, slug = 'molenwijk') => {
  const client = bucketClient()
  const key = `${slug}.wijk.test${path.endsWith('/') ? `${path}index.html` : path}`
  // On a connection of its own: one that is kept may be closed by the server just when it is used again.
  const { url, headers } = await client.sign(`${s3.bucketUrl}/${key}`)
  const { port, host, pathname } = new URL(url)
  const { status, body } = await ask(Number(port), pathname, { host, headers: Object.fromEntries(headers) })
  return { status, text: body.toString() }
}
async function publishedBy(editor: Editor, title: string): Promise<string> {
  const data = {
    title,
    summary: 'Kort.',
    body: [paragraph(`Dit is ${title}.`)],
    wijk: { connect: [{ documentId: molenwijk }] },
  }
  const id = await editor.create(ARTICLE, data)
  await editor.publish(ARTICLE, id)
  return id
}
const receiptOf = async (id: string) =>
  (await anna.ask('GET', `/wijkpers/receipt?uid=${ARTICLE}&documentId=${id}`)).body.data as {
    state: string
    waitsFor: string | null
    nextTryInMs: number | null
    error: string | null
  }

test('what is live is on Netlify too, byte for byte, with its headers and redirects', async () => {
  const { text } = await wijkpers.get('molenwijk', '/sitemap.xml')
  const pages = Array.from(text.matchAll(/<loc>http:\/\/[^/]+([^<]*)<\/loc>/g), ([, path]) => path!)
  expect(pages.length).toBeGreaterThan(5)
  const paths = [
    ...pages,
    '/rss.xml',
    '/agenda.ics',
    '/robots.txt',
    '/favicon.svg',
    '/nieuws',
    '/bestaat-niet/',
  ]
  for (const path of [...paths, ...(await stylesOf('/'))]) {
    const here = await wijkpers.get('molenwijk', path)
    const there = await onNetlify(path)
    expect([path, there.status, there.headers['location']]).toEqual([
      path,
      here.status,
      here.headers['location'],
    ])
    // The few words in a redirect are each server's own.
    const body = here.status === 301 ? here.text : there.body.toString()
    expect([path, body]).toEqual([path, here.text])
    for (const name of [
      // Of an address of which nothing is known `_headers` cannot say it; a redirect has no page that it is for.
      ...(path === '/bestaat-niet/' || here.status === 301 ? [] : ['content-security-policy']),
      'referrer-policy',
      'wijkpers-release',
      'x-content-type-options',
    ])
      expect([path, name, there.headers[name]]).toEqual([path, name, here.headers[name]])
  }
})

const stylesOf = async (path: string) =>
  Array.from(
    (await wijkpers.get('molenwijk', path)).text.matchAll(/href="(\/[^"]+\.css)"/g),
    ([, href]) => href!,
  )

test('for the editor it is live when it is on every target; a slow one keeps no reader waiting', async () => {
  netlify.hold()
  const id = await publishedBy(anna, 'Traag op Netlify')
  await until(
    'our own server',
    async () => (await wijkpers.get('molenwijk', '/nieuws/traag-op-netlify/')).status === 200,
  )
  expect((await onNetlify('/nieuws/traag-op-netlify/')).status).toBe(404)
  const waits = await until('the receipt to say so', async () => {
    const receipt = await receiptOf(id)
    return receipt.waitsFor !== null && receipt
  })
  expect(waits).toMatchObject({ state: 'deploying', waitsFor: 'Netlify' })
  const { state, live, wanted } = await status()
  expect([state, live < wanted]).toEqual(['deploying', true])
  netlify.goOn()
  await wijkpers.untilLive('molenwijk')
  expect((await onNetlify('/nieuws/traag-op-netlify/')).status).toBe(200)
  await until('the editor to know', async () => (await receiptOf(id)).state === 'live')
})

test('a target that fails is told in Dutch; the others go on, and it comes right by itself', async () => {
  netlify.fail({ on: /^POST \/sites\/\w+\/deploys/, answer: 503, times: 1_000 })
  const id = await publishedBy(anna, 'Netlify is stuk')
  await until(
    'our own server',
    async () => (await wijkpers.get('molenwijk', '/nieuws/netlify-is-stuk/')).status === 200,
  )
  const failed = await until('the receipt to say so', async () => {
    const receipt = await receiptOf(id)
    return receipt.state === 'failed' && receipt
  })
  expect(failed.error).toBe('Netlify is nu niet te bereiken. We proberen het vanzelf opnieuw.')
  await until('the status to say so', async () => (await status()).state === 'failed')
  netlify.heal()
  await wijkpers.untilLive('molenwijk', 90)
  expect((await onNetlify('/nieuws/netlify-is-stuk/')).status).toBe(200)
  await until('the editor to know', async () => (await receiptOf(id)).state === 'live')
}, 120_000)

test('a wijk that moves away from a target which refuses it is live for its editor once it is seen where it wants to be', async () => {
  netlify.fail({ on: /^POST \/sites\/\w+\/deploys/, answer: 503, times: 1_000 })
  const id = await publishedBy(anna, 'Weg van Netlify')
  await until('the receipt to say that it fails', async () => (await receiptOf(id)).state === 'failed')
  await operator.update(WIJK, molenwijk, { targets: 'embedded' })
  await until('the editor to know that it is live', async () => (await receiptOf(id)).state === 'live')
  expect((await onNetlify('/nieuws/weg-van-netlify/')).status).toBe(404)
  netlify.heal()
  await operator.update(WIJK, molenwijk, { targets: '' })
  await until('Netlify', async () => (await onNetlify('/nieuws/weg-van-netlify/')).status === 200, {
    seconds: 90,
  })
  await wijkpers.untilLive('molenwijk', 90)
}, 180_000)

test('a publisher that is killed halfway goes on with the same deploy', async () => {
  netlify.hold()
  const before = netlify.deploys.size
  await publishedBy(anna, 'Halverwege')
  await until('a deploy', async () => Promise.resolve(netlify.deploys.size > before))
  await wijkpers.kill9('publisher')
  netlify.goOn()
  await wijkpers.start('publisher')
  await wijkpers.untilLive('molenwijk')
  expect((await onNetlify('/nieuws/halverwege/')).status).toBe(200)
  expect(netlify.deploys.size).toBe(before + 1)
})

test('a rollback is done when every target shows it, and what still waited for one is not told as live', async () => {
  netlify.hold()
  const id = await publishedBy(anna, 'Toch maar niet')
  await until('it to wait for Netlify', async () => (await receiptOf(id)).waitsFor !== null)
  const rollback = wijkpersCommand(wijkpers.settings, 'rollback', 'molenwijk')
  const here = async () => (await wijkpers.get('molenwijk', '/nieuws/toch-maar-niet/')).status
  await until('our own server to show the release before', async () => (await here()) !== 200)
  netlify.goOn()
  expect(await rollback).toMatchObject({ exit: 0 })
  expect((await onNetlify('/nieuws/toch-maar-niet/')).status).not.toBe(200)
  // Its number there may be ahead of ours: it left in between.
  const { state, live, wanted, targets } = await status()
  expect({ state, isLive: live >= wanted, on: targets[0]!.state }).toEqual({
    state: 'held',
    isLive: false,
    on: 'live',
  })
  await until('the receipt to say so', async () => (await receiptOf(id)).state === 'held')

  netlify.fail({ on: /^POST \/sites\/\w+\/deploys/, answer: 503, times: 1_000 })
  const { exit, out } = await wijkpersCommand(wijkpers.settings, 'resume', 'molenwijk')
  expect([exit, out]).toEqual([1, expect.stringContaining('Netlify is nu niet te bereiken')])
  netlify.heal()
  await wijkpers.untilLive('molenwijk', 90)
  expect((await onNetlify('/nieuws/toch-maar-niet/')).status).toBe(200)
  await until('the editor to know', async () => (await receiptOf(id)).state === 'live')
})

test('a wijk moves from one target to another while somebody reads all the time', async () => {
  const id = await wijkpers.cms.importWijk(aWijk('verhuizer', articles(3), { targets: 'netlify' }))
  await wijkpers.untilLive('verhuizer')
  expect((await onNetlify('/', 'verhuizer')).status).toBe(200)
  expect((await onS3('/', 'verhuizer')).status).toBe(404)

  const seen = new Set<string>()
  const stop = new AbortController()
  async function readOn() {
    while (!stop.signal.aborted) {
      // As a name that is changed once the new place answers: who finds nothing there reads at the old one.
      const there = await onS3('/nieuws/bericht-1/', 'verhuizer')
      const here = there.status === 200 ? null : await onNetlify('/nieuws/bericht-1/', 'verhuizer')
      seen.add(here ? `netlify ${here.status}` : 's3 200')
    }
  }
  async function move() {
    try {
      await operator.update(WIJK, id, { targets: 's3' })
      await until('the old place to be empty', async () => (await onNetlify('/', 'verhuizer')).status === 404)
      await until('the new place', async () => (await onS3('/', 'verhuizer')).status === 200)
    } finally {
      stop.abort()
    }
  }
  // A reader who is hung up on is told at once.
  await Promise.all([readOn(), move()])
  expect([...seen].toSorted()).toEqual(['netlify 200', 's3 200'])
  await until('it to be on the new place alone', async () => {
    const { targets, state } = await status('verhuizer')
    return state === 'live' && targets.map((on) => `${on.name} ${on.state}`).join() === 's3 live'
  })

  await operator.update(WIJK, id, { targets: '' })
  await until('it to be back', async () => (await onNetlify('/', 'verhuizer')).status === 200)
  await until('the bucket to be empty', async () => (await onS3('/', 'verhuizer')).status === 404)
}, 120_000)

test('a preview of a wijk on Netlify is on our own server alone, with the draft on the site as it is', async () => {
  const deploys = netlify.deploys.size
  const data = { title: 'Alleen voor wie meeleest', summary: 'Kort.', body: [paragraph('Nog niet.')] }
  const documentId = await anna.create(ARTICLE, { ...data, wijk: { connect: [{ documentId: molenwijk }] } })
  const { body } = await anna.ask('POST', '/wijkpers/preview', { uid: ARTICLE, documentId })
  const link = new URL(String(body.data?.['url']))
  const [host = ''] = link.hostname.split('.')
  const opened = await wijkpers.get(host, `/${link.search}`)
  const cookie = String(opened.headers['set-cookie']).split(';')[0]!
  for (const [path, words] of [
    ['/nieuws/alleen-voor-wie-meeleest/', 'Nog niet.'],
    ['/nieuws/bericht-1/', 'bericht-1'],
  ] as const)
    expect((await wijkpers.get(host, path, { cookie })).text).toContain(words)
  expect((await onNetlify('/nieuws/alleen-voor-wie-meeleest/')).status).toBe(404)
  expect((await onNetlify(`/${link.search}`, host)).status).toBe(404)
  expect(netlify.deploys.size).toBe(deploys)
})

test('what somebody changed elsewhere, took away or left there is found in the quiet hours, and ours is put back', async () => {
  const id = await wijkpers.cms.importWijk(aWijk('elders', articles(2), { targets: 'netlify, s3' }))
  await wijkpers.untilLive('elders')
  await operator.update(WIJK, id, { tagline: 'Waar het groen is' })
  await wijkpers.untilLive('elders')
  const isOursOnNetlify = async () =>
    (await onNetlify('/', 'elders')).body.toString().includes('Waar het groen is')
  const paths = ['/', '/nieuws/bericht-1/', '/nieuws/bericht-2/', '/reclame/']
  const inBucket = () => Promise.all(paths.map(async (path) => onS3(path, 'elders')))
  expect(await isOursOnNetlify()).toBe(true)
  const ours = await inBucket()
  expect(ours.map((page) => page.status)).toEqual([200, 200, 200, 404])

  // What was not told as live is brought there again, and not compared.
  await wijkpers.untilTold('elders')
  await wijkpers.kill9('publisher')
  const site = [...netlify.sites.values()].find(({ name }) => name.includes('elders'))!
  site.published = [...netlify.deploys.values()].find((deploy) => deploy.site === site.id)!.id
  const meddle = async (method: string, key: string) => {
    const init = method === 'PUT' ? { method, body: 'Iets heel anders' } : { method }
    expect((await bucketClient().fetch(`${s3.bucketUrl}/${key}`, init)).ok).toBe(true)
  }
  await meddle('PUT', 'elders.wijk.test/nieuws/bericht-1/index.html')
  await meddle('DELETE', 'elders.wijk.test/nieuws/bericht-2/index.html')
  await meddle('PUT', 'elders.wijk.test/reclame/index.html')
  // Of somebody else, who uses the bucket as well.
  await meddle('PUT', 'elders.wijk.test.be/index.html')
  const ofSomebodyElse = () => bucketClient().fetch(`${s3.bucketUrl}/elders.wijk.test.be/index.html`)
  expect([await isOursOnNetlify(), (await inBucket()).map((page) => page.status)]).toEqual([
    false,
    [200, 200, 404, 200],
  ])
  const verify = () => wijkpersCommand(wijkpers.settings, 'verify', 'elders')
  expect((await verify()).out).toContain(
    'weet alleen de publisher, en die zegt het niet: De publisher antwoordt niet',
  )

  await wijkpers.start('publisher', { QUIET_HOURS: '0-24' })
  await until('ours on Netlify', isOursOnNetlify)
  const isOursInBucket = async () => JSON.stringify(await inBucket()) === JSON.stringify(ours)
  await until('ours in the bucket', isOursInBucket)
  expect((await onS3('/', 'elders')).text).toContain('Waar het groen is')
  expect((await ofSomebodyElse()).status).toBe(200)
  const told = async () => (await wijkpersCommand(wijkpers.settings, 'status', 'elders')).out
  await until('it to be told', async () =>
    / s3: .* klopten daar 3 bestanden niet, en dat is recht/.test(await told()),
  )
  const metrics = await (await askOnce(`${wijkpers.settings.env.PUBLISHER_URL}/metrics`)).text()
  for (const name of ['netlify', 's3'])
    expect(metrics).toMatch(
      new RegExp(`wijkpers_compared_elsewhere_total\\{target="${name}",outcome="different"\\} [1-9]`),
    )
  await until('all to be well', async () => {
    const { exit, out } = await verify()
    const isSame = (name: string) => new RegExp(`${name}: \\d+ bestanden vergeleken, geen verschil`).test(out)
    return exit === 0 && isSame('netlify') && isSame('s3')
  })

  // By day it is found by who asks for it; of a wijk that is held, what it is held at is put back.
  expect((await wijkpersCommand(wijkpers.settings, 'rollback', 'elders')).exit).toBe(0)
  await until(
    'the release before, in the bucket',
    async () => !(await onS3('/', 'elders')).text.includes('Waar het'),
  )
  const held = await inBucket()
  await meddle('PUT', 'elders.wijk.test/nieuws/bericht-1/index.html')
  await meddle('PUT', 'elders.wijk.test/reclame/index.html')
  const { exit, out: found } = await verify()
  expect([exit, found]).toEqual([
    1,
    expect.stringContaining('s3: 2 bestanden klopten niet; dat wordt nu rechtgezet.'),
  ])
  expect(found).toContain('  nieuws/bericht-1/index.html (is daar anders)\n')
  expect(found).toContain('  reclame/index.html (hoort daar niet)\n')
  await until('what it is held at', async () => JSON.stringify(await inBucket()) === JSON.stringify(held))
  const { out } = await wijkpersCommand(wijkpers.settings, 'doctor')
  for (const name of ['netlify', 's3']) expect(out).toContain(`goed  ${name}: antwoordt, en laat ons toe`)
}, 300_000)

test('a wijk that goes back to draft is gone everywhere', async () => {
  const id = await wijkpers.cms.importWijk(
    aWijk('tijdelijk', articles(1), { targets: 'embedded, netlify, s3' }),
  )
  await wijkpers.untilLive('tijdelijk')
  for (const got of [await onNetlify('/', 'tijdelijk'), await onS3('/', 'tijdelijk')])
    expect(got.status).toBe(200)
  await operator.actOnLife(id, 'withdraw')
  await until('it to be gone', async () => {
    const all = [
      await wijkpers.get('tijdelijk', '/'),
      await onNetlify('/', 'tijdelijk'),
      await onS3('/', 'tijdelijk'),
    ]
    return all.every(({ status: code }) => code === 404)
  })
})

test('a wijk that has no site yet is live for its editor, though nothing of it is anywhere', async () => {
  const draft = aWijk('nog-niet', articles(1), { state: 'draft', targets: 'embedded, netlify, s3' })
  await wijkpers.cms.importWijk(draft)
  expect(await wijkpers.untilLive('nog-niet')).toMatchObject({ state: 'live' })
})

describe('the choice of targets', () => {
  test('is the operator’s, and is refused in Dutch when it is no target', async () => {
    const refused = await operator.ask('PUT', `/content-manager/collection-types/${WIJK}/${molenwijk}`, {
      targets: 'netlify, geocities',
    })
    expect(refused.status).toBe(400)
    expect(refused.body.error?.message).toMatch(/Kies een of meer van: embedded, netlify, s3/)
    await anna.ask('PUT', `/content-manager/collection-types/${WIJK}/${molenwijk}`, { targets: 's3' })
    const wijk = (await wijkpers.cms.wijken()).find(({ id }) => id === molenwijk)
    expect(wijk?.targets).toBeNull()
  })

  test('that needs a secret which is not there stops the publisher with a sentence', async () => {
    await wijkpers.kill9('publisher')
    await expect(wijkpers.start('publisher', { NETLIFY_AUTH_TOKEN: '' })).rejects.toThrow(
      /publisher ended with 2/,
    )
    await wijkpers.start('publisher')
  })
})

test('within the limits of an account who waits is told how long, and the day’s budget is there to see', async () => {
  await wijkpers.kill9('publisher')
  // One a day, and this day's was taken long ago: whatever is published now waits, however slow the machine is.
  await wijkpers.start('publisher', { NETLIFY_DEPLOYS_PER_MINUTE: '1', NETLIFY_DEPLOYS_PER_DAY: '1' })
  const id = await publishedBy(anna, 'Die moet wachten')
  await until(
    'our own server',
    async () => (await wijkpers.get('molenwijk', '/nieuws/die-moet-wachten/')).status === 200,
  )
  const on = await until('the receipt to say when Netlify opens for it', async () => {
    const { waitsFor, nextTryInMs } = await receiptOf(id)
    const [target] = (await status()).targets
    if (waitsFor !== 'Netlify' || nextTryInMs === null || !target?.waitsUntil) return undefined
    const differenceMs = Date.parse(target.waitsUntil) - (Date.now() + nextTryInMs)
    return Math.abs(differenceMs) < 10_000 ? target : undefined
  })
  expect(on).toMatchObject({ name: 'netlify', state: 'waiting', lastError: null })
  // Another wijk may stand before it, and then takes a day of its own.
  expect(on.place).toBeGreaterThan(0)
  const waitsMs = Date.parse(on.waitsUntil!) - Date.now()
  expect(waitsMs).toBeGreaterThan((on.place! - 1) * DAY_MS)
  expect(waitsMs).toBeLessThanOrEqual(on.place! * DAY_MS)

  const publisher = wijkpers.settings.env.PUBLISHER_URL!
  const [lane] = (await (await askOnce(`${publisher}/targets`)).json()) as {
    waiting: number
    quota: object
  }[]
  expect(lane).toMatchObject({ quota: { perDay: 1, perMinute: 1 } })
  expect(lane?.waiting).toBeGreaterThanOrEqual(on.place!)
  const metrics = await (await askOnce(`${publisher}/metrics`)).text()
  expect(metrics).toMatch(/wijkpers_target_waiting_wijken\{target="netlify"\} [1-9]/)
  expect(metrics).toContain('wijkpers_target_day_budget{target="netlify",part="all"} 1')
})

const DAY_MS = 24 * 60 * 60 * 1000
