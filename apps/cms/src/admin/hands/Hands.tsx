import type { PanelComponent } from '@strapi/content-manager/strapi-admin'
import { Flex, Typography } from '@strapi/design-system'
import { useForm, useIsDesktop } from '@strapi/strapi/admin'
import { useMemo } from 'react'
import { useParams } from 'react-router-dom'
import { entryTypeOf, type EntryKind } from '../../entries/entry-types.ts'
import { Mark } from '../receipt/Mark.tsx'
import { today } from '../time.ts'
import { warningsFor, type FormValues, type Warning } from './warnings.ts'

/** Side panel of the edit view: what somebody may want to look at again, while he types. It stops nobody. */
export const HandsPanel: PanelComponent = ({ model, activeTab }) => {
  const kind = entryTypeOf(model)?.kind
  if (!kind || activeTab === 'published') return null
  return { title: 'Meelezen', content: <Panel kind={kind} /> }
}

function Panel({ kind }: { readonly kind: EntryKind }) {
  const warnings = useWarnings(kind)
  const isDesktop = useIsDesktop()
  return (
    <div role={isDesktop ? 'status' : undefined} style={{ width: '100%' }}>
      {warnings.length > 0 ? (
        <Warnings warnings={warnings} />
      ) : (
        <Typography tag="p" variant="pi" textColor="neutral700">
          Valt er iets op, een dag die niet klopt of een plek die ontbreekt, dan lees je het hier.
        </Typography>
      )}
    </div>
  )
}

/** So many leave room to type on a phone; the others are in the drawer. */
const FIRST = 2

/** The same under the buttons on a phone, where Strapi keeps its panels in a closed drawer; nothing as long as nothing stands out. */
export function PhoneHands() {
  const { slug: uid = '' } = useParams()
  const isDesktop = useIsDesktop()
  const kind = entryTypeOf(uid)?.kind
  return isDesktop || !kind ? null : <Lines kind={kind} />
}

function Lines({ kind }: { readonly kind: EntryKind }) {
  const warnings = useWarnings(kind)
  return <div role="status">{warnings.length > 0 && <Warnings warnings={warnings.slice(0, FIRST)} />}</div>
}

function Warnings({ warnings }: { readonly warnings: readonly Warning[] }) {
  return (
    <Flex tag="ul" aria-label="Kijk hier nog eens naar" direction="column" alignItems="stretch" gap={2}>
      {warnings.map(({ key, text }) => (
        <Flex key={key} tag="li" alignItems="flex-start" gap={2}>
          <Flex height="2rem">
            <Mark kind="fair" />
          </Flex>
          <Typography textColor="neutral800">{text}</Typography>
        </Flex>
      ))}
    </Flex>
  )
}

function useWarnings(kind: EntryKind): readonly Warning[] {
  const values = useForm('Hands', (form) => form.values as FormValues)
  return useMemo(() => warningsFor(kind, values, today(new Date())), [kind, values])
}
