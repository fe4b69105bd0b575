import { Box, Flex } from '@strapi/design-system'

interface CardProps {
  readonly children: React.ReactNode
  readonly tag?: 'li' | 'section'
  readonly role?: 'status'
}

/** One thing that the page tells. */
export function Card({ children, tag = 'section', role }: CardProps) {
  return (
    <Box tag={tag} role={role} background="neutral0" padding={5} hasRadius shadow="tableShadow">
      <Flex direction="column" alignItems="stretch" gap={2}>
        {children}
      </Flex>
    </Box>
  )
}

/** What an operator types. */
export function Typed({ children }: { readonly children: string }) {
  return (
    <Box
      tag="code"
      background="neutral150"
      paddingLeft={1}
      paddingRight={1}
      style={{ fontFamily: 'monospace', overflowWrap: 'anywhere' }}
    >
      {children}
    </Box>
  )
}
