/** What went wrong, for operators: with each reason beneath it that it does not give itself, such as that of a fetch. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  let told = error.message
  for (let { cause } = error; cause instanceof Error; { cause } = cause)
    // Many lines are not a reason but all that was found, such as what does not fit a schema.
    if (!told.includes(cause.message) && !cause.message.includes('\n')) told += ` (${cause.message})`
  return told
}
