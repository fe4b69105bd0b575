/**
 * The bytes that the answer of an endpoint was made of. Reading them back from a Response goes through a stream that copies
 * them twice, at more than a tenth of the price of a feed; here nobody sends the answer, so it need not hold them.
 */
const bytesOf = new WeakMap<Response, Uint8Array>()
const encoder = new TextEncoder()

/** In this whole process, which does nothing but render. Answers that were made of neither bytes nor a text are as ever. */
export function keepPageBytes(): void {
  const { Response } = globalThis
  globalThis.Response = class extends Response {
    constructor(body?: BodyInit | null, init?: ResponseInit) {
      const bytes = typeof body === 'string' ? encoder.encode(body) : body
      super(bytes instanceof Uint8Array ? null : bytes, init)
      if (bytes instanceof Uint8Array) bytesOf.set(this, bytes)
      if (typeof body === 'string' && !this.headers.has('content-type'))
        this.headers.set('content-type', 'text/plain;charset=UTF-8')
    }
  }
}

export async function readPage(response: Response): Promise<Uint8Array> {
  return bytesOf.get(response) ?? new Uint8Array(await response.arrayBuffer())
}
