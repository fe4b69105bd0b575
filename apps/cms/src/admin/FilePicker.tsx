import { Button, Flex, Typography } from '@strapi/design-system'
import { useRef, useState } from 'react'

/** Picks a file with a button of ours: that of the browser speaks the language of the browser. */
export function FilePicker({
  id,
  accept,
  action,
  describedBy,
  onPick,
}: {
  /** What the label of the field points at. */
  readonly id: string
  readonly accept: string
  /** What the button says, such as ‘Kies een logo’. */
  readonly action: string
  readonly describedBy: string
  readonly onPick: (file: File | null) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState<string | null>(null)
  return (
    <Flex gap={3} wrap="wrap">
      <input
        ref={input}
        id={id}
        type="file"
        accept={accept}
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0] ?? null
          setName(file?.name ?? null)
          onPick(file)
        }}
      />
      <Button
        type="button"
        variant="tertiary"
        aria-describedby={`${id}-picked ${describedBy}`}
        onClick={() => {
          if (!input.current) return
          // A file that was mended has the same name: without this the browser would not say that it was chosen again.
          input.current.value = ''
          input.current.click()
        }}
      >
        {action}
      </Button>
      <Typography id={`${id}-picked`} role="status" style={{ overflowWrap: 'anywhere' }}>
        {name ?? 'Nog geen bestand gekozen.'}
      </Typography>
    </Flex>
  )
}
