import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { parseAreas, type Area } from './areas.ts'

/** So long nobody types any more, in milliseconds. */
const PAUSE_MS = 250

/** Finds a wijk or buurt in the table of the CBS, by name, gemeente or code. */
export function AreaSearch({ onPick }: { readonly onPick: (area: Area) => void }) {
  const { get } = useFetchClient()
  const [text, setText] = useState('')
  const [found, setFound] = useState<readonly Area[] | null>(null)

  useEffect(() => {
    if (text.trim().length < 2) return setFound(null)
    const abort = new AbortController()
    const timer = setTimeout(() => {
      get(`/wijkpers/cbs?${new URLSearchParams({ search: text })}`, { signal: abort.signal }).then(
        ({ data }) => setFound(parseAreas(data).found),
        () => {
          if (!abort.signal.aborted) setFound([])
        },
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text, get])

  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Field.Root
        name="cbs"
        hint="Typ een naam, een gemeente of een code. Kies je er een, dan vullen we de rest in."
      >
        <Field.Label>Zoek in de lijst van het CBS</Field.Label>
        <TextInput
          autoComplete="off"
          placeholder="Molenwijk Molendam"
          value={text}
          onChange={({ target }: { target: { value: string } }) => setText(target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <Typography role="status" variant="pi" textColor="neutral700">
        {found?.length === 0 ? 'Niets gevonden. Vul hieronder zelf in hoe de wijk heet.' : ''}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {found?.map((area) => (
          <li key={area.code}>
            <Button
              variant="tertiary"
              onClick={() => {
                onPick(area)
                setText('')
              }}
            >
              {`${area.name}, ${area.municipality} (${area.code})`}
            </Button>
          </li>
        ))}
      </Flex>
    </Flex>
  )
}
