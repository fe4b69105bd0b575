/** Whether a text is a domain as one is kept: lower case, without a scheme. The same as for sites: held equal by tests/architecture. */
export function isDomain(text: string): boolean {
  return /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(text)
}
