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
  ['52.09083,5.12222'],
  ['52.09083 5.12222'],
])('%s is a point', (typed) => {
  expect(mapPointIn({ mapPoint: typed })).toEqual({ mapPoint: DOM })
})

test.each(['Molenplein', 'https://maps.app.goo.gl/abc', '152.1, 5.1', '52,5', '52'])(
  '%s is refused',
  (typed) => {
    expect(() => mapPointIn({ mapPoint: typed })).toThrow(/Dit punt begrijpen we niet/)
  },
)

test.each([
  ['52.0, 5.1', { latitude: 52, longitude: 5.1 }],
  ['90.0, 180.0', { latitude: 90, longitude: 180 }],
  ['52.09083, 5.00000', { latitude: 52.09083, longitude: 5 }],
  ['-0.000001, -12.5', { latitude: 0, longitude: -12.5 }],
  ['https://www.openstreetmap.org/#map=17/52/5.12', { latitude: 52, longitude: 5.12 }],
])('%s stays a point when it is kept, and can be saved again', (typed, point) => {
  const kept = mapPointIn({ mapPoint: typed })
  expect(pointOf(kept['mapPoint'])).toEqual(point)
  expect(mapPointIn(kept)).toEqual(kept)
})

test('an empty field is no point, and a write that leaves it be changes nothing', () => {
  expect(mapPointIn({ mapPoint: ' ' })).toEqual({ mapPoint: null })
  expect(mapPointIn({})).toEqual({})
  expect(pointOf(null)).toBeNull()
  expect(pointOf(DOM)).toEqual({ latitude: 52.09083, longitude: 5.12222 })
})
