import { expect, test } from 'vitest'
import { contentTypeOf, isCompressible } from './content-type.ts'
import { cacheControlOf, isImmutableAsset, mayBeFramed, securityHeaders } from './headers.ts'

test('a public address on http gets no header that insists on https', () => {
  expect(Object.fromEntries(securityHeaders({ isHttps: false, isFramed: false }))).toEqual({
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
      "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
  })
})

test('a public address on https gets HSTS and upgraded requests', () => {
  const headers = Object.fromEntries(securityHeaders({ isHttps: true, isFramed: false }))
  expect(headers['strict-transport-security']).toBe('max-age=63072000')
  expect(headers['content-security-policy']).toMatch(/; upgrade-insecure-requests$/)
})

test('only what is made to stand in a page of another site may do so', () => {
  const paths = ['', 'insluiten', 'insluiten/agenda/', 'insluiten-op-school/', 'agenda/', 'op-je-eigen-site/']
  expect(paths.filter(mayBeFramed)).toEqual(['insluiten', 'insluiten/agenda/'])
  const policies = [true, false].map(
    (isFramed) =>
      Object.fromEntries(securityHeaders({ isHttps: false, isFramed }))['content-security-policy']!,
  )
  expect(policies.map((policy) => policy.replace(/.*; frame-ancestors/, ''))).toEqual([' *', " 'none'"])
  expect(policies[0]!.replace('*', "'none'")).toBe(policies[1])
})

test.each(['_astro/a.1b2c.css', 'foto/abc.webp', 'stijl/molen.css'])('%s may be kept for ever', (path) => {
  expect(isImmutableAsset(path)).toBe(true)
  expect(cacheControlOf(path)).toBe('public, max-age=31536000, immutable')
})

test.each(['index.html', 'foto.html', 'nieuws/foto/index.html', '_astro', 'rss.xml'])(
  '%s is asked for again',
  (path) => {
    expect(isImmutableAsset(path)).toBe(false)
    expect(cacheControlOf(path)).toBe('public, max-age=0, must-revalidate')
  },
)

test.each([
  ['index.html', 'text/html; charset=utf-8', true],
  ['_astro/a.css', 'text/css; charset=utf-8', true],
  ['_astro/a.js', 'text/javascript; charset=utf-8', true],
  ['rss.xml', 'application/rss+xml; charset=utf-8', true],
  ['sitemap.xml', 'application/xml; charset=utf-8', true],
  ['agenda.ics', 'text/calendar; charset=utf-8', true],
  ['robots.txt', 'text/plain; charset=utf-8', true],
  ['zoeken/0.json', 'application/json', true],
  ['feed.json', 'application/feed+json', true],
  ['beeld/logo.svg', 'image/svg+xml; charset=utf-8', true],
  ['foto/abc.webp', 'image/webp', false],
  ['stijl/letter.woff2', 'font/woff2', false],
  ['zonder-naam', 'application/octet-stream', false],
])('%s is %s', (path, type, shrinks) => {
  expect(contentTypeOf(path)).toBe(type)
  expect(isCompressible(type)).toBe(shrinks)
})
