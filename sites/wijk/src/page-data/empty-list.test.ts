import type { WijkState } from '@wijkpers/content'
import { expect, test } from 'vitest'
import { aSite } from '../testing/a-site.ts'
import { texts } from '../texts.ts'
import { emptyList, emptyPlace, emptyTopic, nothingPast } from './empty-list.ts'

const ofLists = Object.values(texts).filter((one) => typeof one === 'object' && 'invite' in one)
const all = (state: WijkState) =>
  ofLists.map((ofList) => emptyList(aSite({ wijk: { state, contactEmail: 'buurt@wijk.example' } }), ofList))

test.each(['resting', 'archived'] as const)(
  'a wijk that is %s promises nothing that will not come',
  (state) => {
    for (const { title, text, invitation } of all(state)) {
      expect(`${title} ${text}`).not.toMatch(/\bnog\b|komen|begint|straks/i)
      expect(invitation).toBeNull()
    }
  },
)

test('a wijk that is at it asks for the first of each', () => {
  expect(ofLists).toHaveLength(10)
  for (const { invitation } of all('active')) expect(invitation?.contact.email).toBe('buurt@wijk.example')
})

test('what goes by itself, such as a notice, is not said to have yet to come', () => {
  const site = aSite()
  for (const list of ['noEvents', 'noNotices', 'noDeals', 'noSponsors'] as const) {
    const { title, text } = emptyList(site, texts[list])
    expect(`${title} ${text}`).not.toMatch(/\bnog\b/i)
  }
})

test('a place, a topic or a past without anything leads on, in any wijk', () => {
  expect(emptyPlace('De Schakel')).toMatchObject({ link: { href: '/agenda/' }, invitation: null })
  expect(nothingPast()).toMatchObject({ link: { href: '/agenda/' }, invitation: null })
  expect(emptyTopic(aSite(), 'Wonen')).toMatchObject({ link: { href: '/nieuws/' }, invitation: null })
  expect(emptyTopic(aSite({ wijk: { state: 'archived' } }), 'Wonen').text).not.toContain('eerste')
})
