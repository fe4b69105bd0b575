import { Flex, Typography } from '@strapi/design-system'
import { ShareLink } from '../share/ShareLink.tsx'

interface HandoverProps {
  readonly name: string
  readonly link: string
  /** A mail with the link is on its way; else nobody gets it but by hand. */
  readonly isMailed: boolean
}

/** The link of an invitation, for whoever hands it over himself: because he would rather, or because there is no mail server. */
export function Handover({ name, link, isMailed }: HandoverProps) {
  return (
    <Flex
      role="status"
      direction="column"
      alignItems="stretch"
      gap={2}
      background="success100"
      padding={4}
      hasRadius
      width="100%"
    >
      <Typography tag="p" textColor="neutral800">
        {isMailed
          ? `${name} krijgt een mail met een link die een week werkt. Komt die niet aan? Geef deze link dan zelf door:`
          : `Er is geen mailserver ingesteld. Geef deze link zelf door aan ${name}; hij werkt een week:`}
      </Typography>
      <Typography tag="p" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {link}
      </Typography>
      <ShareLink title={`Uitnodiging voor ${name}`} url={link} />
    </Flex>
  )
}
