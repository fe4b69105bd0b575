import { Box, Button, Flex, Link, Typography } from '@strapi/design-system'
import { Layouts, Page, useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { isPublicType } from '../receipt/entry-on-screen.ts'
import { useFresh } from '../use-fresh.ts'
import { deedOf, parseTrail, placeOf, type TrailLine } from './trail.ts'

const PATH = '/wijkpers/trail/wijken'
const TITLE = 'Wie deed wat'

/** For operators and coaches: who did what in the wijk they work in, or in all of theirs. */
export default function TrailPage() {
  const newest = useFresh(PATH, parseTrail)
  const [older, setOlder] = useState<readonly TrailLine[]>([])
  const [isWhole, setWhole] = useState(false)
  const { get } = useFetchClient()
  const { toggleNotification } = useNotification()
  if (newest === 'loading') return <Page.Loading />
  if (newest === 'failed') return <Page.Error />
  const known = new Set(older.map(({ id }) => id))
  const lines = [...newest.answer.filter(({ id }) => !known.has(id)), ...older]

  async function more() {
    try {
      const { data } = await get(`${PATH}?before=${lines.at(-1)!.id}`)
      const next = parseTrail(data)
      if (next.length === 0) setWhole(true)
      setOlder([...lines.filter(({ id }) => known.has(id) || id < lines[0]!.id), ...next])
    } catch {
      toggleNotification({ type: 'danger', message: 'Dat lukte niet. Probeer het nog eens.' })
    }
  }

  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header
        title={TITLE}
        subtitle="Het nieuwste staat bovenaan. Wat oud is, wordt vanzelf vergeten."
      />
      <Layouts.Content>
        {lines.length === 0 ? (
          <Typography tag="p">Hier lees je straks wie wat deed.</Typography>
        ) : (
          <Box background="neutral0" hasRadius shadow="tableShadow" padding={6} marginBottom={8}>
            <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
              {lines.map((line) => (
                <Line key={line.id} line={line} now={newest.at} />
              ))}
            </Flex>
            {!isWhole && (
              <Box paddingTop={6}>
                <Button variant="secondary" onClick={() => void more()}>
                  Ouder tonen
                </Button>
              </Box>
            )}
          </Box>
        )}
      </Layouts.Content>
    </Page.Main>
  )
}

function Line({ line, now }: { readonly line: TrailLine; readonly now: Date }) {
  const { uid, documentId, title, kind, act } = line
  const isThere = isPublicType(uid) && act !== 'delete'
  return (
    <Flex tag="li" direction="column" alignItems="flex-start">
      <Typography tag="p" textColor="neutral800">
        {deedOf(line)}
      </Typography>
      {title !== '' &&
        (isThere ? (
          <Link tag={RouterLink} to={`/content-manager/collection-types/${uid}/${documentId}`}>
            {title}
          </Link>
        ) : (
          <Typography tag="p">{title}</Typography>
        ))}
      <Typography tag="p" variant="pi" textColor="neutral600">
        {[kind, placeOf(line, now)].filter(Boolean).join(' · ')}
      </Typography>
    </Flex>
  )
}
