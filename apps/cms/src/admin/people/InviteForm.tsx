import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system'
import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState, type FormEvent } from 'react'
import { WijkChoice } from '../wijk/WijkChoice.tsx'
import { Handover } from './Handover.tsx'
import { faultsIn, type Invited, type People, whatBecame } from './people.ts'

type Given = Readonly<Record<'email' | 'firstname' | 'lastname' | 'role' | 'wijk', string>>

interface InviteFormProps extends Pick<People, 'roles' | 'wijken'> {
  readonly onInvited: () => void
}

/** Asks for a name, an address, a role and a wijk, and sends a letter with a link. */
export function InviteForm({ roles, wijken, onInvited }: InviteFormProps) {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const { _unstableFormatAPIError: inWords } = useAPIErrorHandler()
  const empty: Given = {
    email: '',
    firstname: '',
    lastname: '',
    role: roles[0]?.code ?? '',
    wijk: '',
  }
  const [given, setGiven] = useState(empty)
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [isBusy, setBusy] = useState(false)
  const [invited, setInvited] = useState<Parameters<typeof Handover>[0] | null>(null)
  // Those of the bar may have become others since one was chosen here.
  const wijk =
    wijken.length === 1
      ? wijken[0]!.documentId
      : (wijken.find(({ documentId }) => documentId === given.wijk)?.documentId ?? '')
  const change = (part: Partial<Given>) => setGiven((before) => ({ ...before, ...part }))

  async function invite(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setInvited(null)
    try {
      const { data } = await post<{ data: Invited }>('/wijkpers/people/invite', { ...given, wijk })
      const name = given.firstname
      const message = whatBecame(data.data, name)
      if (data.data.state === 'invited') setInvited({ name, ...data.data })
      if (message) toggleNotification({ type: 'success', message })
      setFaults({})
      setGiven(empty)
      onInvited()
    } catch (error) {
      const found = faultsIn(error)
      setFaults(found)
      if (Object.keys(found).length === 0)
        toggleNotification({ type: 'danger', message: inWords(error as Parameters<typeof inWords>[0]) })
    } finally {
      setBusy(false)
    }
  }

  const text = (name: 'email' | 'firstname' | 'lastname', label: string, autoComplete: string) => (
    <Field.Root name={name} error={faults[name]} required={name !== 'lastname'}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        type={name === 'email' ? 'email' : 'text'}
        autoComplete={autoComplete}
        value={given[name]}
        onChange={({ target }: { target: { value: string } }) => change({ [name]: target.value })}
      />
      <Field.Error />
    </Field.Root>
  )
  const role = roles.find(({ code }) => code === given.role)
  return (
    <form onSubmit={(event) => void invite(event)} noValidate>
      <Flex direction="column" alignItems="stretch" gap={4}>
        {text('firstname', 'Voornaam', 'off')}
        {text('lastname', 'Achternaam', 'off')}
        {text('email', 'E-mailadres', 'off')}
        <Field.Root name="role" error={faults.role} hint={role?.description} required>
          <Field.Label>Wat gaat hij of zij doen?</Field.Label>
          <SingleSelect value={given.role} onChange={(value) => change({ role: String(value) })}>
            {roles.map(({ code, name }) => (
              <SingleSelectOption key={code} value={code}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <Field.Hint />
          <Field.Error />
        </Field.Root>
        {wijken.length !== 1 && (
          <Field.Root name="wijk" error={faults.wijk} required>
            <Field.Label>In welke wijk?</Field.Label>
            <WijkChoice
              options={wijken}
              value={wijk}
              placeholder="Kies een wijk"
              onChange={(chosen) => change({ wijk: chosen })}
            />
            <Field.Error />
          </Field.Root>
        )}
        <Box>
          <Button type="submit" loading={isBusy} size="L">
            Uitnodigen
          </Button>
        </Box>
        {invited && <Handover {...invited} />}
      </Flex>
    </form>
  )
}
