#!/usr/bin/env node
// The way in for every npm script: brings the pnpm that package.json names, and the
// Node of .node-version where the machine's own is older than engines.node, installs
// what the lockfile says, and runs the command. Both tools come from the npm registry
// and stay in npx's cache. Plain JavaScript, because the machine's Node may be 20.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8').trim()
const { engines, packageManager } = JSON.parse(read('package.json'))
const { arch, argv, platform, versions } = process
const isFirstTime = !existsSync(new URL('../node_modules/.modules.yaml', import.meta.url))

/** 2: starting again does not help. */
function giveUp(sentence, exitCode) {
  console.error(`\n${sentence}`)
  process.exit(exitCode)
}

if (Number(versions.node.split('.')[0]) < 20)
  giveUp(`Wijkpers heeft Node 20 of nieuwer nodig; dit is Node ${versions.node}.`, 2)

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

const env = { ...process.env, STRAPI_TELEMETRY_DISABLED: 'true', ASTRO_TELEMETRY_DISABLED: '1' }
// Asking npx takes seconds of processor time, so its answer is kept for as long as the tools are there.
const cache = join(root, 'node_modules', '.cache')
const note = join(cache, 'tools.json')
const commands = tools.length > 1 ? ['pnpm', 'node'] : ['pnpm']
const hasTools = (folder) => commands.every((command) => existsSync(join(folder, command)))
const kept = keptPath()
env.PATH = kept ?? pathOfNpx()

function keptPath() {
  try {
    const noted = JSON.parse(readFileSync(note, 'utf8'))
    if (noted.tools !== tools.join() || !hasTools(noted.folder)) return null
    return [noted.folder, join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  } catch {
    return null
  }
}

function pathOfNpx() {
  const packages = tools.map((tool) => `--package=${tool}`)
  const npx = ['--yes', '--prefer-offline', ...packages, '--', 'node', '-p', 'process.env.PATH']
  try {
    return execFileSync('npx', npx, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim()
  } catch {
    return giveUp(
      `${tools.join(' en ')} kon niet worden opgehaald. Is er een verbinding met het npm-register?`,
      1,
    )
  }
}

function keepPath() {
  const folder = env.PATH.split(delimiter).find((each) => each.includes('_npx') && hasTools(each))
  if (!folder) return
  try {
    mkdirSync(cache, { recursive: true })
    writeFileSync(note, JSON.stringify({ tools: tools.join(), folder }))
  } catch {
    // A full disk, for one: then npx is asked again.
  }
}

// A no-op when node_modules fits the lockfile.
const report = isFirstTime ? ['--reporter=append-only'] : ['--silent']
const install = spawnSync('pnpm', ['install', '--frozen-lockfile', '--prefer-offline', ...report], {
  cwd: root,
  env,
  stdio: ['ignore', process.stderr, 'inherit'],
})
if (install.status !== 0) {
  // It may be the tools that are broken: the next time npx is asked for them.
  rmSync(note, { force: true })
  giveUp('Het installeren is niet gelukt; hierboven staat waarom.', 1)
}
if (!kept) keepPath()

// What was compiled for one process is not compiled again for the next: the CMS starts in three quarters of the time.
env.NODE_COMPILE_CACHE ??= join(cache, 'node')

// Not through npx or pnpm where it can be helped: they don't hand signals on.
const [command, ...args] = argv.slice(2)
const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' })
child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]))

const stop = () => child.kill('SIGTERM')
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, stop)
// Ctrl-C reaches the child by itself; here it only must not end us before the child has.
process.on('SIGINT', () => undefined)
const parent = process.ppid
setInterval(() => process.ppid === parent || stop(), 500).unref()
