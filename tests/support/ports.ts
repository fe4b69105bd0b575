import { once } from 'node:events'
import { createServer } from 'node:http'

/**
 * Where ports to give away lie: below those that a system hands out by itself (Linux from 32,768, others from 49,152), so that no
 * outgoing connection and nobody who listens on port 0 takes one between here and its first use, or while its process is down. Above
 * those of docs/interfaces.md and all that browsers refuse (https://fetch.spec.whatwg.org/#port-blocking).
 */
const FIRST = 15_000
/** Each process that runs test files gives away its own: Vitest numbers them, from 1 up to `maxWorkers`. */
const BLOCKS = 8
const PER_BLOCK = 2_000
/** About as many as one test file asks for. */
const PER_FILE = 8

const first = FIRST + (Number(process.env['VITEST_POOL_ID'] ?? 0) % BLOCKS) * PER_BLOCK
// A file begins elsewhere than the one before it, of which something may still end, and than another run on this machine.
let next = process.pid * PER_FILE

/** Ports that nobody uses now and no other test file gets, each another one. */
export async function freePorts(count: number): Promise<number[]> {
  const ports: number[] = []
  for (let tries = 0; ports.length < count; tries++) {
    if (tries === PER_BLOCK) throw new Error(`no ${count} ports are free from ${first} on`)
    const port = first + (next++ % PER_BLOCK)
    if (await isFree(port)) ports.push(port)
  }
  return ports
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch {
    return false
  }
  await new Promise((resolve) => server.close(resolve))
  return true
}
