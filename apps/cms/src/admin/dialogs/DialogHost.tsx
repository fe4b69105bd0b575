import { useEffect, useSyncExternalStore } from 'react'
import { useLocation } from 'react-router-dom'
import { closeDialog, dialogShown, onDialog } from './open-dialog.ts'

/** Where the dialogs of open-dialog.ts are; one does not outlive the page that it is about. */
export function DialogHost() {
  const dialog = useSyncExternalStore(onDialog, dialogShown)
  const { pathname } = useLocation()
  useEffect(() => closeDialog, [pathname])
  return <>{dialog?.(closeDialog)}</>
}
