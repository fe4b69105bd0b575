// Makes the tables of a new installation and ends: `wijkpers migrate` fills them.
process.env.NODE_ENV ??= 'production'
process.env.TZ = 'UTC'

const path = require('node:path')
const { createStrapi } = require('@strapi/strapi')

const appDir = path.resolve(__dirname, '..')
process.chdir(appDir)

async function make() {
  const strapi = await createStrapi({ appDir, distDir: path.join(appDir, 'dist') }).load()
  await strapi.destroy()
  process.exit(0)
}

make().catch((error) => {
  console.error(error)
  process.exit(1)
})
