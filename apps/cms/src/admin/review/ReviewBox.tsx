import { Box, Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system'
import { useAPIErrorHandler, useForm, useNotification } from '@strapi/strapi/admin'
import { useId, useState } from 'react'
import { useAskAnew } from '../ask-anew.ts'
import { useKeptText } from '../dialogs/kept-text.ts'
import { openDialog } from '../dialogs/open-dialog.ts'
import { Status } from '../receipt/Status.tsx'
import type { Telling } from './sentences.ts'
import { act } from './use-review.ts'

interface ReviewBoxProps {
  readonly uid: string
  readonly documentId: string | undefined
  readonly telling: Telling
  readonly canGiveBack: boolean
  readonly isPlanned: boolean
}

/** The state of a review, with the reason of who gave it back, and the way to do so. */
export function ReviewBox({ uid, documentId, telling, canGiveBack, isPlanned }: ReviewBoxProps) {
  const isModified = useForm('ReviewBox', ({ modified }) => modified)
  const onChange = useForm('ReviewBox', (form) => form.onChange)
  const askAnew = useAskAnew()
  // The form still holds the moment, and would plan it again; what is typed stays.
  const forgetMoment = () => {
    if (!isPlanned || !documentId) return
    if (isModified) onChange('publishAt', null)
    else askAnew({ uid, documentId })
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Box role="status">
        <Status text={telling.text} mood={telling.mood} />
      </Box>
      {telling.reason && (
        <Box
          tag="blockquote"
          paddingLeft={3}
          borderStyle="solid"
          borderWidth="0 0 0 3px"
          borderColor="primary600"
        >
          <Typography tag="p" textColor="neutral800" style={{ whiteSpace: 'pre-line' }}>
            {telling.reason}
          </Typography>
        </Box>
      )}
      {canGiveBack && documentId && (
        <Button
          variant="secondary"
          fullWidth
          aria-haspopup="dialog"
          onClick={() =>
            openDialog((close) => (
              <GiveBack uid={uid} documentId={documentId} onGivenBack={forgetMoment} close={close} />
            ))
          }
        >
          Teruggeven
        </Button>
      )}
    </Flex>
  )
}

interface GiveBackProps {
  readonly uid: string
  readonly documentId: string
  readonly onGivenBack: () => void
  readonly close: () => void
}

function GiveBack({ uid, documentId, onGivenBack, close }: GiveBackProps) {
  const reason = useKeptText(`giveBack ${documentId}`)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const { toggleNotification } = useNotification()
  const { _unstableFormatAPIError: inWords } = useAPIErrorHandler()
  const hintId = useId()

  async function giveBack() {
    setBusy(true)
    try {
      await act('giveBack', { uid, documentId }, reason.text)
      reason.forget()
      close()
      onGivenBack()
      toggleNotification({
        type: 'success',
        message: 'Teruggegeven. De schrijver leest wat je erbij schreef.',
      })
    } catch (refused) {
      setError(inWords(refused as Parameters<typeof inWords>[0]))
      setBusy(false)
    }
  }

  return (
    <Modal.Root open onOpenChange={close}>
      <Modal.Content onInteractOutside={(event) => event.preventDefault()}>
        <Modal.Header closeLabel="Sluiten">
          <Modal.Title>Teruggeven aan de schrijver</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Field.Root id={hintId} error={error} required>
            <Field.Label>Wat moet er nog gebeuren?</Field.Label>
            <Textarea
              value={reason.text}
              onChange={({ target }: { target: { value: string } }) => reason.type(target.value)}
              placeholder="Mooi stuk! Kun je erbij schrijven hoe laat het begint?"
            />
            <Field.Hint />
            <Field.Error />
          </Field.Root>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">Annuleren</Button>
          </Modal.Close>
          <Button loading={isBusy} onClick={() => void giveBack()}>
            Teruggeven
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  )
}
