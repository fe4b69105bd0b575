import { Box, Typography } from '@strapi/design-system'

/** The link of an invitation, for whoever would rather hand it over himself. */
export function Handover({ name, link }: { readonly name: string; readonly link: string }) {
  return (
    <Box role="status" background="success100" padding={4} hasRadius width="100%">
      <Typography tag="p" textColor="neutral800">
        {name} krijgt een mail met een link die een week werkt. Komt die niet aan? Geef deze link dan zelf
        door:
      </Typography>
      <Typography tag="p" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {link}
      </Typography>
    </Box>
  )
}
