import { expect, test } from 'vitest'
import { csvFile, geoJsonFile } from './index.ts'

test('a table keeps commas, quotes and lines within their cell, and no cell is a formula', () => {
  const rows = [
    { naam: 'Jan, "Piet" & Co', adres: 'Plein 1\nachterom' },
    { naam: '=HYPERLINK("https://elders.example")', adres: '' },
  ]
  expect(csvFile(['naam', 'adres'], rows)).toBe(
    'naam,adres\r\n"Jan, ""Piet"" & Co","Plein 1\nachterom"\r\n"\'=HYPERLINK(""https://elders.example"")",\r\n',
  )
})

test.each(['=1+1', '+31 6', '-x', '@som', '\t=1', '\n=1', '＝1'])('%j is no formula', (text) => {
  expect(csvFile(['naam'], [{ naam: text }])).toMatch(/^naam\r\n"?'/)
})

test('a number stays a number, also below zero', () => {
  expect(csvFile(['lengtegraad'], [{ lengtegraad: '-68.27' }])).toBe('lengtegraad\r\n-68.27\r\n')
})

test('a place is a point with its longitude first', () => {
  const places = [{ id: 'x', point: { latitude: 52.1, longitude: 5.2 }, properties: { naam: 'Hier' } }]
  expect(JSON.parse(geoJsonFile(places))).toMatchObject({
    features: [
      { id: 'x', geometry: { type: 'Point', coordinates: [5.2, 52.1] }, properties: { naam: 'Hier' } },
    ],
  })
})
