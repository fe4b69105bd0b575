import { Button, Field, Flex, Modal, Typography } from '@strapi/design-system'
import { useAuth, useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { refreshMe } from '../me/use-me.ts'
import { WijkChoice } from '../wijk/WijkChoice.tsx'
import { offWords, placeInWords, type Colleague, type Place } from './people.ts'

interface TakeOffProps {
  readonly colleague: Colleague
  readonly onDone: () => void
}

/** Withdraws an invitation, or says that somebody does not belong any more: of which wijk, and what follows, is said before. */
export function TakeOff({ colleague, onDone }: TakeOffProps) {
  const [isOpen, setOpen] = useState(false)
  const { wijken } = colleague
  const [chosen, setChosen] = useState('')
  const [first] = wijken
  // Once it is asked, the question stays about this wijk, whatever is known anew meanwhile.
  const place = isOpen ? wijken.find(({ wijk }) => wijk === chosen) : first
  const isSelf = useAuth('TakeOff', ({ user }) => user?.id) === colleague.id
  if (!first) return null
  const { button, label } = offWords(colleague, place ?? first, isSelf)
  const ask = () => {
    setChosen(first.wijk)
    setOpen(true)
  }
  return (
    <>
      <Button variant="tertiary" aria-haspopup="dialog" aria-label={label} onClick={ask}>
        {button}
      </Button>
      <Modal.Root open={isOpen && place !== undefined} onOpenChange={setOpen}>
        {place && (
          <Question
            colleague={colleague}
            place={place}
            isSelf={isSelf}
            onChoose={setChosen}
            onDone={() => {
              setOpen(false)
              onDone()
            }}
          />
        )}
      </Modal.Root>
    </>
  )
}

interface QuestionProps extends TakeOffProps {
  readonly place: Place
  readonly isSelf: boolean
  readonly onChoose: (wijk: string) => void
}

function Question({ colleague, place, isSelf, onChoose, onDone }: QuestionProps) {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const navigate = useNavigate()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const { id, wijken } = colleague
  const { confirm, title, consequences, done } = offWords(colleague, place, isSelf)

  async function takeOff() {
    setBusy(true)
    setError(undefined)
    try {
      const { wijk, isLastKeeper } = place
      await post('/wijkpers/people/take-off', { person: id, wijk, knowsIsLast: isLastKeeper })
      toggleNotification({ type: 'success', message: done })
      onDone()
      if (!isSelf) return
      await refreshMe()
      navigate('/')
    } catch (refused) {
      setError(refused instanceof Error ? refused.message : String(refused))
      setBusy(false)
    }
  }

  return (
    <Modal.Content>
      <Modal.Header closeLabel="Sluiten">
        <Modal.Title>{title}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {wijken.length > 1 && (
            <Field.Root name="wijk">
              <Field.Label>Uit welke wijk?</Field.Label>
              <WijkChoice
                options={wijken.map((each) => ({ documentId: each.wijk, name: placeInWords(each) }))}
                value={place.wijk}
                onChange={onChoose}
              />
            </Field.Root>
          )}
          {consequences.map((sentence) => (
            <Typography key={sentence} tag="p">
              {sentence}
            </Typography>
          ))}
          {error && (
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
        <Button variant="danger" loading={isBusy} onClick={() => void takeOff()}>
          {confirm}
        </Button>
      </Modal.Footer>
    </Modal.Content>
  )
}
