import type { PanelComponent } from '@strapi/content-manager/strapi-admin'
import { Flex, Typography } from '@strapi/design-system'
import { useState } from 'react'
import { isPublicType, versionOnScreen } from '../receipt/entry-on-screen.ts'
import { NotNow } from '../NotNow.tsx'
import { useFresh } from '../use-fresh.ts'
import { deedOf, parseTrail, placeOf } from './trail.ts'

/** Side panel of the edit view: who did what to this entry, the newest first. */
export const TrailPanel: PanelComponent = ({ model, documentId, document, meta }) => {
  if (!isPublicType(model) || !documentId) return null
  // A save looks again at once.
  const version = versionOnScreen(document, meta)
  return {
    title: 'Wie deed wat',
    content: <Lines key={documentId} uid={model} documentId={documentId} version={version} />,
  }
}

interface LinesProps {
  readonly uid: string
  readonly documentId: string
  readonly version: string
}

function Lines({ uid, documentId, version }: LinesProps) {
  const [tries, setTries] = useState(0)
  const query = new URLSearchParams({ uid, documentId })
  const trail = useFresh(`/wijkpers/trail?${query}`, parseTrail, `${version} ${tries}`)
  if (trail === 'loading') return null
  if (trail === 'failed') return <NotNow again={() => setTries(tries + 1)} />
  if (trail.answer.length === 0)
    return (
      <Typography tag="p" variant="pi" textColor="neutral700">
        Er is nog niets bekend.
      </Typography>
    )
  return (
    <Flex
      tag="ul"
      direction="column"
      alignItems="stretch"
      gap={2}
      width="100%"
      maxHeight="20rem"
      overflow="auto"
    >
      {trail.answer.map((line) => (
        <Flex key={line.id} tag="li" direction="column" alignItems="flex-start">
          <Typography variant="pi" textColor="neutral800">
            {deedOf(line)}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {placeOf({ ...line, wijk: null }, trail.at)}
          </Typography>
        </Flex>
      ))}
    </Flex>
  )
}
