import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { refusedFile } from './refused-file.ts'

/** Routes that take files. */
const ACTIONS = ['upload', 'uploadFiles', 'uploadFile', 'replaceFile']

/**
 * Says in Dutch why a file was refused and what can be done: Strapi says it in English, of type names.
 * To be called while registering, before the routes are made.
 */
export function explainRefusals(strapi: Core.Strapi): void {
  strapi.get('controllers').extend('plugin::upload.admin-upload', (controller: Core.Controller) => {
    const explained: Record<string, Core.ControllerHandler> = { ...controller }
    for (const action of ACTIONS) {
      const original = controller[action]
      if (!original) throw new Error(`[uploads] the upload controller has no ${action}`)
      explained[action] = async (ctx, next) => {
        try {
          return await original.call(controller, ctx, next)
        } catch (error) {
          if (isAboutTheFile(error)) throw refusedFile()
          throw error
        }
      }
    }
    return explained
  })
}

// Strapi's errors have no code of their own here; these are the sentences of 5.54.
function isAboutTheFile(error: unknown): boolean {
  return (
    error instanceof errors.PayloadTooLargeError ||
    (error instanceof errors.ApplicationError &&
      /not allowed|not a valid image|Validation failed|invalid characters/i.test(error.message))
  )
}
