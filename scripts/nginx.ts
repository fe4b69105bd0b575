/** The nginx of this machine, when it has one, on a folder of files: to hold our file server beside it. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { freePorts } from '../tests/support/ports.ts'
import { untilAnswers } from './wait.ts'

export interface Nginx extends AsyncDisposable {
  readonly port: number
  /** It is one process. */
  readonly pid: number
  readonly version: string
}

/** Null when this machine has none. */
export function findNginx(): string | null {
  const places = ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx']
  return places.find((place) => existsSync(place)) ?? null
}

/** nginx as one would set it up for a site of files: tags, gzip for text, an own page for what is not there. */
export async function startNginx(
  program: string,
  site: Readonly<Record<string, string | Uint8Array>>,
): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'wijkpers-nginx-'))
  const [port = 0] = await freePorts(1)
  for (const [path, body] of Object.entries(site)) {
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
  ${temporary} access_log off; absolute_redirect off; server_tokens off; keepalive_requests 1000000;
  types { text/html html; text/plain txt; text/css css; application/json json; image/webp webp; }
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
  await untilAnswers(`http://127.0.0.1:${port}/`)
  return {
    port,
    pid: child.pid!,
    version: spawnSync(program, ['-v'], { encoding: 'utf8' })
      .stderr.replace(/^.*nginx\//, 'nginx ')
      .trim(),
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
