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
  const [found, setFound] = useState<readonly Area[] | 'failed' | null>(null)

  useEffect(() => {
    if (text.trim().length < 2) return setFound(null)
    const abort = new AbortController()
    const timer = setTimeout(() => {
      get(`/wijkpers/cbs?${new URLSearchParams({ search: text })}`, { signal: abort.signal }).then(
        ({ data }) => setFound(parseAreas(data).found),
        () => {
          if (!abort.signal.aborted) setFound('failed')
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
          // It stands in the form of the new wijk, which is not finished by searching.
          onKeyDown={(event: { key: string; preventDefault: () => void }) => {
            if (event.key === 'Enter') event.preventDefault()
          }}
          onChange={({ target }: { target: { value: string } }) => setText(target.value)}
        />
        <Field.Hint />
      </Field.Root>
      <Typography role="status" variant="pi" textColor="neutral700">
        {sayFound(found)}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {(found === 'failed' ? null : found)?.map((area) => (
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

function sayFound(found: readonly Area[] | 'failed' | null): string {
  if (found === null) return ''
  if (found === 'failed') return 'Zoeken lukt nu niet. Vul hieronder zelf in hoe de wijk heet.'
  if (found.length === 0) return 'Niets gevonden. Vul hieronder zelf in hoe de wijk heet.'
  return found.length === 1 ? 'Eén gevonden.' : `${found.length} gevonden.`
}
