import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { explained } from '../entries/explained.ts'
import { soundTexts } from '../entries/sound-text.ts'

/**
 * The door for all that is sent: texts come in without what cannot be kept or shown, an address that asks for such a thing is
 * refused, and an error that Strapi or the database says in English goes out as a sentence for an editor.
 * Must stand after `strapi::body`, which reads what is sent.
 */
const soundRequests: Core.MiddlewareFactory =
  (_, { strapi }) =>
  async (ctx, next) => {
    if (/%00/.test(ctx.url))
      throw new errors.ApplicationError(
        'In dit adres staat een teken dat niet kan. Ga terug en probeer het nog eens.',
      )
    const request = ctx.request as { body?: unknown }
    request.body = isForm(ctx) ? soundForm(request.body) : soundTexts(request.body)
    try {
      await next()
    } catch (error) {
      const { model } = (ctx.params ?? {}) as { model?: unknown }
      const said = explained(error, { path: ctx.path, uid: typeof model === 'string' ? model : null })
      // What is no fault of whoever asks must still be found.
      if (said !== error && !(error instanceof errors.ApplicationError)) strapi.log.warn(String(error))
      throw said
    }
  }

const isForm = (ctx: { is(type: string): string | false | null }) => Boolean(ctx.is('multipart'))

/** In a form what is said of a file is JSON in a text. */
function soundForm(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  return soundTexts(
    Object.fromEntries(
      Object.entries(body).map(([name, value]: [string, unknown]) => [
        name,
        Array.isArray(value) ? value.map(soundJson) : soundJson(value),
      ]),
    ),
  )
}

function soundJson(value: unknown): unknown {
  if (typeof value !== 'string' || !/\\[ubf]/.test(value)) return value
  try {
    return JSON.stringify(soundTexts(JSON.parse(value)))
  } catch {
    return value
  }
}

export default soundRequests
