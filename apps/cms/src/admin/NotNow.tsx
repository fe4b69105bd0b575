import { Button, Flex, Typography } from '@strapi/design-system'

/** In the place of what could not be asked; it is asked again by itself, and at once by the button. */
export function NotNow({ again }: { readonly again: () => void }) {
  return (
    <Flex direction="column" alignItems="flex-start" gap={2} role="status">
      <Typography tag="p" variant="pi" textColor="neutral700">
        Dit is nu niet op te halen.
      </Typography>
      <Button variant="tertiary" onClick={again}>
        Probeer opnieuw
      </Button>
    </Flex>
  )
}
