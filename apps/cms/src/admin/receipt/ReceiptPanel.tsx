import type { PanelComponent } from '@strapi/content-manager/strapi-admin'
import { Box, Button, Flex, Link, Typography, VisuallyHidden } from '@strapi/design-system'
import { useIsDesktop } from '@strapi/strapi/admin'
import { useMe } from '../me/use-me.ts'
import { entryOnScreen, isPublicType, versionOnScreen } from './entry-on-screen.ts'
import { notYet, tell } from './sentences.ts'
import type { EntryOnScreen, Story } from './story.ts'
import { Status } from './Status.tsx'
import { Steps } from './Steps.tsx'
import { askToTakeOff } from './TakeOffSite.tsx'
import { useCatchUp } from './use-catch-up.ts'
import { useReceipt } from './use-receipt.ts'
import { useSeconds } from './use-seconds.ts'
import { countsDown } from './watch.ts'

/** Side panel of the edit view: where the newest change of this entry is on its way to the site. */
export const ReceiptPanel: PanelComponent = ({ model, documentId, document, meta }) => {
  const me = useMe()
  const entry = entryOnScreen(model, document)
  // Whoever may not publish reads how far it is in its review.
  if (!isPublicType(model) || (!entry.isPublished && !me?.may('publish'))) return null
  const version = versionOnScreen(document, meta)
  return {
    title: 'Op de site',
    content: documentId ? (
      <>
        <Receipt uid={model} documentId={documentId} version={version} entry={entry} />
        {entry.kind === 'entry' && entry.isPublished && me?.may('publish') && (
          <Button
            variant="danger-light"
            aria-haspopup="dialog"
            onClick={() => askToTakeOff({ uid: model, documentId })}
          >
            Van de site halen
          </Button>
        )}
      </>
    ) : (
      <Telling story={notYet(entry)} />
    ),
  }
}

interface ReceiptProps {
  readonly uid: string
  readonly documentId: string
  readonly version: string
  readonly entry: EntryOnScreen
}

function Receipt({ uid, documentId, version, entry }: ReceiptProps) {
  const observation = useReceipt(uid, documentId, version)
  useCatchUp(uid, documentId, observation, entry)
  const now = useSeconds(countsDown(observation))
  return <Telling story={tell(observation, entry, now)} />
}

function Telling({ story }: { readonly story: Story }) {
  const { status, mood, steps, stepsSayIt, details, link } = story
  // Elsewhere the line under the buttons is read out (PhoneReceipt); once is enough.
  const role = useIsDesktop() ? 'status' : undefined
  const sentence = <Status text={status} mood={mood} />
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Box role={role} position={stepsSayIt ? 'absolute' : undefined}>
        {stepsSayIt ? <VisuallyHidden>{sentence}</VisuallyHidden> : sentence}
      </Box>
      {steps.length > 0 && <Steps steps={steps} />}
      {details.map((detail) => (
        <Typography key={detail} tag="p" variant="pi" textColor="neutral700">
          {detail}
        </Typography>
      ))}
      {link && (
        <Link href={link.href} target="_blank" rel="noopener">
          {link.text}
        </Link>
      )}
    </Flex>
  )
}
