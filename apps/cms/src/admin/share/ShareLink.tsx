import { Button, Typography } from '@strapi/design-system'
import { useState } from 'react'

/** A button that brings a link to somebody else: to WhatsApp or mail where the device can; elsewhere to be pasted there. */
export function ShareLink({ title, url }: { readonly title: string; readonly url: string }) {
  const [said, setSaid] = useState('')
  const canShare = typeof navigator.share === 'function'

  async function share() {
    try {
      if (canShare) return await navigator.share({ title, url })
      await navigator.clipboard.writeText(url)
      setSaid('Gekopieerd. Plak de link in een bericht.')
    } catch (error) {
      // Who changes his mind closes the list of his device.
      if ((error as Error).name !== 'AbortError')
        setSaid('Dat lukte niet. Houd de link ingedrukt om hem te kopiëren.')
    }
  }

  return (
    <>
      <Button variant="tertiary" fullWidth onClick={() => void share()}>
        {canShare ? 'Link delen' : 'Link kopiëren'}
      </Button>
      {said && (
        <Typography tag="p" variant="pi">
          {said}
        </Typography>
      )}
    </>
  )
}
