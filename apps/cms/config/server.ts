import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import { required } from '../src/settings/required.ts'

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => {
  // Beside the database, not above it: what lies in this folder is served.
  const folder = path.join(required('WIJKPERS_DATA'), 'cms', 'public')
  // Strapi does not start without it.
  mkdirSync(path.join(folder, 'uploads'), { recursive: true })
  return {
    host: env('HOST', '127.0.0.1'),
    port: env.int('CMS_PORT', 1337),
    app: { keys: required('APP_KEYS').split(',') },
    dirs: { public: folder },
    // Whoever calls stands in what the TLS proxy before us adds, and there alone: by its own address all would be one, and five wrong
    // passwords of a stranger would keep an editor out.
    ...(env('ADMIN_URL')?.startsWith('https:') ? { proxy: { koa: true, maxIpsCount: 1 } } : {}),
    // Strapi's way to pull and push whole databases.
    transfer: { remote: { enabled: false } },
    logger: { startup: { enabled: false }, updates: { enabled: false } },
  }
}
