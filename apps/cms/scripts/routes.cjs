// Prints every route of what was compiled to dist/, as JSON: the tests of the walls walk them all.
process.env.NODE_ENV ??= 'production'

const path = require('node:path')
const { createStrapi } = require('@strapi/strapi')

const appDir = path.resolve(__dirname, '..')
process.chdir(appDir)

async function list() {
  const strapi = await createStrapi({ appDir, distDir: path.join(appDir, 'dist') }).load()
  strapi.server.mount()
  const routes = strapi.server.listRoutes().map(({ methods, path: address }) => ({ methods, path: address }))
  process.stdout.write(`${JSON.stringify(routes)}\n`, () => process.exit(0))
}

void list()
