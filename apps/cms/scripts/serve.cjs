// Starts what was compiled to dist/, as `strapi start` does, without the half second its command line takes
// and with one process to signal.
process.env.NODE_ENV ??= 'production'
// PostgreSQL's timestamps have no zone, and its driver writes and reads them in the zone of this process: the hour that comes
// twice in autumn would be one, and another zone tomorrow would move every moment.
process.env.TZ = 'UTC'

const path = require('node:path')
const { createStrapi } = require('@strapi/strapi')

// Whoever started us is gone, perhaps before we have started: nobody would end us, and the next start would find the port and the
// database in use. Strapi stops at the same sign as always; what hangs is cut off.
const leave = () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 8_000).unref()
}
process.once('disconnect', leave)
// Undefined where there never was a channel to us.
if (Object.is(process.connected, false)) leave()

const appDir = path.resolve(__dirname, '..')
process.chdir(appDir)
void createStrapi({ appDir, distDir: path.join(appDir, 'dist') }).start()
