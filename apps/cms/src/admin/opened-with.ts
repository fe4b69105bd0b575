/** A row of an entry, draft or live, as the edit view and the lists have it. */
interface Row {
  readonly [field: string]: unknown
  readonly updatedAt?: unknown
  readonly publishedAt?: unknown
}

/**
 * When the draft was written that is on the screen: what an act says that takes text away, so that the CMS can refuse it when
 * somebody else has written since (src/trail). Also where the tab with what is live is open.
 */
export function openedWith(
  document: Row | undefined,
  meta?: { readonly availableStatus?: readonly Row[] | null | undefined },
): unknown {
  const rows = [document, ...(meta?.availableStatus ?? [])]
  const draft = rows.find((row) => row && !row.publishedAt)
  // A wijk has no draft.
  return (draft ?? document)?.updatedAt
}
