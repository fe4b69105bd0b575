import { expect, test } from 'vitest'
import { placeKey } from './place-key.ts'

test.each([
  ['De Schakel, Wagenstraat 12', 'de-schakel-wagenstraat-12'],
  ['  Café Müller ', 'cafe-muller'],
  ['الساحة', null],
  ['', null],
])('the place "%s" is %s in an address', (place, key) => {
  expect(placeKey(place)).toBe(key)
})
