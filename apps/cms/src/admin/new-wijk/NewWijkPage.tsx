import { Box, Button, Field, Flex, Link, TextInput, Typography } from '@strapi/design-system'
import { Layouts, Page, useFetchClient } from '@strapi/strapi/admin'
import { useRef, useState, type FormEvent } from 'react'
import { Card } from '../home/Card.tsx'
import { Handover } from '../people/Handover.tsx'
import { faultsIn } from '../people/people.ts'
import { LogoField } from './LogoField.tsx'

const TITLE = 'Nieuwe wijk'

interface Made {
  readonly name: string
  readonly url: string
  readonly invitations: readonly { readonly name: string; readonly link: string | null }[]
}

const EMPTY = {
  name: '',
  municipality: '',
  cbsCode: '',
  cbsVintage: '',
  colour: '#1f5f4f',
  contactEmail: '',
}
const NOBODY = { firstname: '', email: '' }

/** One form, and the site of a new wijk is online. */
export default function NewWijkPage() {
  const [made, setMade] = useState<Made | null>(null)
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header title={TITLE} subtitle="Na dit formulier staat de site online, nog zonder nieuws." />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8} maxWidth="50rem">
          {made ? <Ready made={made} onAgain={() => setMade(null)} /> : <Form onMade={setMade} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  )
}

function Ready({ made, onAgain }: { readonly made: Made; readonly onAgain: () => void }) {
  return (
    <Card title={`${made.name} is er`}>
      <Typography tag="p">
        De site komt over een paar tellen online: <Link href={made.url}>{made.url}</Link>
      </Typography>
      <Typography tag="p">
        Voor het team staan er drie dingen klaar om te schrijven: Over de wijk, Meedoen en het eerste bericht.
        Zet bij Wijken nog wie de uitgever is: dat moet in het colofon.
      </Typography>
      {made.invitations.map(({ name, link }) =>
        link === null ? (
          <Typography key={name} tag="p">
            {name} had al een account en hoort er nu bij.
          </Typography>
        ) : (
          <Handover key={name} name={name} link={link} />
        ),
      )}
      <Box>
        <Button variant="secondary" onClick={onAgain}>
          Nog een wijk
        </Button>
      </Box>
    </Card>
  )
}

function Form({ onMade }: { readonly onMade: (made: Made) => void }) {
  const { post } = useFetchClient()
  const [given, setGiven] = useState(EMPTY)
  const [logo, setLogo] = useState<File | null>(null)
  // Sent once, however often the rest of the form is refused.
  const sent = useRef(new WeakMap<File, number>())
  const [people, setPeople] = useState([NOBODY, NOBODY])
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function send(file: File): Promise<number> {
    const known = sent.current.get(file)
    if (known !== undefined) return known
    const form = new FormData()
    form.set('files', file, file.name)
    form.set('fileInfo', JSON.stringify({ name: file.name, alternativeText: `Logo van ${given.name}` }))
    const { data } = await post<readonly { readonly id: number }[], FormData>('/upload', form)
    const { id } = data[0]!
    sent.current.set(file, id)
    return id
  }

  async function make(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    try {
      const { data } = await post<{ data: Made }>('/wijkpers/wijken', {
        ...given,
        logo: logo && (await send(logo)),
        people,
      })
      onMade(data.data)
    } catch (error) {
      const found = faultsIn(error)
      setFaults(found)
      setProblem(error instanceof Error ? error.message : String(error))
      setBusy(false)
    }
  }

  const text = (
    name: keyof typeof EMPTY,
    label: string,
    more: { hint?: string; placeholder?: string } = {},
  ) => (
    <Field.Root name={name} error={faults[name]} hint={more.hint} required={name === 'name'}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        type={name === 'contactEmail' ? 'email' : 'text'}
        placeholder={more.placeholder}
        value={given[name]}
        onChange={({ target }: { target: { value: string } }) => setGiven({ ...given, [name]: target.value })}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  )
  const change = (index: number, part: Partial<typeof NOBODY>) =>
    setPeople(people.map((person, at) => (at === index ? { ...person, ...part } : person)))

  return (
    <form onSubmit={(event) => void make(event)} noValidate>
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Card title="De wijk">
          {text('name', 'Naam', {
            hint: 'Het adres van de site maken we uit de naam.',
            placeholder: 'Molenwijk',
          })}
          {text('municipality', 'Gemeente', { placeholder: 'Molendam' })}
          {text('cbsCode', 'CBS-code', { hint: 'WK met 6 cijfers of BU met 8. Je mag dit leeg laten.' })}
          {text('cbsVintage', 'Jaar van de CBS-code', { placeholder: '2026' })}
          <LogoField fault={faults['logo']} onPick={setLogo} />
          {text('colour', 'Kleur', {
            hint: 'Een # met zes cijfers of letters. De site maakt er leesbare tinten van.',
          })}
          {text('contactEmail', 'E-mailadres van de redactie', { hint: 'Staat op de site.' })}
        </Card>
        <Card title="De eerste mensen">
          <Typography tag="p">
            Liefst twee buurtverbinders: dan hangt de site niet aan één persoon. Zij krijgen een mail.
          </Typography>
          {people.map((person, index) => (
            <Flex key={index} direction="column" alignItems="stretch" gap={3}>
              <Field.Root name={`firstname-${index}`} error={faults[`people.${index}.firstname`]}>
                <Field.Label>{`Voornaam van persoon ${index + 1}`}</Field.Label>
                <TextInput
                  value={person.firstname}
                  onChange={({ target }: { target: { value: string } }) =>
                    change(index, { firstname: target.value })
                  }
                />
                <Field.Error />
              </Field.Root>
              <Field.Root name={`email-${index}`} error={faults[`people.${index}.email`]}>
                <Field.Label>{`E-mailadres van persoon ${index + 1}`}</Field.Label>
                <TextInput
                  type="email"
                  value={person.email}
                  onChange={({ target }: { target: { value: string } }) =>
                    change(index, { email: target.value })
                  }
                />
                <Field.Error />
              </Field.Root>
            </Flex>
          ))}
        </Card>
        {problem && (
          <Typography role="alert" textColor="danger700">
            {problem}
          </Typography>
        )}
        <Box>
          <Button type="submit" loading={isBusy} size="L">
            Maak deze wijk
          </Button>
        </Box>
      </Flex>
    </form>
  )
}
