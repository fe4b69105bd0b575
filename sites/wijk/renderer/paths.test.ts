import type { RouteData } from 'astro'
import { expect, test } from 'vitest'
import { pathsOf } from './paths.ts'

const route = { route: '/archief/[jaar]/[maand]', component: 'src/pages/x.astro', type: 'page' } as RouteData

test('a route without parameters is one page', async () => {
  expect(await pathsOf({ ...route, route: '/', pathname: '/' }, {})).toMatchObject([{ file: 'index.html' }])
})

test('a route with parameters is a page for each', async () => {
  const getStaticPaths = () => [
    { params: { jaar: '2025', maand: '01' } },
    { params: { jaar: '2026', maand: '12' } },
  ]
  const pages = await pathsOf(route, { getStaticPaths })
  expect(pages.map(({ pathname, file }) => [pathname, file])).toEqual([
    ['/archief/2025/01/', 'archief/2025/01/index.html'],
    ['/archief/2026/12/', 'archief/2026/12/index.html'],
  ])
})

test('an endpoint keeps its own name', async () => {
  const ics = { ...route, route: '/agenda/[slug].ics', type: 'endpoint' } as RouteData
  const pages = await pathsOf(ics, { getStaticPaths: () => [{ params: { slug: 'feest' } }] })
  expect(pages).toMatchObject([{ pathname: '/agenda/feest.ics', file: 'agenda/feest.ics' }])
})

test('a parameter can be a part of a name', async () => {
  const xml = { ...route, route: '/sitemap-[part].xml', type: 'endpoint' } as RouteData
  const pages = await pathsOf(xml, { getStaticPaths: () => [{ params: { part: '2026' } }] })
  expect(pages).toMatchObject([{ file: 'sitemap-2026.xml' }])
})

test.each([
  ['props', () => [{ params: { jaar: '1', maand: '1' }, props: { title: 'x' } }]],
  ['a missing parameter', () => [{ params: { jaar: '1' } }]],
  ['a number', () => [{ params: { jaar: 2026, maand: '1' } }]],
])('%s would be lost, so it is refused with the name of the page', async (_, getStaticPaths) => {
  await expect(pathsOf(route, { getStaticPaths } as never)).rejects.toThrow('src/pages/x.astro')
})

test('so is pagination', async () => {
  const getStaticPaths = ({ paginate }: { paginate: (list: unknown[]) => unknown }) => paginate([])
  await expect(pathsOf(route, { getStaticPaths } as never)).rejects.toThrow('paginate()')
})
