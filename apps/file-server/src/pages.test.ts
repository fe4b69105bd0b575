import type { LiveRelease } from '@wijkpers/releases'
import { expect, test } from 'vitest'
import type { Content } from './content.ts'
import { wijkenJson, wijkenPage } from './pages.ts'
import { parseSitesUrl } from './sites-address.ts'

const address = parseSitesUrl('http://{slug}.localhost:8080')!
const textOf = (content: Content) => (content.kind === 'made' ? content.body.toString() : '')

function aSite(slug: string, name: string, host = `${slug}.localhost`): LiveRelease {
  return {
    site: slug,
    slug,
    name,
    host,
    release: 4,
    shownRevision: 1,
    changedAt: null,
    revision: 1,
    format: '1',
    madeAt: '2026-03-01T12:00:00Z',
    rollback: null,
    files: 3,
  }
}

test('wijken stand in the order of the Dutch alphabet, each with its address', () => {
  const sites = [aSite('zuid', 'Zuid'), aSite('ijburg', 'IJburg', 'ijburg.example'), aSite('ebbe', 'Ébbe')]
  const page = textOf(wijkenPage(sites, address))
  expect(Array.from(page.matchAll(/href="(http[^"]+)"/g), ([, url]) => url)).toEqual([
    'http://ebbe.localhost:8080/',
    'https://ijburg.example/',
    'http://zuid.localhost:8080/',
  ])
  expect(page).toContain('3 wijken zijn online.')
  expect(JSON.parse(textOf(wijkenJson(sites, address)))).toEqual([
    { slug: 'ebbe', name: 'Ébbe', url: 'http://ebbe.localhost:8080', release: 4 },
    { slug: 'ijburg', name: 'IJburg', url: 'https://ijburg.example', release: 4 },
    { slug: 'zuid', name: 'Zuid', url: 'http://zuid.localhost:8080', release: 4 },
  ])
})

test('the name of a wijk is text, whatever stands in it', () => {
  const page = textOf(wijkenPage([aSite('b', '<script>alert("b")</script> & co')], address))
  expect(page).toContain('&lt;script&gt;alert(&quot;b&quot;)&lt;/script&gt; &amp; co')
  expect(page).not.toContain('<script')
  expect(page).toContain('1 wijk is online.')
})

test('without wijken the page says so', () => {
  expect(textOf(wijkenPage([], address))).toContain('Er is nog geen wijk online.')
  expect(textOf(wijkenJson([], address))).toBe('[]\n')
})
