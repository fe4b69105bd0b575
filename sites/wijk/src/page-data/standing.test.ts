import { STANDING_SLUGS, type Slug, type Wijk } from '@wijkpers/content'
import { describe, expect, test } from 'vitest'
import { anInfoPage, aSite } from '../testing/a-site.ts'
import { infoPage } from './info-page.ts'
import { standingLinks, standingNames, standingPage } from './standing.ts'

test('every site has them', () => {
  expect(standingNames(aSite())).toEqual(['contact', 'colofon', 'huisregels', 'privacy', 'toegankelijkheid'])
  for (const { href, title } of standingLinks) {
    const page = standingPage(aSite({ wijk: { contactEmail: 'buurt@wijk.example' } }), href.slice(1, -1))
    expect(page?.title).toBe(title)
    expect(page?.contact?.email).toBe('buurt@wijk.example')
    expect(page?.parts.some(({ withContact }) => withContact)).toBe(true)
  }
})

test('no address of theirs is ever one that was left', () => {
  expect(standingNames(aSite()).toSorted()).toEqual([...STANDING_SLUGS].toSorted())
})

test('what the editors wrote themselves goes before it', () => {
  const site = aSite({ entries: [anInfoPage({ slug: 'privacy' as Slug, title: 'Jouw gegevens' })] })
  expect(standingNames(site)).not.toContain('privacy')
  expect(standingPage(site, 'privacy')).toBeNull()
})

describe('what the law wants is read below a text of the editors too', () => {
  const publisher = { name: 'Stichting Bloemenbuurt', address: 'Tulpstraat 1', kvkNumber: '', btwNumber: '' }
  const wijk = { publisher, contactEmail: 'buurt@wijk.example', privacyEmail: 'avg@wijk.example' }
  const factsOf = (name: string) => {
    const site = aSite({ wijk, entries: [anInfoPage({ slug: name as Slug, title: 'Zelf geschreven' })] })
    const { facts } = infoPage(site, name as Slug)
    const said = facts?.parts.flatMap(({ title, paragraphs, items = [] }) => [title, ...paragraphs, ...items])
    return {
      said: said?.join(' '),
      email: facts?.contact?.email,
      asks: facts?.parts.some((one) => one.withContact),
    }
  }

  test.each([
    ['contact', /bereik/, 'buurt@wijk.example'],
    [
      'colofon',
      /Uitgever: Stichting Bloemenbuurt Adres: Tulpstraat 1 .*digitaledienstenverordening/,
      'buurt@wijk.example',
    ],
    ['huisregels', /zeggen we waarom/, 'buurt@wijk.example'],
    ['privacy', /Stichting Bloemenbuurt .*Autoriteit Persoonsgegevens/, 'avg@wijk.example'],
    // Without a status or a day, which may be others in their own text.
    ['toegankelijkheid', /^Lukt er iets niet\? (?!.*(Status|\d))/, 'buurt@wijk.example'],
  ])('on %s', (name, said, email) => {
    expect(factsOf(name)).toMatchObject({ said: expect.stringMatching(said), email, asks: true })
  })

  test('and on no other page', () => {
    expect(factsOf('over-de-wijk').said).toBeUndefined()
  })
})

test.each(['resting', 'archived'] as const)(
  'of a wijk that is %s they ask for nothing to be sent in',
  (state) => {
    const textOf = (name: string, wijk: Partial<Wijk>) =>
      JSON.stringify(standingPage(aSite({ wijk }), name)?.parts)
    const asks = /mag iets insturen|een tip of nieuws|redactie leest/
    for (const name of ['contact', 'huisregels']) {
      expect(textOf(name, {})).toMatch(asks)
      expect(textOf(name, { state })).not.toMatch(asks)
    }
  },
)

test('a wijk with one address is reached at it, whichever of the two it filled in', () => {
  const emailOn = (name: string, wijk: Partial<Wijk>) => standingPage(aSite({ wijk }), name)?.contact?.email
  for (const name of ['contact', 'privacy']) {
    expect(emailOn(name, { contactEmail: null, privacyEmail: 'avg@wijk.example' })).toBe('avg@wijk.example')
    expect(emailOn(name, { contactEmail: 'buurt@wijk.example', privacyEmail: null })).toBe(
      'buurt@wijk.example',
    )
  }
})

test('who answers for what is kept of people is named where they read of it', () => {
  const publisher = { name: 'Stichting Bloemenbuurt', address: 'Tulpstraat 1', kvkNumber: '', btwNumber: '' }
  const part = standingPage(aSite({ wijk: { publisher } }), 'privacy')!.parts.find(
    ({ title }) => title === 'Wie verantwoordelijk is',
  )
  expect(part?.paragraphs[0]).toMatch(/^Stichting Bloemenbuurt geeft deze site uit/)
  expect(part?.items).toEqual(['Adres: Tulpstraat 1'])
})

test('the colofon says who answers for the site', () => {
  const publisher = {
    name: 'Stichting Bloemenbuurt',
    address: 'Tulpstraat 1',
    kvkNumber: '12345678',
    btwNumber: 'NL123456789B01',
  }
  expect(standingPage(aSite({ wijk: { publisher } }), 'colofon')?.parts[0]?.items).toEqual([
    'Uitgever: Stichting Bloemenbuurt',
    'Adres: Tulpstraat 1',
    'KvK-nummer: 12345678',
    'Btw-nummer: NL123456789B01',
  ])
})

test('the statement on accessibility says what it is about, its status, and what is done about what is not right', () => {
  const parts = standingPage(aSite(), 'toegankelijkheid')!.parts
  const text = parts.flatMap(({ title, paragraphs, items = [] }) => [title, ...paragraphs, ...items])
  expect(text).toContainEqual(expect.stringContaining(`op ${new URL(aSite().siteUrl()).host}.`))
  expect(text).toContainEqual(expect.stringMatching(/^Status: [A-D],/))
  const wrong = parts.find(({ title }) => title === 'Wat nog niet goed is')?.items ?? []
  expect(wrong.length).toBeGreaterThan(0)
  for (const item of wrong) expect(item).toMatch(/Hoe dat komt: .*Wat we doen: .*Wanneer: /)
  expect(text.at(-1)).toMatch(/bijgewerkt op \w+ \d+ \w+ \d{4}\.$/)
})
