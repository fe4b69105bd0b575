import { expect, test } from 'vitest'
import { isFilled } from './values.ts'

const body = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }]

test('a text that was typed and taken away again is empty', () => {
  for (const value of ['', '  ', body(''), body('   '), null, undefined, []])
    expect(isFilled(value)).toBe(false)
  for (const value of ['a', body('a'), body(' a'), body('"'), body('a "b" c')])
    expect(isFilled(value)).toBe(true)
})
