import { expect, test } from 'vitest'
import { readCsv } from './read-csv.ts'

const HEADER = 'gwb_code_10;gwb_code_8;regio;gm_naam;recs;a_inw'
const bytes = (...lines: string[]) => new TextEncoder().encode(lines.join('\r\n'))
const molenwijk = { code: 'WK036301', name: 'Molenwijk', municipality: 'Molendam' }

test('of the file of the CBS the wijken and buurten are read, each with its line', () => {
  const file = bytes(
    `\ufeff${HEADER}`,
    'NL00      ;0;Nederland;Nederland;Land;1',
    'GM0363    ;363;Molendam;Molendam;Gemeente;1',
    'WK036301  ;36301;Molenwijk  ;Molendam ;Wijk;1',
    '',
    'BU03630100;3630100;"De Werf; noord";Molendam;Buurt;1',
  )
  expect(readCsv(file)).toEqual({
    rows: [
      { line: 4, ...molenwijk },
      { line: 6, code: 'BU03630100', name: 'De Werf; noord', municipality: 'Molendam' },
    ],
  })
})

test('so are one with commas, one in Latin-1, and one of StatLine', () => {
  expect(
    readCsv(bytes('gwb_code,regio,gm_naam', 'GM0363,Molendam,Molendam', 'WK036301,Molenwijk,Molendam')),
  ).toEqual({ rows: [{ line: 3, ...molenwijk }] })
  const latin = Uint8Array.from(
    Array.from(`${HEADER}\nWK008003;1;Âlde Feart;Súdwest-Fryslân;Wijk;1`, (letter) => letter.charCodeAt(0)),
  )
  expect(readCsv(latin)).toMatchObject({ rows: [{ name: 'Âlde Feart', municipality: 'Súdwest-Fryslân' }] })
  const statline = bytes(
    '"ID";"WijkenEnBuurten";"Gemeentenaam_1";"SoortRegio_2";"Codering_3"',
    '"0";"Molenwijk";"Molendam";"Wijk";"WK036301"',
  )
  expect(readCsv(statline)).toEqual({ rows: [{ line: 2, ...molenwijk }] })
})

test('another file, and a row that is cut off, are told', () => {
  expect(readCsv(bytes('naam;adres', 'Anna;Plein 1'))).toEqual({
    fault: expect.stringContaining('gwb_code_10'),
  })
  expect(readCsv(bytes(''))).toEqual({ fault: expect.stringContaining('gwb_code_10') })
  expect(readCsv(bytes(HEADER, 'WK036301;1;Molenwijk'))).toEqual({
    fault: 'Regel 2 heeft niet evenveel kolommen als de eerste. Er is niets ingelezen.',
  })
})
