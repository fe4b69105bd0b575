/** One render process, asked one thing at a time or several at once. */
import { fork } from 'node:child_process'
import type { WijkId } from '@wijkpers/content'
import type { AtWork, ForgetRequest, Ready, RenderAnswer, RenderedSite, RenderRequest } from './protocol.ts'

/** A page could not be rendered. Trying again helps only after an edit or a new site format. */
export class RenderFailedError extends Error {
  override readonly name = 'RenderFailedError'
  /** Address of the page on its site; null when it was not about one page. */
  readonly page: string | null
  constructor(page: string | null, message: string) {
    super(`[render] ${page ?? 'site'}: ${message}`)
    this.page = page
  }
}

/** The render process ended or did not answer in time. Trying again can help. */
export class RendererLostError extends Error {
  override readonly name = 'RendererLostError'
  /** Another wijk was being made when it ended: this one only waited there. */
  readonly isBystander: boolean
  /** Address of the page that it was at; null when that is not known, as of a wijk that it happens to for the first time. */
  readonly page: string | null
  constructor(
    message: string,
    { isBystander = false, page = null }: { isBystander?: boolean; page?: string | null } = {},
  ) {
    super(message)
    this.isBystander = isBystander
    this.page = page
  }
}

/** A site that a process was asked for. */
interface Asked {
  readonly wijk: WijkId
  readonly answer: Promise<RenderedSite>
  readonly resolve: (answer: RenderedSite) => void
  readonly reject: (error: Error) => void
  /** It is not silent: counts from now on again. */
  readonly wait: () => void
  /** Address of the page that it is at, if it says so. */
  page: string | null
}

export interface RenderProcessOptions {
  /** So long a silence is a long one, in milliseconds. */
  readonly longMs: number
  /** Longer than this no process may be silent, in milliseconds. */
  readonly timeoutMs: number
  /** Told of the wijk that it is at when it is silent for long. With true, who waits behind that goes elsewhere. */
  readonly onLong: (wijk: WijkId) => boolean
  /** Called once, when it ended by itself or was silent for longer than `timeoutMs`. */
  readonly onLost: () => void
}

/** Starts a render process for the site format at `entry`. */
export function startRenderProcess(
  entry: string,
  { longMs, timeoutMs, onLong, onLost }: RenderProcessOptions,
) {
  /** In the order in which they were asked, which is the order in which they are made. */
  const pending = new Map<number, Asked>()
  let lastId = 0
  let isLost = false
  // Until it has the format it can say nothing, however short its work.
  let isReady = false
  const child = fork(new URL('./child.ts', import.meta.url), [entry], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.on('message', (answer: RenderAnswer | AtWork | Ready) => {
    isReady = true
    if ('isReady' in answer) {
      for (const each of pending.values()) each.wait()
      return
    }
    const waiting = pending.get(answer.id)
    if (!waiting) return
    // Also for those behind it: they were not begun yet.
    for (const each of pending.values()) each.wait()
    if ('isAtWork' in answer) {
      waiting.page = answer.page ?? waiting.page
      return
    }
    if ('failure' in answer)
      waiting.reject(new RenderFailedError(answer.failure.page, answer.failure.message))
    else {
      const { id: _, ...site } = answer
      waiting.resolve(site)
    }
  })
  child.on('error', (error) => lose(`failed: ${error.message}`))
  child.on('exit', (code, signal) => lose(`ended with ${signal ?? code}`))

  /** `at` is what it was at; the one asked first when that is not known. */
  function lose(how: string, at = [...pending.keys()][0]): void {
    if (isLost) return
    isLost = true
    onLost()
    for (const [id, { reject, page }] of pending) {
      const message = `[render] ${page ?? 'site'}: the render process ${how}`
      reject(new RendererLostError(message, { isBystander: id !== at, page }))
    }
  }

  /** One that was asked this is silent: who waits behind it is told to go elsewhere, if there is a place. */
  function beLong(id: number, wijk: WijkId): void {
    const [at] = pending.keys()
    if (isLost || !isReady || id !== at || !onLong(wijk)) return
    for (const [each, { reject }] of pending)
      if (each !== id)
        reject(new RendererLostError('[render] the render process is silent', { isBystander: true }))
  }

  return {
    pid: child.pid,
    pending: () => pending.size,
    /** Whether it is making the site of another wijk. */
    isBusyWithout: (wijk: WijkId) => Array.from(pending.values()).some((asked) => asked.wijk !== wijk),
    /** Resolves when all that it was asked until now has ended. */
    async untilFree(): Promise<void> {
      await Promise.allSettled(Array.from(pending.values(), ({ answer }) => answer))
    },
    /** Throws RenderFailedError and RendererLostError. */
    async ask(request: Omit<RenderRequest, 'id'>): Promise<RenderedSite> {
      const id = ++lastId
      const { promise, resolve, reject } = Promise.withResolvers<RenderedSite>()
      const overdue = setTimeout(() => {
        lose(`was silent for ${timeoutMs / 1000} seconds`, id)
        child.kill('SIGKILL')
      }, timeoutMs)
      const long = setTimeout(() => {
        beLong(id, request.wijk)
        // Without a place for it now there may be one later.
        long.refresh()
      }, longMs)
      pending.set(id, {
        wijk: request.wijk,
        answer: promise,
        resolve,
        reject,
        page: null,
        wait() {
          overdue.refresh()
          long.refresh()
        },
      })
      try {
        if (isLost) throw new RendererLostError('[render] the render process is gone', { isBystander: true })
        child.send(
          { ...request, id } satisfies RenderRequest,
          (error) => error && lose(`was not reached: ${error.message}`),
        )
        return await promise
      } finally {
        clearTimeout(overdue)
        clearTimeout(long)
        pending.delete(id)
      }
    },
    forget(wijk: WijkId): void {
      if (!isLost) child.send({ forget: wijk } satisfies ForgetRequest)
    },
    end(): void {
      child.kill('SIGKILL')
    },
  }
}

export type RenderProcess = ReturnType<typeof startRenderProcess>
