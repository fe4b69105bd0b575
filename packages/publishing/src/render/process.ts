/** One render process, asked one thing at a time or several at once. */
import { fork } from 'node:child_process'
import type { WijkId } from '@wijkpers/content'
import type { AtWork, ForgetRequest, RenderAnswer, RenderedSite, RenderRequest } from './protocol.ts'

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
}

/** Starts a render process for the site format at `entry`. `onLost` is called once, when it ended by itself or was silent for longer than `timeoutMs`. */
export function startRenderProcess(entry: string, timeoutMs: number, onLost: () => void) {
  const pending = new Map<
    number,
    { resolve: (answer: RenderedSite) => void; reject: (error: Error) => void; isAtWork: () => void }
  >()
  let lastId = 0
  let isLost = false
  const child = fork(new URL('./child.ts', import.meta.url), [entry], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.on('message', (answer: RenderAnswer | AtWork) => {
    const waiting = pending.get(answer.id)
    if (!waiting) return
    if ('isAtWork' in answer) waiting.isAtWork()
    else if ('failure' in answer)
      waiting.reject(new RenderFailedError(answer.failure.page, answer.failure.message))
    else {
      const { id: _, ...site } = answer
      waiting.resolve(site)
    }
  })
  child.on('error', (error) => lose(`failed: ${error.message}`))
  child.on('exit', (code, signal) => lose(`ended with ${signal ?? code}`))

  function lose(how: string): void {
    if (isLost) return
    isLost = true
    onLost()
    for (const { reject } of pending.values())
      reject(new RendererLostError(`[render] the render process ${how}`))
  }

  return {
    pid: child.pid,
    pending: () => pending.size,
    /** Throws RenderFailedError and RendererLostError. */
    async ask(request: Omit<RenderRequest, 'id'>): Promise<RenderedSite> {
      const id = ++lastId
      const { promise, resolve, reject } = Promise.withResolvers<RenderedSite>()
      const overdue = setTimeout(() => {
        lose(`was silent for ${timeoutMs / 1000} seconds`)
        child.kill('SIGKILL')
      }, timeoutMs)
      pending.set(id, { resolve, reject, isAtWork: () => overdue.refresh() })
      try {
        if (isLost) throw new RendererLostError('[render] the render process is gone')
        child.send(
          { ...request, id } satisfies RenderRequest,
          (error) => error && lose(`was not reached: ${error.message}`),
        )
        return await promise
      } finally {
        clearTimeout(overdue)
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
