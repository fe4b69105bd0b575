import { Typography } from '@strapi/design-system'
import { useMemo } from 'react'
import { useLocation } from 'react-router-dom'
import { isEntry } from '../receipt/entry-on-screen.ts'
import { useFresh } from '../use-fresh.ts'
import { openedAt, type Opened } from './opened-entry.ts'

/** Says that the entry on screen belongs to another wijk than the one that is chosen: its photos and links are of that one. */
export function OfEntry({ chosen }: { /** documentId. */ readonly chosen: string }) {
  const { pathname } = useLocation()
  const opened = useMemo(() => openedAt(pathname), [pathname])
  return opened && isEntry(opened.uid) ? <Telling opened={opened} chosen={chosen} /> : null
}

function Telling({ opened, chosen }: { readonly opened: Opened; readonly chosen: string }) {
  const path = `/wijkpers/wijk-of?${new URLSearchParams({ ...opened })}`
  const fresh = useFresh(path, parseWijk)
  const wijk = typeof fresh === 'string' ? null : fresh.answer
  if (!wijk || wijk.documentId === chosen) return null
  return (
    <Typography tag="p" role="status" textColor="neutral800">
      Dit hoort bij {wijk.name}.
    </Typography>
  )
}

function parseWijk(body: unknown): { documentId: string; name: string } | null {
  const { data } = body as { data: { documentId: string; name: string } | null }
  return data
}
