/**
 * Dialogs in which somebody types. They do not stand where their button stands: when a phone is turned, Strapi swaps its side
 * panels for a drawer, and what is in them is made anew, closed and empty.
 */
import type { ReactNode } from 'react'

/** Draws the dialog, open; `close` takes it away. */
export type Dialog = (close: () => void) => ReactNode

let shown: Dialog | null = null
const listeners = new Set<() => void>()

/** Shows a dialog, in the place of one that is open. */
export function openDialog(dialog: Dialog): void {
  show(dialog)
}

export function closeDialog(): void {
  show(null)
}

export const dialogShown = (): Dialog | null => shown

export function onDialog(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function show(dialog: Dialog | null): void {
  shown = dialog
  for (const listener of listeners) listener()
}
