/**
 * The bucket target on OpenStack Swift, which speaks S3 and judges every signature: a second server, of other makers than the
 * one in our tests. It runs by itself, in a folder that goes when it ends.
 */
import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { parseWijkId } from '@wijkpers/content'
import { createS3Target } from '@wijkpers/deploy'
import { type Delta, TargetRefusedError } from '@wijkpers/publishing'
import { AwsClient } from 'aws4fetch'
import { freePorts } from '../../tests/support/ports.ts'
import { until } from '../wait.ts'
import { type Judge, missing } from './judge.ts'

export const s3: Judge = { about: 'the bucket target, on OpenStack Swift with s3api', run }

/** Debian's own, for which its packages are. */
const PYTHON = '/usr/bin/python3'
const PARTS = ['proxy', 'account', 'container', 'object'] as const
const KEYS = { accessKeyId: 'proef:proef', secretAccessKey: 'geheim' }
const REGION = 'us-east-1'
const HOST = 'molenwijk.wijk.test'
const WIJK = parseWijkId('molenwijk0000')

/** Paths that are signed in one way and written in another, and an empty file. */
const site: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>Molenwijk</title>',
  'nieuws/één dag/index.html': 'één dag',
  "foto/a b+c&d'(e)!*~.webp": 'foto',
  'x=1,2;3@4/index.html': 'tekens',
  '_astro/een.css': 'body{}',
  'rss.xml': '<rss/>',
  'leeg.txt': '',
}

async function run() {
  const version = versionOfSwift()
  if (!version)
    return missing(
      'OpenStack Swift',
      'On Debian: apt install swift-proxy swift-account swift-container swift-object; its services need not run.',
    )
  await using swift = await startSwift()
  const folder = mkdtempSync(join(tmpdir(), 's3-target-'))
  try {
    return {
      kind: 'judged' as const,
      by: `OpenStack Swift ${version}`,
      faults: await faultsAt(swift.bucketUrl, folder),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function faultsAt(url: string, folder: string): Promise<string[]> {
  const faults: string[] = []
  const open = (notes: string, secretAccessKey = KEYS.secretAccessKey) =>
    createS3Target({
      ...KEYS,
      secretAccessKey,
      url,
      region: REGION,
      folder: join(folder, notes),
      keepAssetsMs: 0,
    })
  const client = new AwsClient({ ...KEYS, region: REGION, service: 's3', retries: 0 })
  const made = await client.fetch(url, { method: 'PUT' })
  if (!made.ok) return [`a bucket cannot be made: ${made.status} ${await made.text()}`]

  async function expectSite(when: string, files: Readonly<Record<string, string>>): Promise<void> {
    for (const path of new Set([...Object.keys(site), ...Object.keys(files)])) {
      const key = path.split('/').map(encoded).join('/')
      const response = await client.fetch(`${url}/${HOST}/${key}`)
      const is = response.ok ? await response.text() : response.status
      if (is !== (files[path] ?? 404)) faults.push(`${when}: ${path} is ${is}`)
      const keeps = response.headers.get('cache-control')
      if (response.ok && !keeps) faults.push(`${when}: ${path} has no cache-control`)
    }
  }

  const target = open('notes')
  const first = await target.publish(delta(0, site))
  await expectSite('published', site)
  const { 'rss.xml': _, ...without } = site
  const next = { ...without, 'index.html': 'anders' }
  const second = await target.publish(delta(first, { 'index.html': 'anders' }, ['rss.xml']))
  await expectSite('changed', next)
  const live = await open('lost notes').live(WIJK)
  if (live?.release !== second || live.files.size !== Object.keys(next).length)
    faults.push(`without notes it finds release ${live?.release} with ${live?.files.size} files`)
  const wanted = new Map(delta(0, next).put.map((file) => [file.path, file]))
  const compared = async () => JSON.stringify(await target.intervention!(WIJK, wanted))
  const none = await compared()
  if (none !== '{"missing":[],"different":[],"leftOver":[]}')
    faults.push(`compared when all is well: ${none}`)
  for (const [method, path] of [
    ['PUT', 'x=1,2;3@4/index.html'],
    ['DELETE', 'nieuws/één dag/index.html'],
    ['PUT', 'reclame/één &<dag>/index.html'],
  ] as const) {
    const key = path.split('/').map(encoded).join('/')
    const { ok } = await client.fetch(
      `${url}/${HOST}/${key}`,
      method === 'PUT' ? { method, body: 'Koop' } : { method },
    )
    if (!ok) faults.push(`${method} ${path} is refused`)
  }
  const found = await compared()
  const right = JSON.stringify({
    missing: ['nieuws/één dag/index.html'],
    different: ['x=1,2;3@4/index.html'],
    leftOver: ['reclame/één &<dag>/index.html'],
  })
  if (found !== right) faults.push(`compared when somebody was there: ${found}`)
  const again = Object.fromEntries(
    ['nieuws/één dag/index.html', 'x=1,2;3@4/index.html'].map((path) => [path, site[path]!]),
  )
  await target.publish({ ...delta(0, again), after: second - 1 })
  await expectSite('put right', next)
  if ((await compared()) !== none) faults.push(`compared when it was put right: ${await compared()}`)
  const refused = await open('guessed', 'geraden')
    .publish(delta(second, { 'index.html': 'nooit' }))
    .catch((error: unknown) => error)
  if (!(refused instanceof TargetRefusedError && refused.refusal === 'credentials'))
    faults.push(`with another secret: ${String(refused)}`)
  await expectSite('refused', next)
  await target.publish({ ...delta(second, {}, Object.keys(next)), site: null })
  await expectSite('taken down', {})
  return faults
}

function delta(base: number, put: Readonly<Record<string, string>>, remove: readonly string[] = []): Delta {
  return {
    wijk: WIJK,
    site: { slug: 'molenwijk', name: 'Molenwijk', url: `http://${HOST}` },
    revision: base + 1,
    format: 'vorm',
    validity: { from: '2026-03-01T12:00:00.000Z', until: null },
    base,
    after: 0,
    put: Object.entries(put).map(([path, text]) => {
      const body = Buffer.from(text)
      const hash = createHash('sha256').update(body).digest('hex')
      return { path, hash, size: body.length, body: () => Promise.resolve(body) }
    }),
    remove,
  }
}

const encoded = (part: string) =>
  encodeURIComponent(part).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

function python(code: string, ...args: string[]): string {
  return execFileSync(PYTHON, ['-c', code, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

/** Null where there is none. */
function versionOfSwift(): string | null {
  try {
    return python(
      'import swift, swift.proxy.server, swift.account.server, swift.container.server, swift.obj.server; print(swift.__version__)',
    ).trim()
  } catch {
    return null
  }
}

/** Where Swift looks for its main settings is fixed in its code, so that is said first. */
const SERVE = `
import sys
import swift.common.utils
swift.common.utils.SWIFT_CONF_FILE = sys.argv[1]
from swift.common.wsgi import run_wsgi
sys.exit(run_wsgi(sys.argv[2], sys.argv[3]))`
/** One copy on one device. */
const RING = `
import sys
from swift.common.ring import RingBuilder
ring = RingBuilder(4, 1, 1)
ring.add_dev({'region': 1, 'zone': 1, 'ip': '127.0.0.1', 'port': int(sys.argv[2]), 'device': 'schijf', 'weight': 1})
ring.rebalance()
ring.get_ring().save(sys.argv[1])`

async function startSwift(): Promise<AsyncDisposable & { readonly bucketUrl: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-swift-'))
  mkdirSync(join(folder, 'devices/schijf'), { recursive: true })
  const main = join(folder, 'swift.conf')
  writeFileSync(
    main,
    '[swift-hash]\nswift_hash_path_suffix = proef\n[storage-policy:0]\nname = schijf\ndefault = yes\n',
  )
  const ports = await freePorts(PARTS.length + 1)
  const nobody = ports.at(-1)!
  for (const [index, part] of PARTS.entries()) {
    const port = ports[index]!
    // The proxy is nobody's storage.
    if (part !== 'proxy') python(RING, join(folder, `${part}.ring.gz`), String(port))
    writeFileSync(join(folder, `${part}.conf`), settingsOf(part, { folder, port, nobody }))
  }
  const children = PARTS.map((part) => {
    const serving = ['-c', SERVE, main, join(folder, `${part}.conf`), `${part}-server`]
    return spawn(PYTHON, serving, { stdio: 'ignore' })
  })
  const bucketUrl = `http://127.0.0.1:${ports[0]}/wijken`
  const stop = async () => {
    const ends = children.filter(({ exitCode }) => exitCode === null).map((child) => once(child, 'exit'))
    for (const child of children) child.kill('SIGKILL')
    await Promise.all(ends)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await until('Swift to answer', async () => {
      if (children.some(({ exitCode }) => exitCode !== null)) throw new Error('a part of Swift ended')
      return (await fetch(new URL('/healthcheck', bucketUrl))).ok
    })
  } catch (error) {
    await stop()
    throw error
  }
  return { bucketUrl, [Symbol.asyncDispose]: stop }
}

interface Place {
  readonly folder: string
  readonly port: number
  /** A port where nobody listens: its cache is asked for and may be away. */
  readonly nobody: number
}

function settingsOf(part: (typeof PARTS)[number], { folder, port, nobody }: Place): string {
  const general = `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${userInfo().username}
swift_dir = ${folder}
devices = ${folder}/devices
mount_check = false
`
  if (part !== 'proxy')
    return `${general}[pipeline:main]\npipeline = ${part}-server\n[app:${part}-server]\nuse = egg:swift#${part}\n`
  return `${general}[pipeline:main]
pipeline = catch_errors healthcheck cache s3api tempauth proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:tempauth]
use = egg:swift#tempauth
user_proef_proef = ${KEYS.secretAccessKey} .admin
[filter:s3api]
use = egg:swift#s3api
allow_multipart_uploads = false
location = ${REGION}
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:healthcheck]
use = egg:swift#healthcheck
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:${nobody}
`
}
