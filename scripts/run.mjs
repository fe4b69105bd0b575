#!/usr/bin/env node
// The way in for every npm script: brings the pnpm that package.json names, and the
// Node of .node-version where the machine's own is older than engines.node, installs
// what the lockfile says, and runs the command. Both tools come from the npm registry
// and stay in npx's cache. Plain JavaScript, because the machine's Node may be 20.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8').trim()
const { engines, packageManager } = JSON.parse(read('package.json'))
const { arch, argv, platform, versions } = process
const isFirstTime = !existsSync(new URL('../node_modules/.modules.yaml', import.meta.url))

function giveUp(sentence) {
  console.error(`\n${sentence}`)
  process.exit(2)
}

if (Number(versions.node.split('.')[0]) < 20)
  giveUp(`Wijkpers heeft Node 20 of nieuwer nodig; dit is Node ${versions.node}.`)

const tools = [packageManager]
if (versions.node.localeCompare(engines.node.replace('>=', ''), 'en', { numeric: true }) < 0) {
  // The `node` package picks one of these in an install script; named outright,
  // they also work where install scripts are switched off.
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node'
  tools.push(`${prefix}-${platform}-${arch}@${read('.node-version')}`)
}
if (isFirstTime)
  console.error(
    `Even geduld: ${tools.join(' en ')} ophalen en alles installeren (eerste keer, ongeveer een minuut) …`,
  )

const packages = tools.map((tool) => `--package=${tool}`)
const env = { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true', ASTRO_TELEMETRY_DISABLED: '1' }
try {
  const npx = ['--yes', '--prefer-offline', ...packages, '--', 'node', '-p', 'process.env.PATH']
  env.PATH = execFileSync('npx', npx, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim()
} catch {
  giveUp(`${tools.join(' en ')} kon niet worden opgehaald. Is er een verbinding met het npm-register?`)
}

// A no-op when node_modules fits the lockfile.
const report = isFirstTime ? ['--reporter=append-only'] : ['--silent']
const install = spawnSync('pnpm', ['install', '--frozen-lockfile', '--prefer-offline', ...report], {
  cwd: root,
  env,
  stdio: ['ignore', process.stderr, 'inherit'],
})
if (install.status !== 0) giveUp('Het installeren is niet gelukt; hierboven staat waarom.')

// What was compiled for one process is not compiled again for the next: the CMS starts in three quarters of the time.
env.NODE_COMPILE_CACHE ??= fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url))

// Not through npx or pnpm where it can be helped: they don't hand signals on.
const [command, ...args] = argv.slice(2)
const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' })
child.on('exit', (code) => process.exit(code ?? 1))

const stop = () => child.kill('SIGTERM')
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, stop)
// Ctrl-C reaches the child by itself; here it only must not end us before the child has.
process.on('SIGINT', () => undefined)
const parent = process.ppid
setInterval(() => process.ppid === parent || stop(), 500).unref()
