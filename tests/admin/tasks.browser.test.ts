/** The tasks of docs/taken.md, walked by whoever does them: at a desk by keyboard alone, and on a phone. */
import type { Browser, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { type Cms, startCms } from '../support/cms.ts'
import { aWijk } from '../support/content.ts'
import { aPhoto, ARTICLE, type Editor, EVENT, paragraph } from '../support/editor.ts'
import { answered, type Desk, expectNoAxeFaults, publishing, sitDown } from './desk.ts'
import { ALLOWED, type Walk, walkOn, WAYS } from './walk.ts'

const NOTICE = 'api::notice.notice'
const BUSINESS = 'api::business.business'

let cms: Cms
let browser: Browser
let desks: Record<'anna' | 'sam' | 'coach' | 'petra' | 'beheer', Desk>
let anna: Editor
let sam: Editor
let petra: Editor
let molenwijk: string
let parkwijk: string

beforeAll(async () => {
  ;[cms, browser] = await Promise.all([startCms({ env: { SERVE_ADMIN: 'true' } }), launchBrowser()])
  const editors = ['anna', 'sam', 'coach', 'petra'].map((name) => `${name}@wijkpers.test`)
  molenwijk = await cms.client.importWijk(
    aWijk('molenwijk', [{ slug: 'oud', title: 'Oud bericht' }], { editors }),
  )
  parkwijk = await cms.client.importWijk({
    wijk: { slug: 'parkwijk', name: 'Wijk parkwijk', state: 'active', editors: ['petra@wijkpers.test'] },
    entries: [{ kind: 'organisation', slug: 'parkhuis', name: 'Het Parkhuis' }],
  })
  const at = { settings: { cmsUrl: cms.url } }
  desks = {
    anna: await sitDown(browser, at, 'anna@wijkpers.test'),
    sam: await sitDown(browser, at, 'sam@wijkpers.test'),
    coach: await sitDown(browser, at, 'coach@wijkpers.test'),
    petra: await sitDown(browser, at, 'petra@wijkpers.test'),
    beheer: await sitDown(browser, at, 'beheer@wijkpers.test'),
  }
  ;[anna, sam, petra] = await Promise.all(
    ['anna', 'sam', 'petra'].map((name) => cms.editor(`${name}@wijkpers.test`)) as [
      Promise<Editor>,
      Promise<Editor>,
      Promise<Editor>,
    ],
  )
})
afterAll(async () => {
  await browser?.close()
  await cms?.[Symbol.asyncDispose]()
})

/** What has been published counts as online: no publisher runs here. */
async function isOnline(): Promise<void> {
  const now = new Date().toISOString()
  for (const { id, wanted } of await cms.client.wijken())
    await cms.client.reportReceipt({
      wijk: id,
      revision: wanted,
      state: 'live',
      receivedAt: now,
      renderedAt: now,
      liveAt: now,
      release: wanted,
      url: null,
      pages: 1,
      durationMs: 1,
      error: null,
      nextTryAt: null,
      waitsFor: null,
      attempts: 1,
    })
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).first()
const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first()
const option = (page: Page, name: string) => page.getByRole('option', { name, exact: true })
const body = [paragraph('Tekst.')]
let number = 0
/** A title that no other task has. */
const aTitle = () => `Taak ${++number}`

/** Something that waits, and nothing else does: a long list is cut off. */
async function handedIn(title: string): Promise<string> {
  const { waiting } = (await anna.ask('GET', '/wijkpers/home')).body.data as {
    waiting: { documentId: string }[]
  }
  for (const entry of waiting) await anna.remove(ARTICLE, entry.documentId)
  const documentId = await sam.create(ARTICLE, { title, body })
  await sam.ask('POST', '/wijkpers/review/hand-in', { uid: ARTICLE, documentId })
  return documentId
}

const isPhone = (page: Page) => (page.viewportSize()?.width ?? 0) < 1000

/** On a phone the menu is behind a button. */
async function openFromMenu({ page, press }: Walk, name: string): Promise<void> {
  if (isPhone(page)) await press(button(page, 'Menu'))
  const menu = isPhone(page) ? page.locator('#burger-menu') : page.getByRole('navigation')
  await press(menu.getByRole('link', { name }).first())
}

/** Something of this kind that residents can read; answers its title. */
async function online(uid: string, fields: object): Promise<string> {
  const title = aTitle()
  const name = uid === BUSINESS ? { name: title } : { title }
  await anna.publish(uid, await anna.create(uid, { ...name, ...fields }))
  await isOnline()
  return title
}

const onlineLink = (page: Page, title: string) =>
  page.getByRole('list', { name: 'Laatst online' }).getByRole('link', { name: title, exact: true })

/** The box of the `nth` day or time of a form, from its end when negative. */
const box = (page: Page, of: 'datum' | 'tijd', nth: number) =>
  page.getByRole('combobox', { name: `Kies een ${of}` }).nth(nth)

/** Sets a day in 2030, and a time: typed at a desk; on a phone, which has no Tab to leave a box with, pointed at. */
async function fillMoment(walk: Walk, nth: number, time?: string): Promise<void> {
  const { page, press, type } = walk
  await type(box(page, 'datum', nth), '01-12-2030')
  if (isPhone(page)) await press(page.getByRole('gridcell', { name: /\b1 december 2030/ }))
  if (time) await fillTime(walk, box(page, 'tijd', nth), time)
}

const fillTime = ({ page, choose, type }: Walk, at: Locator, time: string) =>
  isPhone(page) ? choose(at, option(page, time)) : type(at, time)

/** A JPEG that nobody has uploaded yet. */
const aJpeg = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#2f6f4e' } })
    .jpeg()
    .toBuffer()

interface Task {
  readonly who: keyof typeof desks
  /** What is there before; answers the title that the task is about. */
  readonly before?: () => Promise<string>
  readonly walk: (walk: Walk, title: string) => Promise<void>
}

const tasks: Record<string, Task> = {
  zien: {
    who: 'anna',
    before: async () => {
      const title = aTitle()
      await handedIn(title)
      return title
    },
    walk: ({ page }, title) => page.getByRole('list', { name: 'Wacht op jou' }).getByText(title).waitFor(),
  },
  online: {
    who: 'anna',
    before: () => online(ARTICLE, { body }),
    walk: ({ page }, title) => page.getByRole('list', { name: 'Laatst online' }).getByText(title).waitFor(),
  },
  nieuws: {
    who: 'anna',
    async walk({ page, press, type }) {
      await press(link(page, 'Nieuwsbericht schrijven'))
      await type(page.getByLabel('Titel'), aTitle())
      await type(page.getByRole('textbox').nth(2), 'Er staan nieuwe bankjes in het park.')
      await press(button(page, 'Publiceren'))
      await page.getByText('Gepubliceerd', { exact: true }).first().waitFor()
    },
  },
  bewaren: {
    who: 'sam',
    async walk({ page, press, type }) {
      await press(link(page, 'Nieuwsbericht schrijven'))
      await type(page.getByLabel('Titel'), aTitle())
      await press(button(page, 'Opslaan'))
      await page.getByText('Opgeslagen').first().waitFor()
    },
  },
  verder: {
    who: 'sam',
    before: async () => {
      const title = aTitle()
      await sam.create(ARTICLE, { title, body })
      return title
    },
    async walk({ page, press }, title) {
      await press(page.getByRole('list', { name: 'Nog niet af' }).getByRole('link', { name: title }))
      await page.getByLabel('Titel').waitFor()
    },
  },
  verbeteren: {
    who: 'anna',
    before: () => tasks.online!.before!(),
    async walk({ page, press, type }, title) {
      await press(onlineLink(page, title))
      await type(page.getByLabel('Samenvatting'), 'Verbeterd')
      await publishing(page, () => press(button(page, 'Publiceren')))
    },
  },
  afgelasten: {
    who: 'anna',
    before: () => online(EVENT, { startsAt: '2030-12-01T19:00:00.000Z' }),
    async walk({ page, press }, title) {
      await press(onlineLink(page, title))
      await press(page.getByLabel('Afgelast'))
      await publishing(page, () => press(button(page, 'Publiceren')))
    },
  },
  gelukt: {
    who: 'anna',
    before: () => online(NOTICE, { noticeKind: 'request', summary: 'Ik zoek een ladder.' }),
    async walk({ page, press }, title) {
      await press(onlineLink(page, title))
      await press(page.getByLabel('Gelukt', { exact: true }))
      await publishing(page, () => press(button(page, 'Publiceren')))
    },
  },
  halen: {
    who: 'anna',
    before: () => online(ARTICLE, { body }),
    async walk({ page, press }, title) {
      await press(onlineLink(page, title))
      if (isPhone(page)) await press(button(page, 'Meer laten zien'))
      await press(button(page, 'Van de site halen'))
      const sure = page.getByRole('alertdialog')
      await expectNoAxeFaults(page, '[role="alertdialog"]')
      await answered(page, '/actions/unpublish', () =>
        press(sure.getByRole('button', { name: 'Van de site halen' })),
      )
      await sure.waitFor({ state: 'detached' })
    },
  },
  activiteit: {
    who: 'anna',
    async walk(walk) {
      const { page, press, type } = walk
      await press(link(page, 'Activiteit toevoegen'))
      await type(page.getByLabel('Titel'), aTitle())
      await fillMoment(walk, 0, '19:00')
      await publishing(page, () => press(button(page, 'Publiceren')))
    },
  },
  prikbord: {
    who: 'anna',
    async walk({ page, press, choose, type }) {
      await press(link(page, 'Prikbordbericht plaatsen'))
      await type(page.getByLabel('Titel'), aTitle())
      await choose(page.getByRole('combobox', { name: 'Soort', exact: true }), option(page, 'Gevraagd'))
      await type(page.getByLabel('Bericht', { exact: true }), 'Wie leent mij een ladder?')
      await publishing(page, () => press(button(page, 'Publiceren')))
    },
  },
  toevoegen: {
    who: 'anna',
    before: async () => {
      const title = aTitle()
      await anna.create(ARTICLE, { title, body })
      return title
    },
    async walk({ page, press, choose, type }, title) {
      await press(link(page, title))
      await press(page.getByRole('button', { name: /^Nog niets/ }).first())
      await press(page.getByRole('button', { name: /^Klik om een foto te kiezen/ }))
      await press(page.getByRole('dialog').getByRole('button', { name: 'Bestanden uploaden' }).first())
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        press(page.locator('input[type=file]')),
      ])
      await chooser.setFiles({ name: 'park.jpg', mimeType: 'image/jpeg', buffer: await aJpeg() })
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await type(page.getByLabel('Wat is erop te zien'), 'Drie bankjes in het park')
      await type(page.getByLabel('Maker'), 'Anna de Vries')
      await choose(page.getByRole('combobox', { name: 'Rechten' }), option(page, 'Eigen werk'))
      const people = page.getByRole('combobox', { name: 'Zijn er mensen herkenbaar' })
      await choose(people, option(page, 'Nee, niemand'))
      await publishing(page, () => press(button(page, 'Publiceren')))
    },
  },
  terugtrekken: {
    who: 'anna',
    before: async () => {
      const name = `${aTitle()}.jpg`
      const form = new FormData()
      form.set('files', new Blob([new Uint8Array(await aJpeg())], { type: 'image/jpeg' }), name)
      const { body: made } = await anna.ask('POST', '/upload', form)
      const [{ id }] = made as unknown as [{ id: number }]
      await online(ARTICLE, { body, photo: aPhoto(id) })
      return name
    },
    async walk({ page, press }, name) {
      await press(link(page, 'Bestanden'))
      await press(page.getByRole('checkbox', { name: `${name} kiezen` }))
      await press(button(page, 'Verwijderen'))
      const sure = page.getByRole('dialog').or(page.getByRole('alertdialog'))
      await answered(page, '/upload/actions/bulk-delete', () =>
        press(sure.getByRole('button', { name: 'Verwijderen' })),
      )
    },
  },
  plannen: {
    who: 'anna',
    async walk(walk) {
      const { page, press, type } = walk
      await press(link(page, 'Nieuwsbericht schrijven'))
      const title = aTitle()
      await type(page.getByLabel('Titel'), title)
      await type(page.getByRole('textbox').nth(2), 'Er staan nieuwe bankjes in het park.')
      await fillMoment(walk, -2, '09:00')
      await press(button(page, 'Opslaan'))
      await page
        .getByText(/^Gepland: .*1 december 2030 om \d+\.00 uur/)
        .first()
        .waitFor()
      await page.getByText('Gepland', { exact: true }).waitFor()
      await page.goto(`/admin/content-manager/collection-types/${ARTICLE}`)
      const row = page.getByRole('row').filter({ hasText: title })
      await row.getByText('Gepland', { exact: true }).waitFor()
      await row.getByText(/1 december 2030 om \d+\.00 uur/).waitFor()
      // On a phone too that is on the screen, and not beside it.
      const besideScreen = () =>
        row.evaluate((element) => {
          const { scrollWidth, clientWidth } = element.closest('table')!.parentElement!
          return scrollWidth - clientWidth
        })
      await expect.poll(besideScreen).toBeLessThanOrEqual(0)
    },
  },
  langer: {
    who: 'anna',
    before: () => online(ARTICLE, { body, expiresAt: new Date(Date.now() + 2 * 86_400_000).toISOString() }),
    async walk(walk, title) {
      const { page, press } = walk
      await press(
        page.getByRole('list', { name: 'Gaat binnenkort van de site' }).getByRole('link', { name: title }),
      )
      await fillMoment(walk, -1)
      await publishing(page, () => press(button(page, 'Publiceren')))
    },
  },
  openingstijden: {
    who: 'anna',
    before: () =>
      online(BUSINESS, {
        businessKind: 'shop',
        openingHours: [{ day: 'tuesday', opensAt: '09:00:00.000', closesAt: '17:00:00.000' }],
      }),
    async walk(walk, title) {
      const { page, press } = walk
      await press(onlineLink(page, title))
      await press(page.getByRole('button', { name: 'dinsdag, 9.00 – 17.00' }))
      await fillTime(walk, page.getByRole('combobox', { name: 'Tot' }), '18:00')
      await publishing(page, () => press(button(page, 'Publiceren')))
      await page.getByRole('button', { name: 'dinsdag, 9.00 – 18.00' }).waitFor()
    },
  },
  wisselen: {
    who: 'petra',
    before: async () => {
      await petra.ask('PUT', '/wijkpers/me/wijk', { wijk: null })
      return ''
    },
    async walk({ page, choose }) {
      await page.reload()
      const bar = page.getByRole('complementary', { name: 'In welke wijk je werkt' })
      await choose(bar.getByRole('combobox'), page.getByRole('option', { name: 'Wijk parkwijk' }))
      await page.getByRole('heading', { name: 'Wijk molenwijk' }).waitFor({ state: 'detached' })
      await page.getByRole('heading', { name: 'Wijk parkwijk' }).waitFor()
    },
  },
  namens: {
    who: 'petra',
    before: async () => {
      await petra.ask('PUT', '/wijkpers/me/wijk', { wijk: null })
      await petra.ask('PUT', '/wijkpers/me/sender', { wijk: parkwijk, organisation: null })
      return ''
    },
    async walk({ page, choose }) {
      await choose(
        page.getByRole('combobox', { name: 'Je schrijft in Wijk parkwijk namens' }),
        page.getByRole('option', { name: 'Het Parkhuis' }),
      )
      await page.getByText('Opgeslagen').first().waitFor()
    },
  },
  sites: {
    who: 'beheer',
    async walk(walk) {
      await openFromMenu(walk, 'Stand van de sites')
      await walk.page.getByText('Wijk parkwijk').first().waitFor()
    },
  },
  foto: {
    who: 'anna',
    before: async () => {
      const title = aTitle()
      await anna.create(ARTICLE, { title, body, photo: aPhoto(null, { maker: '' }) })
      return title
    },
    async walk({ page, press }, title) {
      await press(
        page.getByRole('list', { name: 'Foto’s die nog iets missen' }).getByRole('link', { name: title }),
      )
      await button(page, 'Opslaan').waitFor()
    },
  },
  inleveren: {
    who: 'sam',
    async walk({ page, press, type }) {
      await press(link(page, 'Nieuwsbericht schrijven'))
      await type(page.getByLabel('Titel'), aTitle())
      await type(page.getByRole('textbox').nth(2), 'Wie helpt er mee?')
      await press(button(page, 'Opslaan'))
      await page.getByText('Klaar? Lever het in.').first().waitFor()
      await press(button(page, 'Inleveren'))
      await page
        .getByText(/^Ingeleverd om/)
        .first()
        .waitFor()
    },
  },
  terugnemen: {
    who: 'sam',
    before: () => tasks.zien!.before!(),
    async walk({ page, press }, title) {
      await press(page.getByRole('list', { name: 'Wat jij inleverde' }).getByRole('link', { name: title }))
      await press(button(page, 'Terugnemen'))
      await page.getByText('Klaar? Lever het in.').first().waitFor()
    },
  },
  verbeterd: {
    who: 'sam',
    before: async () => {
      const title = aTitle()
      const documentId = await handedIn(title)
      await anna.ask('POST', '/wijkpers/review/give-back', { uid: ARTICLE, documentId, reason: 'Hoe laat?' })
      return title
    },
    async walk({ page, press, type }, title) {
      await press(page.getByRole('list', { name: 'Teruggekregen' }).getByRole('link', { name: title }))
      await page.getByText('Hoe laat?').first().waitFor()
      await type(page.getByLabel('Samenvatting'), 'Om acht uur')
      await press(button(page, 'Inleveren'))
      await page
        .getByText(/^Ingeleverd om/)
        .first()
        .waitFor()
    },
  },
  nakijken: {
    who: 'coach',
    before: () => tasks.zien!.before!(),
    async walk({ page, press }, title) {
      await press(page.getByRole('list', { name: 'Wacht op jou' }).getByRole('link', { name: title }))
      await press(button(page, 'Publiceren'))
      await page.getByText('Gepubliceerd', { exact: true }).first().waitFor()
    },
  },
  teruggeven: {
    who: 'coach',
    before: () => tasks.zien!.before!(),
    async walk({ page, press, type }, title) {
      await press(page.getByRole('list', { name: 'Wacht op jou' }).getByRole('link', { name: title }))
      await press(button(page, 'Teruggeven'))
      const dialog = page.getByRole('dialog')
      await expectNoAxeFaults(page, '[role="dialog"]')
      await type(dialog.getByRole('textbox'), 'Hoeveel bankjes zijn het?')
      await press(dialog.getByRole('button', { name: 'Teruggeven' }))
      await page
        .getByText(/Teruggegeven aan Sam Mulder/)
        .first()
        .waitFor()
    },
  },
  opnieuw: {
    who: 'anna',
    before: async () => {
      const firstname = `Kim${++number}`
      const to = { firstname, email: `${firstname}@voorbeeld.nl`, role: 'buurtsupporter', wijk: molenwijk }
      await anna.ask('POST', '/wijkpers/people/invite', to)
      return firstname
    },
    async walk(walk, name) {
      const { page, press } = walk
      await openFromMenu(walk, 'Mensen')
      await press(button(page, `${name} opnieuw uitnodigen`))
      await page.getByText(`Geef deze link zelf door aan ${name}`).waitFor()
    },
  },
  uitnodigen: {
    who: 'anna',
    async walk(walk) {
      const { page, press, type } = walk
      await openFromMenu(walk, 'Mensen')
      await type(page.getByLabel('Voornaam'), 'Noor')
      await type(page.getByLabel('E-mailadres'), `noor${++number}@voorbeeld.nl`)
      await press(button(page, 'Uitnodigen'))
      await page.getByText('Er is geen mailserver ingesteld. Geef deze link zelf door aan Noor').waitFor()
      await button(page, 'Link kopiëren').waitFor()
      // She stands among the others at once.
      await button(page, 'Noor opnieuw uitnodigen').first().waitFor()
      await expectNoAxeFaults(page, 'main')
    },
  },
  uitleg: {
    who: 'sam',
    async walk(walk) {
      const { page, press } = walk
      await openFromMenu(walk, 'Zo werkt het')
      await press(
        page
          .getByRole('navigation', { name: 'In deze uitleg' })
          .getByRole('link', { name: 'Een foto erbij' }),
      )
      await page.getByRole('heading', { name: 'Een foto erbij' }).waitFor()
      await expectNoAxeFaults(page, 'main')
    },
  },
}

test('every task that docs/taken.md says is walked, is', () => {
  // These two want a publisher: receipt.browser.test.ts.
  const walked = [...Object.keys(tasks), 'voorbeeld', 'delen']
  expect(walked.toSorted()).toEqual([...ALLOWED.keys()].toSorted())
})

describe.each(WAYS)('$way', ({ width, byKeyboard }) => {
  test.each(Object.entries(tasks))(
    '%s takes no more clicks than docs/taken.md allows',
    async (name, { who, before, walk: go }) => {
      const title = (await before?.()) ?? ''
      const { page, faults } = await desks[who].open({ width })
      await page.goto('/admin/')
      await page.getByRole('heading', { name: 'Mijn wijk' }).waitFor()
      const walk = walkOn(page, byKeyboard)
      await go(walk, title)
      const { desk, phone } = ALLOWED.get(name)!
      expect(walk.clicks()).toBeLessThanOrEqual(width < 1000 ? phone : desk)
      expect(faults).toEqual([])
      await page.close()
    },
    120_000,
  )
})
