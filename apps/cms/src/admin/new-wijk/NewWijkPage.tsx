import { Box, Button, Flex, Link, Typography } from '@strapi/design-system'
import { Layouts, Page } from '@strapi/strapi/admin'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { WIJK } from '../../entries/entry-types.ts'
import { parseAreas } from '../cbs/areas.ts'
import { TableForm } from '../cbs/TableForm.tsx'
import { Card } from '../home/Card.tsx'
import { Handover } from '../people/Handover.tsx'
import { whatBecame } from '../people/people.ts'
import { useFresh } from '../use-fresh.ts'
import { NewWijkForm, type Made } from './NewWijkForm.tsx'

const TITLE = 'Nieuwe wijk'

/** One form, and the site of a new wijk is online. */
export default function NewWijkPage() {
  const [made, setMade] = useState<Made | null>(null)
  const [reading, setReading] = useState(0)
  const fresh = useFresh(`/wijkpers/cbs?reading=${reading}`, parseAreas)
  const table = typeof fresh === 'string' ? null : fresh.answer
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header title={TITLE} subtitle="Na dit formulier staat de site online, nog zonder nieuws." />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8} maxWidth="50rem">
          {made ? (
            <Ready made={made} onAgain={() => setMade(null)} />
          ) : (
            <NewWijkForm vintage={table?.vintage ?? null} onMade={setMade} />
          )}
          {table && (
            <Card title="De lijst van het CBS">
              <TableForm table={table} onRead={() => setReading(reading + 1)} />
            </Card>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  )
}

function Ready({ made, onAgain }: { readonly made: Made; readonly onAgain: () => void }) {
  return (
    <Card title={`${made.name} is er`}>
      <Typography tag="p" role="status">
        De site komt over een paar tellen online: <Link href={made.url}>{made.url}</Link>
      </Typography>
      <Typography tag="p">
        Voor het team staan er drie dingen klaar om te schrijven: Over de wijk, Meedoen en het eerste bericht.
      </Typography>
      <Typography tag="p">
        Heeft de uitgever een KvK- of btw-nummer? Zet dat nog bij{' '}
        <Link tag={RouterLink} to={`/content-manager/collection-types/${WIJK}/${made.documentId}`}>
          Wijken, {made.name}
        </Link>
        .
      </Typography>
      {made.invitations.map(({ name, ...invited }) =>
        invited.state !== 'invited' ? (
          <Typography key={name} tag="p">
            {whatBecame(invited, name)}
          </Typography>
        ) : (
          <Handover key={name} name={name} {...invited} />
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
