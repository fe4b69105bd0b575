import { rm } from 'node:fs/promises'
import type { Core } from '@strapi/strapi'

interface TemporaryFile {
  readonly filepath?: string
}

/**
 * Removes what the body parser wrote to the temporary folder. Must stand before `strapi::body`, which parses
 * multipart for every address, also without a login, and removes only a field called `files`.
 */
const removeTemporaryFiles: Core.MiddlewareFactory = () => async (ctx, next) => {
  try {
    await next()
  } finally {
    const files = Object.values((ctx.request.files ?? {}) as Record<string, TemporaryFile | TemporaryFile[]>)
    for (const { filepath } of files.flat()) if (filepath) await rm(filepath, { force: true })
  }
}

export default removeTemporaryFiles
