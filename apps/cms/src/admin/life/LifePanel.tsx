import type { PanelComponent } from '@strapi/content-manager/strapi-admin'
import { Flex, Typography } from '@strapi/design-system'
import { useIsDesktop } from '@strapi/strapi/admin'
import { useState } from 'react'
import { useParams } from 'react-router-dom'
import { WIJK } from '../../entries/entry-types.ts'
import { NotNow } from '../NotNow.tsx'
import { versionOnScreen } from '../receipt/entry-on-screen.ts'
import { useDocumentOnScreen } from '../receipt/use-document-on-screen.ts'
import { useFresh } from '../use-fresh.ts'
import { ActButton } from './ActDialog.tsx'
import { colofonWords, parseLife, plannedWords, STATE_WORDS } from './life.ts'

/** Side panel of a wijk: where it is in its life, and the acts that bring it further. */
export const LifePanel: PanelComponent = ({ model, documentId, document, meta }) => {
  const isDesktop = useIsDesktop()
  if (!isDesktop || model !== WIJK || !documentId) return null
  const version = versionOnScreen(document, meta)
  return { title: 'Levensloop', content: <LifeBox key={documentId} wijk={documentId} version={version} /> }
}

/** The same under the buttons on a phone, where Strapi keeps its panels in a closed drawer. */
export function PhoneLife() {
  const { slug: model = '', id = 'create' } = useParams()
  const isDesktop = useIsDesktop()
  return isDesktop || model !== WIJK || id === 'create' ? null : <OnPhone key={id} wijk={id} />
}

function OnPhone({ wijk }: { readonly wijk: string }) {
  const { document, meta } = useDocumentOnScreen(WIJK, wijk)
  return <LifeBox wijk={wijk} version={versionOnScreen(document, meta)} />
}

function LifeBox({ wijk, version }: { readonly wijk: string; readonly version: string }) {
  const [tries, setTries] = useState(0)
  const query = new URLSearchParams({ wijk })
  const life = useFresh(`/wijkpers/life?${query}`, parseLife, `${version} ${tries}`)
  if (life === 'loading') return null
  if (life === 'failed' || life.answer === null) return <NotNow again={() => setTries(tries + 1)} />
  const { state, acts, wantsBuurtverbinder, isClosedByOperator, lacks, planned, why, contact } = life.answer
  const colofon = colofonWords(lacks, state)
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography tag="p" textColor="neutral800">
        {STATE_WORDS[state]}
      </Typography>
      {wantsBuurtverbinder && (
        <Typography tag="p" variant="pi" textColor="warning700">
          Te weinig mensen dragen deze site: liefst zijn jullie met twee. Op de site staat daarom dat jullie
          een buurtverbinder zoeken. Nodig iemand uit, dan gaat dat weg.
        </Typography>
      )}
      {colofon && (
        <Typography tag="p" fontWeight="bold" textColor="warning700">
          {colofon}
        </Typography>
      )}
      {isClosedByOperator && !acts.includes('begin') && (
        <Typography tag="p" textColor="neutral800">
          De platformbeheerder heeft deze site gesloten, en is de enige die hem weer kan openen. Vraag het de
          platformbeheerder.
        </Typography>
      )}
      {acts.map((act) => (
        <ActButton
          key={act}
          act={act}
          wijk={wijk}
          why={why}
          contact={contact}
          plans={plannedWords(act, planned, life.at)}
        />
      ))}
    </Flex>
  )
}
