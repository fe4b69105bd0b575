/** The acceptance list of the file server, put to ours and to nginx side by side on the same files. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  acceptanceCases,
  acceptanceSite,
  faultsOf,
  pipeliningFaults,
} from '../../apps/file-server/src/testing/acceptance.ts'
import { aServedStore } from '../../apps/file-server/src/testing/a-served-store.ts'
import { untilAnswers } from '../wait.ts'
import { type Judge, missing } from './judge.ts'

export const nginx: Judge = { about: 'the file server, beside nginx on the same files', run }

async function run() {
  const program = ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find(existsSync)
  if (!program) return missing('nginx', 'On Debian: apt install nginx-light. On macOS: brew install nginx.')
  const version = /nginx\/(\S+)/.exec(spawnSync(program, ['-v'], { encoding: 'utf8' }).stderr)?.[1]
  await using other = await startNginx(program)
  const ours = await aServedStore()
  await ours.publish('molenwijk', acceptanceSite)

  const faults: string[] = []
  const remarks: string[] = []
  try {
    for (const each of acceptanceCases) {
      const found = await faultsOf(each, ours.port)
      if (found.length > 0) faults.push(`${each.name}: ours answers ${found.join(', ')}`)
      const others = await faultsOf(each, other.port)
      if (others.length > 0 && each.nginx)
        remarks.push(`${each.name}: nginx answers ${others.join(', ')}; ${each.nginx}`)
      // One of the two is wrong, and nobody has said which.
      if (others.length > 0 && !each.nginx) faults.push(`${each.name}: nginx answers ${others.join(', ')}`)
      if (others.length === 0 && each.nginx)
        faults.push(`${each.name}: nginx does as we do, though the list says: ${each.nginx}`)
    }
    for (const [who, { port }] of Object.entries({ ours, nginx: other }))
      faults.push(...(await pipeliningFaults(port)).map((fault) => `all at once: ${who} answers ${fault}`))
  } finally {
    await ours.close()
  }
  return {
    kind: 'judged' as const,
    by: `nginx ${version}, ${acceptanceCases.length} requests`,
    faults,
    remarks,
  }
}

/** nginx as one would set it up for a site of files: tags, gzip for text, an own page for what is not there. */
async function startNginx(program: string): Promise<AsyncDisposable & { port: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-nginx-'))
  const port = await freePort()
  for (const [path, body] of Object.entries(acceptanceSite)) {
    mkdirSync(dirname(join(folder, 'site', path)), { recursive: true })
    writeFileSync(join(folder, 'site', path), body)
  }
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(' ')
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events {}
http {
  ${temporary} access_log off; absolute_redirect off; server_tokens off;
  types { text/html html; text/plain txt; image/webp webp; }
  gzip on; gzip_vary on; gzip_min_length 256; gzip_types text/plain;
  server { listen 127.0.0.1:${port}; root ${folder}/site; error_page 404 /404.html; }
}
`,
  )
  const child = spawn(
    program,
    ['-c', join(folder, 'nginx.conf'), '-p', folder, '-e', join(folder, 'error.log')],
    {
      stdio: 'inherit',
    },
  )
  const ended = once(child, 'exit')
  await untilAnswers(`http://127.0.0.1:${port}/`, { seconds: 10 })
  return {
    port,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
