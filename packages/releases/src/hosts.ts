import { domainToASCII } from 'node:url'

/** A host on which no site can answer. Trying again helps only after the setting or the domain was changed. */
export class InvalidHostError extends Error {
  override readonly name = 'InvalidHostError'
  readonly host: string
  constructor(host: string) {
    super(`[releases] ${JSON.stringify(host)} is not a host name such as molenwijk.localhost`)
    this.host = host
  }
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const hostName = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})*$`)

const international = /^[\p{L}\p{M}\p{N}.-]+$/u

/**
 * The host in a `Host` header, a setting or a domain, in the one form the store compares: lower case, ASCII,
 * without port and without a dot at the end. Null when it is no host name (an IPv6 address is none).
 */
export function hostOf(text: string): string | null {
  const bare = text.replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase()
  if (hostName.test(bare)) return bare
  // domainToASCII reads an address: of `a/b` it would answer `a`.
  if (!international.test(bare)) return null
  const ascii = domainToASCII(bare)
  return hostName.test(ascii) ? ascii : null
}
