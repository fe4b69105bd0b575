/**
 * Whether an address of the admin panel shows what is of the wijk somebody works in, and nothing that he types: home, a list, the
 * files, who did what. Only these are loaded again when another wijk is chosen. Elsewhere somebody may be in the middle of something.
 */
export function followsWijk(pathname: string): boolean {
  return /^\/admin(\/|\/content-manager\/collection-types\/[^/]+\/?|\/plugins\/upload\/?|\/wie-deed-wat\/?)?$/.test(
    pathname,
  )
}
