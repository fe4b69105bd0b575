import type { PanelComponent } from '@strapi/content-manager/strapi-admin'
import { Button, Dialog, Flex, Typography } from '@strapi/design-system'
import { useAPIErrorHandler, useFetchClient, useForm, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { useAskAnew } from '../ask-anew.ts'
import { useMe } from '../me/use-me.ts'
import { NotNow } from '../NotNow.tsx'
import { openedWith } from '../opened-with.ts'
import { isEntry, versionOnScreen } from '../receipt/entry-on-screen.ts'
import { when } from '../time.ts'
import { useFresh } from '../use-fresh.ts'
import { parseVersions, type EarlierVersion } from './versions.ts'

/** Side panel of the edit view: what this entry said before, and a way back. */
export const HistoryPanel: PanelComponent = ({ model, documentId, document, meta }) => {
  const me = useMe()
  if (!isEntry(model) || !documentId || !me?.may('publish')) return null
  const opened: Opened = { uid: model, documentId, openedWith: openedWith(document, meta) }
  const version = versionOnScreen(document, meta)
  return {
    title: 'Eerdere versies',
    content: <Versions key={documentId} opened={opened} version={version} />,
  }
}

interface Opened {
  readonly uid: string
  readonly documentId: string
  /** When the draft was written that the form shows: the CMS puts nothing in the place of what somebody else wrote since. */
  readonly openedWith: unknown
}

function Versions({ opened, version }: { readonly opened: Opened; readonly version: string }) {
  const [tries, setTries] = useState(0)
  const { uid, documentId } = opened
  const query = new URLSearchParams({ uid, documentId })
  const versions = useFresh(`/wijkpers/versions?${query}`, parseVersions, `${version} ${tries}`)
  if (versions === 'loading')
    return (
      <Typography tag="p" variant="pi" textColor="neutral700">
        Bezig met ophalen…
      </Typography>
    )
  if (versions === 'failed') return <NotNow again={() => setTries(tries + 1)} />
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
      {earlier.map((one) => (
        <Version key={one.id} version={one} opened={opened} now={versions.at} />
      ))}
    </Flex>
  )
}

interface VersionProps {
  readonly version: EarlierVersion
  readonly opened: Opened
  readonly now: Date
}

function Version({ version: { id, at, who }, opened, now }: VersionProps) {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const { _unstableFormatAPIError: inWords } = useAPIErrorHandler()
  const askAnew = useAskAnew()
  const isUnsaved = useForm('Version', ({ modified }) => modified)
  const moment = when(at, now)

  async function restore() {
    try {
      await post('/wijkpers/versions/restore', { ...opened, version: id })
      askAnew(opened)
      toggleNotification({
        type: 'success',
        message: 'Teruggezet. Op de site verandert het pas als je op Publiceren klikt.',
      })
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
          <Button variant="tertiary" aria-label={`Versie terugzetten die is gepubliceerd ${moment}`}>
            Terugzetten
          </Button>
        </Dialog.Trigger>
        <Dialog.Content>
          <Dialog.Header>Deze versie terugzetten?</Dialog.Header>
          <Dialog.Body>
            {isUnsaved
              ? 'Wat er nu in het formulier staat, wordt vervangen. Wat je typte en nog niet opsloeg, krijg je niet terug. '
              : 'Wat er nu in het formulier staat, wordt vervangen. '}
            Op de site verandert niets tot je publiceert.
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
