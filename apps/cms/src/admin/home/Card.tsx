import { Box, Flex, Typography } from '@strapi/design-system'
import { useId, type ReactNode } from 'react'

interface CardProps {
  readonly title: string
  readonly children: ReactNode
}

/** A white sheet with a heading. */
export function Card({ title, children }: CardProps) {
  const id = useId()
  return (
    <Box tag="section" aria-labelledby={id} background="neutral0" padding={5} hasRadius shadow="tableShadow">
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography id={id} tag="h2" variant="beta">
          {title}
        </Typography>
        {children}
      </Flex>
    </Box>
  )
}
