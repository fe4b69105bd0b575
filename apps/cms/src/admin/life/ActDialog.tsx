import { Button, Field, Flex, Modal, Textarea, TextInput, Typography } from '@strapi/design-system'
import { getFetchClient, useForm, useNotification } from '@strapi/strapi/admin'
import { useId, useState } from 'react'
import { WIJK } from '../../entries/entry-types.ts'
import { useAskAnew } from '../ask-anew.ts'
import { useKeptText } from '../dialogs/kept-text.ts'
import { openDialog } from '../dialogs/open-dialog.ts'
import { ACT_WORDS, type LifeAct } from './life.ts'

interface ActDialogProps {
  readonly act: LifeAct
  readonly wijk: string
  /** What was said last time that the site rested. */
  readonly why: string
  readonly contact: string
  /** What becomes of what was planned; null for nothing. */
  readonly plans: string | null
}

/** A button with a question: what follows, and for a rest what residents will read. */
export function ActButton(props: ActDialogProps) {
  const { label, isGrave } = ACT_WORDS[props.act]
  const isUnsaved = useForm('ActButton', ({ modified }) => modified)
  return (
    <Button
      variant={isGrave ? 'danger-light' : 'secondary'}
      fullWidth
      aria-haspopup="dialog"
      onClick={() => openDialog((close) => <ActDialog {...props} isUnsaved={isUnsaved} close={close} />)}
    >
      {label}
    </Button>
  )
}

function ActDialog({
  act,
  wijk,
  plans,
  why: whyBefore,
  contact: contactBefore,
  isUnsaved,
  close,
}: ActDialogProps & {
  /** Something was typed in the form that was not saved: it would be gone when the form takes in what the act changed. */
  readonly isUnsaved: boolean
  readonly close: () => void
}) {
  const { label, consequences, done, isGrave } = ACT_WORDS[act]
  const [isBusy, setBusy] = useState(false)
  const why = useKeptText(`why ${wijk}`, whyBefore)
  const contact = useKeptText(`contact ${wijk}`, contactBefore)
  const [error, setError] = useState<string>()
  const { toggleNotification } = useNotification()
  const askAnew = useAskAnew()
  const ids = useId()
  const isRest = act === 'pause'

  async function doIt() {
    setBusy(true)
    try {
      const words = isRest && { why: why.text, contact: contact.text }
      await getFetchClient().post('/wijkpers/life', { wijk, act, ...words })
      why.forget()
      contact.forget()
      toggleNotification({ type: 'success', message: done })
      close()
      // The form shows the old state.
      askAnew({ uid: WIJK, documentId: wijk })
    } catch (refused) {
      setError(refused instanceof Error ? refused.message : String(refused))
      setBusy(false)
    }
  }

  return (
    <Modal.Root open onOpenChange={close}>
      <Modal.Content onInteractOutside={(event) => event.preventDefault()}>
        <Modal.Header closeLabel="Sluiten">
          <Modal.Title>{label}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingLeft={4}>
              {[...consequences, ...(plans ? [plans] : [])].map((sentence) => (
                <Typography key={sentence} tag="li" style={{ listStyle: 'disc' }}>
                  {sentence}
                </Typography>
              ))}
            </Flex>
            {isRest && (
              <>
                <Field.Root id={`${ids}-why`} error={error} required>
                  <Field.Label>Waarom rust de site?</Field.Label>
                  <Textarea
                    value={why.text}
                    onChange={({ target }: { target: { value: string } }) => why.type(target.value)}
                    placeholder="De redactie stopt na vier mooie jaren. Wie neemt het over?"
                  />
                  <Field.Error />
                </Field.Root>
                <Field.Root id={`${ids}-contact`} hint="Leeg: het adres van de site zelf.">
                  <Field.Label>Wie kunnen mensen bellen of mailen?</Field.Label>
                  <TextInput
                    value={contact.text}
                    onChange={({ target }: { target: { value: string } }) => contact.type(target.value)}
                    placeholder="Petra van de gemeente, 019-555 01 40"
                  />
                  <Field.Hint />
                </Field.Root>
              </>
            )}
            {isUnsaved && (
              <Typography tag="p" fontWeight="bold" textColor="warning700">
                Je hebt in het formulier iets gewijzigd dat nog niet is opgeslagen. Sla dat eerst op.
              </Typography>
            )}
            {!isRest && error && (
              <Typography role="alert" textColor="danger700">
                {error}
              </Typography>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Modal.Close>
            <Button variant="tertiary">Annuleren</Button>
          </Modal.Close>
          <Button
            variant={isGrave ? 'danger' : 'default'}
            disabled={isUnsaved}
            loading={isBusy}
            onClick={() => void doIt()}
          >
            {label}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  )
}
