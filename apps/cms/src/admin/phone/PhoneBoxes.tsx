import { Box, Flex } from '@strapi/design-system'
import { useEffect, useRef, useState } from 'react'
import { PhoneHands } from '../hands/Hands.tsx'
import { PhoneLife } from '../life/LifePanel.tsx'
import { PhoneReceipt } from '../receipt/PhoneReceipt.tsx'
import { PhoneReview } from '../review/ReviewPanel.tsx'

/**
 * What a panel would say, under the buttons of a phone, where Strapi keeps its panels in a closed drawer. The buttons stay at
 * the foot of the screen, so this never takes more than a third of it: what is longer scrolls, also by keyboard.
 */
export function PhoneBoxes() {
  const { box, content, isLong } = useIsLong()
  const scrolls = isLong ? { role: 'region', tabIndex: 0, 'aria-label': 'Hoe het hiermee staat' } : {}
  return (
    <Box ref={box} width="100%" maxHeight="30vh" overflow="auto" {...scrolls}>
      <Flex ref={content} direction="column" alignItems="stretch" gap={2} width="100%">
        <PhoneReview />
        <PhoneReceipt />
        <PhoneHands />
        <PhoneLife />
      </Flex>
    </Box>
  )
}

/** Whether the content is longer than its box: only then is the box a place for Tab to stop. */
function useIsLong() {
  const box = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const observer = new ResizeObserver(() =>
      setLong(content.current!.offsetHeight > box.current!.clientHeight),
    )
    for (const { current } of [box, content]) observer.observe(current!)
    return () => observer.disconnect()
  }, [])
  return { box, content, isLong }
}
