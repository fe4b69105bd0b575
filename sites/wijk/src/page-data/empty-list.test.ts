import type { WijkState } from '@wijkpers/content'
import { expect, test } from 'vitest'
import { aSite } from '../testing/a-site.ts'
import * as emptyLists from './empty-list.ts'

const { emptyPlace, emptyTopic, nothingPast, ...ofSites } = emptyLists
const all = (state: WijkState) =>
  Object.values(ofSites).map((emptyList) =>
    emptyList(aSite({ wijk: { state, contactEmail: 'buurt@wijk.example' } })),
  )

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
  for (const { invitation } of all('active')) expect(invitation?.contact.email).toBe('buurt@wijk.example')
})

test('what goes by itself, such as a notice, is not said to have yet to come', () => {
  const site = aSite()
  for (const emptyList of ['emptyAgenda', 'emptyNoticeboard', 'emptyDeals', 'emptySponsors'] as const) {
    const { title, text } = ofSites[emptyList](site)
    expect(`${title} ${text}`).not.toMatch(/\bnog\b/i)
  }
})

test('a place, a topic or a past without anything leads on, in any wijk', () => {
  expect(emptyPlace('De Schakel')).toMatchObject({ link: { href: '/agenda/' }, invitation: null })
  expect(nothingPast()).toMatchObject({ link: { href: '/agenda/' }, invitation: null })
  expect(emptyTopic(aSite(), 'Wonen')).toMatchObject({ link: { href: '/nieuws/' }, invitation: null })
  expect(emptyTopic(aSite({ wijk: { state: 'archived' } }), 'Wonen').text).not.toContain('eerste')
})
