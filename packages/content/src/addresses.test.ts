import { expect, test } from 'vitest'
import { formerHosts, siteUrlAt } from './addresses.ts'
import type { Slug } from './ids.ts'

const pattern = 'http://{slug}.localhost:8080'
const wijk = (slug: string, domain: string | null, ...formerNames: readonly string[]) => ({
  slug: slug as Slug,
  domain,
  formerNames,
})

test.each([
  ['never had another name', wijk('molen', null), []],
  ['got another slug', wijk('molenwijk', null, 'molen'), ['molen.localhost:8080']],
  ['got a domain', wijk('molen', 'molen.example'), ['molen.localhost:8080']],
  ['gave its domain up', wijk('molen', null, 'molen.example'), ['molen.example']],
  ['came back to its first name', wijk('molen', null, 'molen', 'molenwijk'), ['molenwijk.localhost:8080']],
])('of a wijk that %s', (_what, given, hosts) => {
  expect(formerHosts(given, pattern)).toEqual(hosts)
})

test.each([
  ['that of its slug', 'molen.localhost', 'http://molen.localhost:8080'],
  ['a domain of its own', 'molen.example', 'https://molen.example'],
])('the address of a site that answers on %s', (_what, host, url) => {
  expect(siteUrlAt(host, 'molen', pattern)).toBe(url)
})
