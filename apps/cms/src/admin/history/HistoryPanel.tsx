import type { PanelComponent } from '@strapi/content-manager/strapi-admin'
import { Button, Dialog, Flex, Typography } from '@strapi/design-system'
import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useMe } from '../me/use-me.ts'
import { isEntry, versionOnScreen } from '../receipt/entry-on-screen.ts'
import { when } from '../time.ts'
import { useFresh } from '../use-fresh.ts'
import { parseVersions, type EarlierVersion } from './versions.ts'

/** Side panel of the edit view: what this entry said before, and a way back. */
export const HistoryPanel: PanelComponent = ({ model, documentId, document, meta }) => {
  const me = useMe()
  if (!isEntry(model) || !documentId || !me?.may('publish')) return null
  const version = versionOnScreen(document, meta)
  return { title: 'Eerdere versies', content: <Versions key={version} uid={model} documentId={documentId} /> }
}

function Versions({ uid, documentId }: { readonly uid: string; readonly documentId: string }) {
  const query = new URLSearchParams({ uid, documentId })
  const versions = useFresh(`/wijkpers/versions?${query}`, parseVersions)
  if (versions === 'loading' || versions === 'failed') return null
  // The newest is what is online.
  const earlier = versions.answer.slice(1)
  if (earlier.length === 0)
    return (
      <Typography tag="p" variant="pi" textColor="neutral700">
        Wat je publiceert, wordt bewaard. Je kunt er later naar terug.
      </Typography>
    )
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3} width="100%">
      {earlier.map((version) => (
        <Version key={version.id} version={version} uid={uid} documentId={documentId} now={versions.at} />
      ))}
    </Flex>
  )
}

interface VersionProps {
  readonly version: EarlierVersion
  readonly uid: string
  readonly documentId: string
  readonly now: Date
}

function Version({ version: { id, at, who }, uid, documentId, now }: VersionProps) {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const { _unstableFormatAPIError: inWords } = useAPIErrorHandler()
  const moment = when(at, now)

  async function restore() {
    try {
      await post('/wijkpers/versions/restore', { uid, documentId, version: id })
      // The form holds what it was opened with.
      location.reload()
    } catch (error) {
      toggleNotification({ type: 'danger', message: inWords(error as Parameters<typeof inWords>[0]) })
    }
  }

  return (
    <Flex tag="li" direction="column" alignItems="flex-start" gap={1}>
      <Typography tag="p" variant="pi" textColor="neutral800">
        {`Gepubliceerd ${moment}${who ? ` door ${who}` : ''}`}
      </Typography>
      <Dialog.Root>
        <Dialog.Trigger>
          <Button variant="tertiary" size="S" aria-label={`Versie terugzetten die is gepubliceerd ${moment}`}>
            Terugzetten
          </Button>
        </Dialog.Trigger>
        <Dialog.Content>
          <Dialog.Header>Deze versie terugzetten?</Dialog.Header>
          <Dialog.Body>
            Wat er nu in het formulier staat, wordt vervangen. Op de site verandert niets tot je publiceert.
          </Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button variant="tertiary" fullWidth>
                Annuleren
              </Button>
            </Dialog.Cancel>
            <Dialog.Action>
              <Button fullWidth onClick={() => void restore()}>
                Terugzetten
              </Button>
            </Dialog.Action>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </Flex>
  )
}
