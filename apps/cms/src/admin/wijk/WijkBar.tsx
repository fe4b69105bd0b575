import { Box, Field, Flex } from '@strapi/design-system'
import { useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import type { Me } from '../me/me.ts'
import { currentMe, refreshMe, useMe } from '../me/use-me.ts'
import { OfEntry } from './OfEntry.tsx'
import { followsWijk } from './place.ts'
import { WijkChoice } from './WijkChoice.tsx'

/** No wijk has an empty documentId. */
const ALL = ''

/** Above every page, for whoever has several wijken: in which of them he works. Everything follows: lists, photos, what is new. */
export function WijkBar() {
  const me = useMe()
  useOtherTabs(me)
  if (!me || me.wijken.length < 2) return null
  return <Bar me={me} />
}

function Bar({ me }: { readonly me: Me }) {
  const { put } = useFetchClient()
  const { toggleNotification } = useNotification()
  const current = me.currentWijk ?? ALL
  const [chosen, setChosen] = useState(current)
  useEffect(() => setChosen(current), [current])

  async function choose(wijk: string) {
    if (wijk === chosen) return
    setChosen(wijk)
    try {
      await put('/wijkpers/me/wijk', { wijk: wijk === ALL ? null : wijk })
    } catch {
      setChosen(chosen)
      toggleNotification({ type: 'danger', message: 'Dat lukte niet. Probeer het nog eens.' })
      return
    }
    if (isOutOfDate()) location.reload()
    else await refreshMe()
  }

  const all = me.isOperator ? 'Alle wijken' : 'Al mijn wijken'
  const options = [{ documentId: ALL, name: all }, ...me.wijken]
  return (
    <Box
      tag="aside"
      aria-label="In welke wijk je werkt"
      background="neutral0"
      borderColor="neutral150"
      borderStyle="solid"
      borderWidth="0 0 1px 0"
      paddingLeft={{ initial: 4, large: 10 }}
      paddingRight={{ initial: 4, large: 10 }}
      paddingTop={2}
      paddingBottom={2}
    >
      <Field.Root>
        <Flex gap={3} alignItems="center">
          <Field.Label>Je werkt in</Field.Label>
          <Box flex="1" maxWidth="30rem">
            <WijkChoice options={options} value={chosen} onChange={(wijk) => void choose(wijk)} />
          </Box>
        </Flex>
      </Field.Root>
      {chosen !== ALL && <OfEntry chosen={chosen} />}
    </Box>
  )
}

/**
 * What is on the screen is of the wijk that was chosen before, and nobody is in the middle of something: an entry that is open
 * keeps its own wijk, and a photo in a dialog may be on its way.
 */
const isOutOfDate = () => followsWijk(location.pathname) && !document.querySelector('[role=dialog]')

/** Another tab, or another machine, may have chosen since: what this one shows must be what it says. */
function useOtherTabs(me: Me | null): void {
  const shown = me?.currentWijk
  useEffect(() => {
    if (shown === undefined) return
    const look = async () => {
      if (document.hidden) return
      await refreshMe()
      if (currentMe()?.currentWijk !== shown && isOutOfDate()) location.reload()
    }
    const seen = () => void look().catch(() => undefined)
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [shown])
}
