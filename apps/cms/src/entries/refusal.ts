import { errors } from '@strapi/utils'

/**
 * A refusal that the admin panel shows at the field `path` as well as on top.
 * `message` is for the editor: what is wrong and what to do, in plain Dutch.
 */
export function refusal(path: string, message: string): errors.ValidationError {
  return new errors.ValidationError(message, {
    errors: [{ path: [path], message, name: 'ValidationError' }],
  })
}

/**
 * A refusal of what somebody may not do, with status 403 and a sentence for him in plain Dutch. Not a ForbiddenError:
 * Strapi answers those with "Forbidden" and nothing else.
 */
export function forbidden(message: string): errors.PolicyError {
  return new errors.PolicyError(message)
}
