import { expect, test } from 'vitest'
import { soundText, soundTexts } from './sound-text.ts'

test('a text keeps all but what nobody sees; half an emoji becomes the sign for what cannot be read', () => {
  expect(soundText('Zon\0 en \n\t🎉')).toBe('Zon en \n\t🎉')
  expect(soundText('\u0007Zon\u009f\ufdd0\u{1ffff}')).toBe('Zon')
  expect(soundText('een\vtwee\fdrie\u0085vier')).toBe('een twee drie vier')
  expect(soundText('half \ud83d')).toBe('half \ufffd')
})

test('what stands under a key that is not sound goes: it would become another key, such as one that walls do not see', () => {
  const sent = soundTexts(JSON.parse('{"wijk":{"__proto__\\u0000":{"set":[1]},"a\\ud800":1,"b":2}}'))
  const { wijk } = sent as { wijk: object }
  expect(Object.getPrototypeOf(wijk)).toBe(Object.prototype)
  expect(Reflect.ownKeys(wijk)).toEqual(['b'])
})

test('every text is walked, however deep', () => {
  expect(soundTexts('a\0')).toBe('a')
  expect(soundTexts({ a: ['b\0', { c: 'd\ud800', e: null, f: 1 }] })).toEqual({
    a: ['b', { c: 'd\ufffd', e: null, f: 1 }],
  })
  const deep = JSON.parse(`${'['.repeat(200_000)}"a\\u0000"${']'.repeat(200_000)}`) as unknown
  let part = soundTexts(deep)
  while (Array.isArray(part)) part = part[0]
  expect(part).toBe('a')
})
