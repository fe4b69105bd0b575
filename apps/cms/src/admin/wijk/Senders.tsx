import { Box, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system'
import { useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { useFresh } from '../use-fresh.ts'
import { parseSenders, type SenderChoice } from './senders.ts'

/** No organisation has an empty documentId. */
const NOBODY = ''

/** For a professional: which organisation is the sender of what he makes, in each of his wijken. */
export function Senders() {
  const senders = useFresh('/wijkpers/me/senders', parseSenders)
  if (senders === 'loading' || senders === 'failed') return null
  const choices = senders.answer.filter(({ organisations }) => organisations.length > 0)
  if (choices.length === 0) return null
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingTop={5}>
      {choices.map((choice) => (
        <Choice key={`${choice.wijk} ${choice.organisation}`} choice={choice} />
      ))}
    </Flex>
  )
}

function Choice({ choice }: { readonly choice: SenderChoice }) {
  const { put } = useFetchClient()
  const { toggleNotification } = useNotification()
  const [chosen, setChosen] = useState(choice.organisation ?? NOBODY)

  async function choose(value: string | number) {
    const organisation = String(value)
    setChosen(organisation)
    try {
      await put('/wijkpers/me/sender', {
        wijk: choice.wijk,
        organisation: organisation === NOBODY ? null : organisation,
      })
      toggleNotification({ type: 'success', message: 'Opgeslagen' })
    } catch {
      setChosen(chosen)
      toggleNotification({ type: 'danger', message: 'Dat lukte niet. Probeer het nog eens.' })
    }
  }

  return (
    <Box maxWidth="30rem">
      <Field.Root hint="Deze organisatie staat als afzender bij wat je nieuw maakt. Per stuk kun je een andere kiezen.">
        <Field.Label>Je schrijft in {choice.name} namens</Field.Label>
        <SingleSelect value={chosen} onChange={(value) => void choose(value)}>
          {[{ documentId: NOBODY, name: 'Geen organisatie' }, ...choice.organisations].map(
            ({ documentId, name }) => (
              <SingleSelectOption key={documentId} value={documentId}>
                {name}
              </SingleSelectOption>
            ),
          )}
        </SingleSelect>
        <Field.Hint />
      </Field.Root>
    </Box>
  )
}
