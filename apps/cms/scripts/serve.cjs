// Starts what was compiled to dist/, as `strapi start` does, without the half second its command line takes
// and with one process to signal.
process.env.NODE_ENV ??= 'production'

const path = require('node:path')
const { createStrapi } = require('@strapi/strapi')

const appDir = path.resolve(__dirname, '..')
process.chdir(appDir)
void createStrapi({ appDir, distDir: path.join(appDir, 'dist') }).start()
