/**
 * Our file server beside nginx on the same bytes, asked over connections that stay open. Whoever asks is on the same
 * machine, so it is the processor time of the server that counts, not how long it took.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publish } from '../../apps/file-server/src/testing/a-served-store.ts'
import { startFileServer } from '../../tests/file-server/a-file-server.ts'
import { openStore } from '@wijkpers/releases'
import { findNginx, startNginx } from '../nginx.ts'
import { during } from '../progress.ts'
import { defineBench, type Findings } from './bench.ts'
import { cpuMsOf } from './cpu.ts'
import { startFleet } from './fleet.ts'
import { inTurns, median, round, spread } from './samples.ts'

const CONNECTIONS = 16
const HOST = 'maat.localhost'

interface Sample {
  readonly perCpuSecond: number
  readonly perSecond: number
}

export const files = defineBench({
  choices: { pages: '300', requests: '10000', rounds: '5' },
  async run(choices): Promise<Findings> {
    const site = await during('een site maken', () => makeSite(Number(choices.pages)))
    const folder = mkdtempSync(join(tmpdir(), 'wijkpers-files-'))
    const store = openStore(join(folder, 'releases'))
    await publish(store, 'maat', site, { host: HOST })
    store.close()
    const ours = await startFileServer(folder)
    const program = findNginx()
    const nginx = program ? await startNginx(program, site) : null
    try {
      const paths = Object.keys(site)
        .filter((path) => path.endsWith('index.html'))
        .map((path) => `/${path.replace(/index\.html$/, '')}`)
      const ask = (port: number, pid: number, header: string) => () =>
        measure({ port, pid, header, paths, requests: Number(choices.requests) })
      const servers = { wijkpers: { port: ours.port, pid: ours.child.pid! }, ...(nginx && { nginx }) }
      const asks = { page: '', 'page, gzip': 'accept-encoding: gzip\r\n' }
      const rows: Record<string, string | number | null>[] = []
      for (const [asked, header] of Object.entries(asks)) {
        const samples = await during(`${asked}: ${choices.rounds} keer`, () =>
          inTurns(
            Number(choices.rounds),
            Object.fromEntries(
              Object.entries(servers).map(([name, { port, pid }]) => [name, ask(port, pid, header)]),
            ),
          ),
        )
        for (const [server, taken] of Object.entries(samples)) {
          const perCpu = taken.map(({ perCpuSecond }) => perCpuSecond)
          const others = samples['nginx']?.map(({ perCpuSecond }) => perCpuSecond)
          rows.push({
            asked,
            server,
            per_cpu_s: round(median(perCpu), 0),
            middle_half: spread(perCpu, 0),
            per_s: round(median(taken.map(({ perSecond }) => perSecond)), 0),
            times_nginx: others ? round(median(perCpu) / median(others), 2) : null,
          })
        }
      }
      const ratioOf = (asked: string) =>
        Number(rows.find((row) => row['asked'] === asked)?.['times_nginx'] ?? Number.NaN)
      const figures = nginx
        ? { page_times_nginx: ratioOf('page'), gzip_times_nginx: ratioOf('page, gzip') }
        : {}
      return {
        figures,
        tables: {
          servers: {
            title: `Answers per second of the server's processor time, ${paths.length} pages over ${CONNECTIONS} connections`,
            rows,
            note: nginx
              ? `${nginx.version}, one process, files on disk; ours looks up each path in the index of releases.`
              : 'nginx is absent on this machine (Debian: apt install nginx-light), so there is nothing beside ours.',
          },
        },
        summary: nginx
          ? `Per processor second our file server answers ${figures.page_times_nginx} times what nginx does, with gzip ${figures.gzip_times_nginx} times.`
          : 'nginx is absent: only our own file server was measured.',
      }
    } finally {
      await nginx?.[Symbol.asyncDispose]()
      ours.child.kill('SIGKILL')
      await ours.end
      rmSync(folder, { recursive: true, force: true })
    }
  },
})

async function makeSite(pages: number): Promise<Record<string, Buffer>> {
  await using fleet = await startFleet({
    wijken: 1,
    pages,
    processes: 1,
    now: new Date('2026-11-28T10:00:00Z'),
  })
  const [wijk] = fleet.ids
  await fleet.publish(wijk!)
  return Object.fromEntries(
    Array.from(fleet.store.files(wijk!), ([path, { hash }]) => [
      path,
      readFileSync(fleet.store.objectPath(hash)),
    ]),
  )
}

interface Load {
  readonly port: number
  readonly pid: number
  /** A request header, with its line end; empty for none. */
  readonly header: string
  readonly paths: readonly string[]
  readonly requests: number
}

async function measure({ port, pid, header, paths, requests }: Load): Promise<Sample> {
  const before = cpuMsOf(pid)
  const started = performance.now()
  let asked = 0
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const socket = connect(port, '127.0.0.1')
      while (asked < requests) {
        const path = paths[asked++ % paths.length]!
        socket.write(`GET ${path} HTTP/1.1\r\nhost: ${HOST}\r\n${header}\r\n`)
        await wholeAnswer(socket, path)
      }
      socket.destroy()
    }),
  )
  const seconds = (performance.now() - started) / 1000
  return { perSecond: asked / seconds, perCpuSecond: (1000 * asked) / (cpuMsOf(pid) - before) }
}

/** Reads one answer to its end. Rejects when it is another than 200. */
function wholeAnswer(socket: Socket, path: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let text = ''
  const take = (part: Buffer) => {
    text += part.toString('latin1')
    const head = text.indexOf('\r\n\r\n')
    if (head < 0) return
    const length = /^content-length: (\d+)/im.exec(text.slice(0, head))?.[1]
    const isWhole =
      length === undefined ? text.endsWith('0\r\n\r\n') : text.length >= head + 4 + Number(length)
    if (!isWhole) return
    socket.off('data', take)
    if (text.startsWith('HTTP/1.1 200 ')) resolve()
    else reject(new Error(`${path}: ${text.slice(0, text.indexOf('\r\n'))}`))
  }
  const ended = () => reject(new Error(`${path}: the connection was closed`))
  socket.on('data', take).on('close', ended)
  return promise.finally(() => socket.off('close', ended))
}
