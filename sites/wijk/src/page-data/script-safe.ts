/** Data as JSON that can stand in a script element: no text can end the element or begin a comment in it. */
export function scriptSafe(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}
