import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without settings the defaults hold', () => {
  const { host, port, folders, sites } = readConfig({ HOST: '', SITES_URL: '' })
  expect({ host, port, folders }).toEqual({
    host: '127.0.0.1',
    port: 8080,
    folders: {
      releases: resolve('.data/releases'),
      previews: resolve('.data/previews'),
      run: resolve('.data/run'),
    },
  })
  expect(sites).toMatchObject({ listHost: 'localhost', listUrl: 'http://localhost:8080/', isHttps: false })
})

test('another port moves the addresses along', () => {
  expect(readConfig({ SITES_PORT: '9000' }).sites.listUrl).toBe('http://localhost:9000/')
})

test('a site without a domain of its own answers below SITES_URL, one with a domain on https', () => {
  const { sites } = readConfig({ SITES_URL: 'https://{slug}.wijkpers.example/' })
  expect(sites).toMatchObject({
    listHost: 'wijkpers.example',
    listUrl: 'https://wijkpers.example/',
    isHttps: true,
  })
  expect(sites.urlOf({ slug: 'molenwijk', host: 'molenwijk.wijkpers.example' })).toBe(
    'https://molenwijk.wijkpers.example',
  )
  expect(sites.urlOf({ slug: 'molenwijk', host: 'molenwijk.example' })).toBe('https://molenwijk.example')
})

test.each(['0', '65536', '-1', '80a', '8080.5', 'tachtig'])(
  'SITES_PORT %s is refused in a sentence',
  (port) => {
    expect(() => readConfig({ SITES_PORT: port })).toThrow(
      `SITES_PORT is "${port}"; expected a port from 1 to 65535, such as 8080.`,
    )
  },
)

test.each([
  'http://localhost:8080',
  'http://wijk-{slug}.localhost',
  'ftp://{slug}.localhost',
  'http://{slug}.localhost/a',
])('SITES_URL %s is refused in a sentence', (url) => {
  expect(() => readConfig({ SITES_URL: url })).toThrow(
    `SITES_URL is "${url}"; expected an address that begins with {slug}., such as http://{slug}.localhost:8080.`,
  )
})
