import type { PanelComponent } from '@strapi/content-manager/strapi-admin'
import { Button, Flex, Link, Typography } from '@strapi/design-system'
import { useAPIErrorHandler, useFetchClient, useForm } from '@strapi/strapi/admin'
import { useState } from 'react'
import { inWords } from '../../planning/words.ts'
import { isEntry, versionOnScreen } from '../receipt/entry-on-screen.ts'
import { ShareLink } from '../share/ShareLink.tsx'

/** Side panel of the edit view: the draft on the real site, by a link that can be shared for a while. */
export const PreviewPanel: PanelComponent = ({ model, documentId, document, meta, activeTab }) => {
  if (!isEntry(model) || activeTab === 'published') return null
  return {
    title: 'Voorbeeld',
    content: documentId ? (
      <PreviewBox
        uid={model}
        documentId={documentId}
        version={versionOnScreen(document, meta)}
        writtenAt={document?.updatedAt}
      />
    ) : (
      <Typography tag="p" variant="pi" textColor="neutral700">
        Sla het eerst op. Daarna bekijk je hier hoe het er op de site uitziet.
      </Typography>
    ),
  }
}

interface Preview {
  readonly url: string
  readonly until: Date
  /** When the draft that it shows was written. */
  readonly of: string
}
type State = 'none' | 'busy' | Preview | { readonly error: string }

interface PreviewProps {
  readonly uid: string
  readonly documentId: string
  readonly version: string
  /** The draft on screen, ISO in UTC. */
  readonly writtenAt: string | undefined
}

function PreviewBox({ uid, documentId, version, writtenAt }: PreviewProps) {
  const { post } = useFetchClient()
  const { _unstableFormatAPIError: inDutch } = useAPIErrorHandler()
  const isModified = useForm('Preview', ({ modified }) => modified)
  const [state, setState] = useState<State>('none')
  const [seen, setSeen] = useState(version)
  // What was made before a save does not show it. One that was made just after a save does: the screen only hears of that
  // save a moment later.
  if (version !== seen) {
    setSeen(version)
    const isOfThis = typeof state === 'object' && 'of' in state && state.of === writtenAt
    if (state !== 'busy' && !isOfThis) setState('none')
  }

  async function make() {
    setState('busy')
    // Opened while the click lasts: later on a browser would stop it.
    const tab = window.open('about:blank', '_blank')
    try {
      const { data } = await post<{ data: { url: string; until: string; of: string } }>('/wijkpers/preview', {
        uid,
        documentId,
      })
      const { url, until, of } = data.data
      setState({ url, until: new Date(until), of })
      tab?.location.replace(url)
    } catch (error) {
      tab?.close()
      setState({ error: inDutch(error as Parameters<typeof inDutch>[0]) })
    }
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Button variant="secondary" fullWidth loading={state === 'busy'} onClick={() => void make()}>
        Voorbeeld bekijken
      </Button>
      {isModified && (
        <Typography tag="p" variant="pi" textColor="neutral700">
          Je ziet wat je het laatst hebt opgeslagen.
        </Typography>
      )}
      <div role="status">{typeof state === 'object' && <Made state={state} />}</div>
    </Flex>
  )
}

function Made({ state }: { readonly state: Exclude<State, string> }) {
  if ('error' in state)
    return (
      <Typography tag="p" textColor="danger600">
        {state.error}
      </Typography>
    )
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Link href={state.url} target="_blank" rel="noopener">
        Open het voorbeeld (nieuw tabblad)
      </Link>
      <ShareLink title="Voorbeeld" url={state.url} />
      <Typography tag="p" variant="pi" textColor="neutral700">
        Een buur mee laten kijken? Stuur deze link. Hij werkt tot {inWords(state.until, new Date())}.
      </Typography>
    </Flex>
  )
}
