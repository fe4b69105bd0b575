import { expect, test } from 'vitest'
import { parseTarget } from './request-target.ts'

test.each([
  ['/', { parts: [], isFolder: true, query: '' }],
  ['/nieuws', { parts: ['nieuws'], isFolder: false, query: '' }],
  ['/nieuws/', { parts: ['nieuws'], isFolder: true, query: '' }],
  ['/a%20b/c?d=%2F', { parts: ['a b', 'c'], isFolder: false, query: '?d=%2F' }],
  ['/caf%C3%A9', { parts: ['café'], isFolder: false, query: '' }],
  ['//elders.nl/x', { parts: ['', 'elders.nl', 'x'], isFolder: false, query: '' }],
  ['/../../etc/passwd', { parts: ['..', '..', 'etc', 'passwd'], isFolder: false, query: '' }],
  ['/%2e%2e%2fetc', { parts: ['../etc'], isFolder: false, query: '' }],
  ['/?', { parts: [], isFolder: true, query: '?' }],
])('%s', (target, expected) => {
  expect(parseTarget(target)).toEqual({ host: null, ...expected })
})

test('a proxy may send the whole address', () => {
  expect(parseTarget('http://molenwijk.localhost:8080/nieuws/?a')).toEqual({
    host: 'molenwijk.localhost:8080',
    parts: ['nieuws'],
    isFolder: true,
    query: '?a',
  })
  expect(parseTarget('http://molenwijk.localhost')).toMatchObject({ parts: [], isFolder: true })
})

test.each([
  '',
  '*',
  'nieuws',
  '?a',
  '/%',
  '/%zz',
  '/%ff',
  '/%00',
  '/a%0d%0ab',
  '/a b',
  '/a\u00e9',
  '/a#b',
  'ftp://a/b',
])('%j is malformed', (target) => {
  expect(parseTarget(target)).toBeNull()
})
