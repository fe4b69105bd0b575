import { DialogHost } from './dialogs/DialogHost.tsx'
import { WijkBar } from './wijk/WijkBar.tsx'

/** What is there on every page, at every width. */
export function AbovePages() {
  return (
    <>
      <WijkBar />
      <DialogHost />
    </>
  )
}
