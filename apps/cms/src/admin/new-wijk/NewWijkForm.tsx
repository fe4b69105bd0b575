import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useRef, useState, type FormEvent } from 'react'
import { isCbsCode } from '../../cbs/code.ts'
import { parseAreas, type Area } from '../cbs/areas.ts'
import { AreaSearch } from '../cbs/AreaSearch.tsx'
import { Card } from '../home/Card.tsx'
import { faultsIn, type Invited } from '../people/people.ts'
import { LogoField } from './LogoField.tsx'

/** What the CMS answers when a wijk was made. */
export interface Made {
  readonly documentId: string
  readonly name: string
  readonly url: string
  readonly invitations: readonly ({ readonly name: string } & Invited)[]
}

const EMPTY = {
  name: '',
  municipality: '',
  cbsCode: '',
  cbsVintage: '',
  colour: '#1f5f4f',
  contactEmail: '',
  publisherName: '',
  publisherAddress: '',
}
const REQUIRED: ReadonlySet<string> = new Set(['name', 'contactEmail', 'publisherName', 'publisherAddress'])
const NOBODY = { firstname: '', email: '' }

/** Everything that is asked of a new wijk; with a table of the CBS, of that year, a code or a name fills in the rest. */
export function NewWijkForm({
  vintage,
  onMade,
}: {
  /** Null while there is no table. */
  readonly vintage: number | null
  readonly onMade: (made: Made) => void
}) {
  const { get, post } = useFetchClient()
  const [given, setGiven] = useState(EMPTY)
  const [logo, setLogo] = useState<File | null>(null)
  // Sent once, however often the rest of the form is refused.
  const sent = useRef(new WeakMap<File, number>())
  const [people, setPeople] = useState([NOBODY, NOBODY])
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  // What somebody typed himself stays as he wrote it.
  const filled = useRef({ name: '', municipality: '' })
  function fill({ code, name, municipality }: Area) {
    const own = filled.current
    filled.current = { name, municipality }
    setGiven((before) => ({
      ...before,
      name: ['', own.name].includes(before.name) ? name : before.name,
      municipality: ['', own.municipality].includes(before.municipality) ? municipality : before.municipality,
      cbsCode: code,
      cbsVintage: String(vintage),
    }))
  }
  // What is in the field now: an answer may come when it holds another code.
  const typedCode = useRef('')

  async function fillByCode(text: string) {
    const code = text.trim().toUpperCase()
    typedCode.current = code
    if (vintage === null || !isCbsCode(code)) return
    const path = `/wijkpers/cbs?${new URLSearchParams({ search: code })}`
    // Without an answer he fills it in himself.
    const found = await get(path).then(
      ({ data }) => parseAreas(data).found,
      () => [],
    )
    const area = found.find((one) => one.code === code)
    if (area && typedCode.current === code) fill(area)
  }

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
    <Field.Root name={name} error={faults[name]} hint={more.hint} required={REQUIRED.has(name)}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        type={name === 'contactEmail' ? 'email' : 'text'}
        placeholder={more.placeholder}
        value={given[name]}
        onChange={({ target }: { target: { value: string } }) => {
          setGiven({ ...given, [name]: target.value })
          if (name === 'cbsCode') void fillByCode(target.value)
        }}
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
          {vintage !== null && <AreaSearch onPick={fill} />}
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
        <Card title="Wie geeft de site uit?">
          <Typography tag="p">
            Dat moet van de wet op elke site staan. Het komt in het colofon en is later te wijzigen.
          </Typography>
          {text('publisherName', 'Uitgever', {
            hint: 'Een stichting, een vereniging, de gemeente of een persoon.',
            placeholder: 'Stichting Molenwijk',
          })}
          {text('publisherAddress', 'Adres van de uitgever', {
            placeholder: 'Molenplein 1, 1234 AB Molendam',
          })}
        </Card>
        <Card title="De eerste mensen">
          <Typography tag="p">
            Liefst twee buurtverbinders: dan hangt de site niet aan één persoon. Zij krijgen een uitnodiging.
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
