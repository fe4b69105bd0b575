/** A publisher of one release through netlify-cli, in a process of its own, for a test that kills it: `<api> <token> <folder>`. */
import { createNetlifyTarget } from '@wijkpers/deploy'
import { aDelta, firstFiles } from './a-delta.ts'

const [apiUrl = '', token = '', folder = ''] = process.argv.slice(2)
const target = createNetlifyTarget({
  folder,
  token,
  via: 'cli',
  isHttps: false,
  apiUrl,
  team: null,
  prefix: 'wijk-',
  perMinute: 1_000,
  perDay: 1_000,
  sitesUrl: null,
})
await target.publish(aDelta({ put: firstFiles }))
