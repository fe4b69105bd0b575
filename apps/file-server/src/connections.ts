import { once } from 'node:events'
import type { Server, ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'

/** The connections of a server, so that it can stop without cutting anybody short. */
export interface Connections {
  readonly isStopping: boolean
  /** Takes no more connections, ends each one when its answers are sent, and all of them after `stopMs`. */
  stop(stopMs: number): Promise<void>
}

export function connectionsOf(server: Server): Connections {
  const open = new Set<Socket>()
  const answers = new Set<ServerResponse>()
  let isStopping = false

  const isIdle = (socket: Socket) => !Array.from(answers).some((answer) => answer.req.socket === socket)

  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  server.on('request', ({ socket }, response) => {
    answers.add(response)
    response.once('close', () => {
      answers.delete(response)
      if (isStopping && isIdle(socket)) socket.destroySoon()
    })
  })

  return {
    get isStopping() {
      return isStopping
    },
    async stop(stopMs) {
      isStopping = true
      const closed = once(server, 'close')
      // Not http's own close: it destroys connections whose answer is written but still on its way to the reader.
      NetServer.prototype.close.call(server)
      for (const socket of open) if (isIdle(socket)) socket.destroySoon()
      const force = setTimeout(() => server.closeAllConnections(), stopMs)
      await closed
      clearTimeout(force)
    },
  }
}
