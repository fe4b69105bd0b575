import { Flex, Typography, VisuallyHidden } from '@strapi/design-system'
import { Mark } from './Mark.tsx'
import type { Step } from './steps.ts'

const LOOKS = {
  done: { mark: 'good', words: 'klaar', colour: 'neutral800' },
  now: { mark: 'busy', words: 'nu bezig', colour: 'neutral800' },
  later: { mark: 'later', words: 'komt nog', colour: 'neutral600' },
  failed: { mark: 'bad', words: 'niet gelukt', colour: 'danger700' },
} as const

/** The way to the site, one step under the other. */
export function Steps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <Flex tag="ol" direction="column" alignItems="stretch" gap={1} aria-label="Stappen">
      {steps.map(({ text, state, isGoal }) => {
        const { mark, words, colour } = LOOKS[state]
        return (
          <Flex
            key={text}
            tag="li"
            alignItems="flex-start"
            gap={2}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <Mark kind={mark} />
            <Typography
              variant="pi"
              textColor={colour}
              fontWeight={state === 'now' || isGoal ? 'bold' : 'regular'}
            >
              {text}
              <VisuallyHidden> ({words})</VisuallyHidden>
            </Typography>
          </Flex>
        )
      })}
    </Flex>
  )
}
