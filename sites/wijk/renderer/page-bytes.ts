/**
 * The bytes of a page as Astro hands them to its answer. Reading them back from a Response goes through a stream that
 * copies them twice, at a tenth of the price of a page; here nobody sends the answer, so it need not hold them.
 */
const bytesOf = new WeakMap<Response, Uint8Array>()

/** In this whole process, which does nothing but render. Answers that were not made of bytes are as ever. */
export function keepPageBytes(): void {
  const { Response } = globalThis
  globalThis.Response = class extends Response {
    constructor(body?: BodyInit | null, init?: ResponseInit) {
      super(body instanceof Uint8Array ? null : body, init)
      if (body instanceof Uint8Array) bytesOf.set(this, body)
    }
  }
}

export async function readPage(response: Response): Promise<Uint8Array> {
  return bytesOf.get(response) ?? new Uint8Array(await response.arrayBuffer())
}
