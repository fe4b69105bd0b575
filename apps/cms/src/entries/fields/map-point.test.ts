import { expect, test } from 'vitest'
import { mapPointIn, pointOf } from './map-point.ts'

const DOM = '52.09083, 5.12222'

test.each([
  ['52.09083, 5.12222'],
  ['  52.0908312;5.1222249 '],
  ['https://www.openstreetmap.org/?mlat=52.09083&mlon=5.12222#map=17/52.1/5.1'],
  ['https://www.openstreetmap.org/#map=19/52.09083/5.12222'],
  ['https://www.google.nl/maps/@52.09083,5.12222,17z'],
  ['https://www.google.nl/maps/place/Domtoren/@52.1,5.1,17z/data=!3m1!4b1!3d52.09083!4d5.12222'],
  ['https://maps.google.com/?q=52.09083,5.12222'],
])('%s is a point', (typed) => {
  expect(mapPointIn({ mapPoint: typed })).toEqual({ mapPoint: DOM })
})

test.each(['Molenplein', 'https://maps.app.goo.gl/abc', '152.1, 5.1', '52, 5'])('%s is refused', (typed) => {
  expect(() => mapPointIn({ mapPoint: typed })).toThrow(/Dit punt begrijpen we niet/)
})

test('an empty field is no point, and a write that leaves it be changes nothing', () => {
  expect(mapPointIn({ mapPoint: ' ' })).toEqual({ mapPoint: null })
  expect(mapPointIn({})).toEqual({})
  expect(pointOf(null)).toBeNull()
  expect(pointOf(DOM)).toEqual({ latitude: 52.09083, longitude: 5.12222 })
})
