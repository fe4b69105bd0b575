import { unstable_useDocumentActions as useDocumentActions } from '@strapi/content-manager/strapi-admin'
import { Button, Dialog } from '@strapi/design-system'
import { useState } from 'react'
import { openDialog } from '../dialogs/open-dialog.ts'

interface OnSite {
  readonly uid: string
  readonly documentId: string
}

/** Asks whether an entry should leave the site, and takes it off; its draft stays. */
export function askToTakeOff(entry: OnSite): void {
  openDialog((close) => <Question {...entry} close={close} />)
}

function Question({ uid, documentId, close }: OnSite & { readonly close: () => void }) {
  const { unpublish } = useDocumentActions()
  const [isBusy, setBusy] = useState(false)

  async function takeOff() {
    setBusy(true)
    const entry = { collectionType: 'collection-types', model: uid, documentId }
    await unpublish(entry).finally(close)
  }

  return (
    <Dialog.Root open onOpenChange={close}>
      <Dialog.Content>
        <Dialog.Header>Van de site halen?</Dialog.Header>
        <Dialog.Body>
          Bewoners zien dit dan niet meer. Het blijft hier bewaard: je kunt het later verbeteren en weer
          publiceren.
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button variant="tertiary" fullWidth>
              Annuleren
            </Button>
          </Dialog.Cancel>
          <Button variant="danger" fullWidth loading={isBusy} onClick={() => void takeOff()}>
            Van de site halen
          </Button>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  )
}
