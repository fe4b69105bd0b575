import { expect, test } from 'vitest'
import { shareOf } from './share.ts'

test('a title with anything in it stays one text', () => {
  const { whatsapp, mail, address } = shareOf(
    'https://wijk.example/nieuws/feest/',
    'Soep & brood: 50% "gratis"?',
  )
  expect(new URL(whatsapp).searchParams.get('text')).toBe(
    'Soep & brood: 50% "gratis"? https://wijk.example/nieuws/feest/',
  )
  expect(new URL(mail).searchParams.get('subject')).toBe('Soep & brood: 50% "gratis"?')
  expect(new URL(mail).searchParams.get('body')).toContain('\nhttps://wijk.example/nieuws/feest/')
  expect(address).toEqual({
    href: 'https://wijk.example/nieuws/feest/',
    title: 'wijk.example/nieuws/feest/',
  })
})
