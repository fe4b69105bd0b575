import { expect, test } from 'vitest'
import { nginxConf } from './nginx-conf.ts'
import { redirectsFile } from './site-rules.ts'

test('an address that was left takes what goes with it along, and no page of the site itself below it', () => {
  const rules = redirectsFile([
    ['agenda/week/index.html', { movedTo: '/agenda/feest/' }],
    ['agenda/week/2026-w48/index.html', {}],
    ['organisaties/brug/index.html', { movedTo: '' }],
    ['prikbord/soort/index.html', { movedTo: '' }],
  ])
  expect(rules.split('\n')).toEqual([
    '/agenda/week /agenda/feest/ 301!',
    '/agenda/week/ /agenda/feest/ 301!',
    '/agenda/week.ics /agenda/feest.ics 301!',
    '/organisaties/brug /410/ 410!',
    '/organisaties/brug/ /410/ 410!',
    '/organisaties/brug/rss.xml /410/ 410!',
    '/organisaties/brug/feed.json /410/ 410!',
    '/organisaties/brug/agenda.ics /410/ 410!',
    '/prikbord/soort /410/ 410!',
    '/prikbord/soort/ /410/ 410!',
    '/agenda/week/2026-w48 /agenda/week/2026-w48/ 301',
    '',
  ])
})

test('nginx does not show the rules for other hosts that lie beside the files: they name every address that was left', () => {
  const about = { root: '/site', listen: '80', serverName: '_', isHttps: false }
  const conf = nginxConf({ ...about, files: [['index.html', {}]] })
  for (const name of ['_headers', '_redirects'])
    expect(conf).toContain(`location = "/${name}" { return 404; }`)
})
