import { describe, expect, test } from 'vitest'
import { readFrontMatter } from './front-matter.ts'

test('fields come before the text', () => {
  const { fields, text } = readFrontMatter('---\ntitle: De molen draait\ntime: 14:30\n---\n\nEen zin.\n')
  expect(Object.fromEntries(fields)).toEqual({ title: 'De molen draait', time: '14:30' })
  expect(text.trim()).toBe('Een zin.')
})

test.each([
  [`'Wijkkas: de stand'`, 'Wijkkas: de stand'],
  [`'Truus'' straat'`, `Truus' straat`],
  [`"Foto's: de stand"`, `Foto's: de stand`],
])('%s loses its quotes', (value, expected) => {
  expect(readFrontMatter(`---\ntitle: ${value}\n---\n`).fields.get('title')).toBe(expected)
})

describe('is refused', () => {
  test.each([
    ['a file without fields', 'Een zin.', /two lines of ---/],
    ['a line without a value', '---\ntitle:\n---\n', /‘title:’: expected a name/],
    ['a field given twice', '---\ntime: 10:00\ntime: 11:00\n---\n', /time stands there twice/],
  ])('%s', (_, source, message) => {
    expect(() => readFrontMatter(source)).toThrow(message)
  })
})
