import { errors } from '@strapi/utils'

/** What is wrong at one field; a field of a component has the path `photo.alt`, in a list `photos.0.alt`. */
export interface Fault {
  readonly path: string
  /** For the editor: what is wrong and what to do, in plain Dutch. */
  readonly message: string
}

/** A refusal that the admin panel shows at the field `path` as well as on top. */
export function refusal(path: string, message: string): errors.ValidationError {
  return refusalOf([{ path, message }])
}

/** One refusal for all that is wrong, so that an editor has to publish but once more. */
export function refusalOf(faults: readonly Fault[]): errors.ValidationError {
  const message = [...new Set(faults.map((fault) => fault.message))].join(' ')
  const error = new errors.ValidationError(message, {
    errors: faults.map((fault) => ({
      path: fault.path.split('.'),
      message: fault.message,
      name: 'ValidationError',
    })),
  })
  inDutch.add(error)
  return error
}

const inDutch = new WeakSet<object>()

/** Whether an error is a refusal of ours, that says in plain Dutch what is wrong: Strapi's own are in English. */
export function isRefusal(error: unknown): error is errors.ValidationError {
  return typeof error === 'object' && error !== null && inDutch.has(error)
}

/**
 * A refusal of what somebody may not do, with status 403 and a sentence for him in plain Dutch. Not a ForbiddenError:
 * Strapi answers those with "Forbidden" and nothing else.
 */
export function forbidden(message: string): errors.PolicyError {
  return new errors.PolicyError(message)
}
