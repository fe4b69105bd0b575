import { describe, expect, test } from 'vitest'
import { anArticle, anInfoPage, aSite, manyArticles } from '../testing/a-site.ts'
import { HOME_ARTICLES, homePage } from './home.ts'

test('the newest article leads, and the next ones follow', () => {
  const { lead, latest } = homePage(aSite({ entries: manyArticles(20) }))
  expect(lead?.title).toBe('Bericht 20')
  expect(latest.map(({ title }) => title).slice(0, 2)).toEqual(['Bericht 19', 'Bericht 18'])
  expect(latest).toHaveLength(HOME_ARTICLES - 1)
})

test('the welcome is cut into paragraphs where the editor left a line empty', () => {
  const site = aSite({ wijk: { welcome: 'Hallo\nbuur.\n \n\nLees mee.\n' } })
  expect(homePage(site).welcome).toEqual({
    title: 'Welkom in Bloemenbuurt',
    paragraphs: ['Hallo\nbuur.', 'Lees mee.'],
  })
})

test('a welcome of spaces is no welcome', () => {
  expect(homePage(aSite({ wijk: { welcome: ' \n ' } })).welcome).toBeNull()
})

test('the info pages stand below each other, without the front page and the news', () => {
  const { about } = homePage(aSite({ entries: [anInfoPage()] }))
  expect(about?.links.map(({ title }) => title)).toEqual(['Over de wijk'])
})

describe('a wijk without news', () => {
  const emptyIn = (wijk: object) => homePage(aSite({ wijk }))

  test('that is new says that news will come, and asks for it when somebody can be reached', () => {
    expect(emptyIn({}).empty).toMatchObject({ title: 'Hier begint het nieuws', invitation: null })
    expect(emptyIn({ contactEmail: 'buurt@wijk.example' }).empty?.invitation?.contact.email).toBe(
      'buurt@wijk.example',
    )
  })

  test('that rests makes no promise', () => {
    const { empty } = emptyIn({ state: 'resting', contactEmail: 'buurt@wijk.example' })
    expect(empty).toMatchObject({ title: 'Geen nieuws', invitation: null })
  })

  test('shows how to reach it once', () => {
    expect(emptyIn({ contactEmail: 'buurt@wijk.example' }).contact).toBeNull()
    const withNews = aSite({ wijk: { contactEmail: 'buurt@wijk.example' }, entries: [anArticle()] })
    expect(homePage(withNews).contact?.email).toBe('buurt@wijk.example')
  })
})
