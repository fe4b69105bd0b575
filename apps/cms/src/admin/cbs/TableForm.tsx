import { Button, Field, Flex, Link, TextInput, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useState, type FormEvent } from 'react'
import { FilePicker } from '../FilePicker.tsx'
import { faultsIn } from '../people/people.ts'
import { yearIn, type Areas } from './areas.ts'
import { readCsv } from './read-csv.ts'

const SOURCE = 'https://www.cbs.nl/nl-nl/reeksen/publicatie/kerncijfers-wijken-en-buurten'

/** Reads the table of the CBS in, or another year of it, so that the form above fills in name and gemeente. */
export function TableForm({
  table,
  onRead,
}: {
  readonly table: Pick<Areas, 'vintage' | 'count'>
  readonly onRead: () => void
}) {
  const { post } = useFetchClient()
  const [file, setFile] = useState<File | null>(null)
  const [year, setYear] = useState('')
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [done, setDone] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function readIn(event: FormEvent) {
    event.preventDefault()
    setDone(null)
    if (!file) return setFaults({ file: 'Kies eerst het bestand.' })
    setBusy(true)
    try {
      const read = readCsv(new Uint8Array(await file.arrayBuffer()))
      if ('fault' in read) return setFaults({ file: read.fault })
      const sent = { vintage: Number(year), rows: read.rows }
      const { data } = await post<{ data: { vintage: number; count: number } }>('/wijkpers/cbs', sent)
      setFaults({})
      setDone(`Ingelezen: ${data.data.count} wijken en buurten van ${data.data.vintage}.`)
      onRead()
    } catch (error) {
      const found = faultsIn(error)
      setFaults(
        Object.keys(found).length > 0 ? found : { file: 'Het inlezen is niet gelukt. Probeer het nog eens.' },
      )
    } finally {
      setBusy(false)
    }
  }

  return (
    <form onSubmit={(event) => void readIn(event)} noValidate>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p">
          {table.vintage === null
            ? 'Met deze lijst vul je hierboven naam, gemeente en code in één keer in. Hij hoeft maar één keer ingelezen te worden.'
            : `De lijst van ${table.vintage} is ingelezen: ${table.count} wijken en buurten. Een nieuwe lijst komt ervoor in de plaats; wijken die er al zijn, veranderen niet.`}
        </Typography>
        <Typography tag="p">
          Haal het csv-bestand ‘Kerncijfers wijken en buurten’ bij het{' '}
          <Link href={SOURCE} isExternal>
            CBS
          </Link>
          . Dat mag iedereen gebruiken (CC BY 4.0).
        </Typography>
        <Field.Root id="cbs-file" name="file" error={faults['file']}>
          <Field.Label>Bestand van het CBS</Field.Label>
          <FilePicker
            id="cbs-file"
            accept=".csv,text/csv"
            action="Kies het bestand"
            describedBy="cbs-file-error"
            onPick={(picked) => {
              setFile(picked)
              if (picked) setYear((before) => yearIn(picked.name) || before)
            }}
          />
          <Field.Error />
        </Field.Root>
        <Field.Root name="vintage" error={faults['vintage']}>
          <Field.Label>Jaar van de lijst</Field.Label>
          <TextInput
            inputMode="numeric"
            placeholder="2025"
            value={year}
            onChange={({ target }: { target: { value: string } }) => setYear(target.value)}
          />
          <Field.Error />
        </Field.Root>
        <Flex gap={4} wrap="wrap">
          <Button type="submit" variant="secondary" loading={isBusy}>
            Lees de lijst in
          </Button>
          <Typography role="status">{done}</Typography>
        </Flex>
      </Flex>
    </form>
  )
}
