// Strapi's own command line for what serves nobody: `build` and `ts:generate-types`. Both read the settings of a
// running CMS, so they get stand-ins. A process of its own, because Strapi removes our exit handlers.
const { spawnSync } = require('node:child_process')
const { mkdtempSync, rmSync } = require('node:fs')
const { tmpdir } = require('node:os')
const path = require('node:path')

const SETTINGS = [
  'APP_KEYS',
  'API_TOKEN_SALT',
  'ADMIN_JWT_SECRET',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'CMS_TOKEN',
  'HINT_SECRET',
  'PREVIEW_SECRET',
]
const data = mkdtempSync(path.join(tmpdir(), 'wijkpers-build-'))
const standIns = Object.fromEntries(SETTINGS.map((name) => [name, 'of-a-build-that-serves-nobody']))
const program = path.join(path.dirname(require.resolve('@strapi/strapi/package.json')), 'bin', 'strapi.js')
try {
  const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
    cwd: path.resolve(__dirname, '..'),
    env: { ...process.env, ...standIns, WIJKPERS_DATA: data },
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
} finally {
  rmSync(data, { recursive: true, force: true })
}
