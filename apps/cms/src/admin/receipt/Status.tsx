import { Flex, Typography } from '@strapi/design-system'
import { Mark } from './Mark.tsx'
import type { Story } from './story.ts'

interface StatusProps {
  readonly text: string
  readonly mood: Story['mood']
}

/** One sentence with the state of things; the mark only repeats it for the eye. */
export function Status({ text, mood }: StatusProps) {
  return (
    <Flex alignItems="flex-start" gap={2} width="100%">
      <Flex height="2rem">
        <Mark kind={mood} />
      </Flex>
      <Typography tag="p" fontWeight="bold" textColor="neutral800">
        {text}
      </Typography>
    </Flex>
  )
}
