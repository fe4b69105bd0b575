import { expect, test } from 'vitest'
import { inDutch, noAnswer } from './fetch-errors.ts'

test('what the CMS says itself stays; what a program says becomes Dutch', () => {
  expect(inDutch('Vul de titel in.', 400)).toBe('Vul de titel in.')
  expect(inDutch('Forbidden', 403)).toMatch(/^Dit kan niet met jouw rol\./)
  expect(inDutch('Internal Server Error', 500)).toMatch(/^Er ging iets mis/)
  expect(inDutch('', 502)).toMatch(/^Er ging iets mis/)
})

test('without an answer somebody reads what to look at; what was broken off on purpose is no error to show', () => {
  expect(noAnswer(new TypeError('Failed to fetch'))).toMatchObject({
    message: expect.stringMatching(/^Er kwam geen antwoord/),
  })
  const aborted = new DOMException('stop', 'AbortError')
  expect(noAnswer(aborted)).toBe(aborted)
})
