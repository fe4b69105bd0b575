/** Whether an address of the admin panel is the form of one entry, where somebody may have typed something. */
export function isOnEntry(pathname: string): boolean {
  return /\/content-manager\/collection-types\/[^/]+\/[^/]+/.test(pathname)
}
