import { Box, Flex, Typography } from '@strapi/design-system'
import { Layouts, Page } from '@strapi/strapi/admin'
import { useFresh } from '../use-fresh.ts'
import { parseOutbox, storyOf, type Mail } from './outbox.ts'

const TITLE = 'Verzonden mail'

/** The operator's page: which letters were sent and which were not. Without a mail server they can be read here. */
export default function OutboxPage() {
  const fresh = useFresh('/wijkpers/mails', parseOutbox)
  if (fresh === 'loading') return <Page.Loading />
  if (fresh === 'failed') return <Page.Error />
  const { hasServer, mails } = fresh.answer
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header
        title={TITLE}
        subtitle={
          hasServer
            ? 'Het nieuwste staat bovenaan. Wat oud is, wordt vanzelf vergeten.'
            : 'Er is geen mailserver ingesteld (SMTP_URL). Mails gaan nergens heen; je leest ze hier.'
        }
      />
      <Layouts.Content>
        {mails.length === 0 ? (
          <Typography tag="p">Er is nog geen mail geschreven.</Typography>
        ) : (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={4} paddingBottom={8} maxWidth="72rem">
            {mails.map((mail) => (
              <Letter key={mail.id} mail={mail} now={fresh.at} />
            ))}
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  )
}

function Letter({ mail, now }: { readonly mail: Mail; readonly now: Date }) {
  return (
    <Box tag="li" background="neutral0" padding={5} hasRadius shadow="tableShadow">
      <Typography tag="h2" variant="delta" fontWeight="bold">
        {mail.subject}
      </Typography>
      <Typography tag="p" textColor="neutral800">
        Aan {mail.to}
      </Typography>
      <Typography tag="p" variant="pi" textColor={mail.state === 'failed' ? 'danger600' : 'neutral600'}>
        {storyOf(mail, now)}
      </Typography>
      {mail.text && (
        <Box tag="p" paddingTop={3} style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          <Typography textColor="neutral800">{mail.text}</Typography>
        </Box>
      )}
    </Box>
  )
}
