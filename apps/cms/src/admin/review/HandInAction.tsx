import type { DocumentActionComponent } from '@strapi/content-manager/strapi-admin'
import { useAPIErrorHandler, useForm, useNotification } from '@strapi/strapi/admin'
import { useEffect, useRef } from 'react'
import { useMe } from '../me/use-me.ts'
import { isEntry, versionOnScreen } from '../receipt/entry-on-screen.ts'
import type { ReviewAct } from './review.ts'
import { act, useReview } from './use-review.ts'

/** How long a save may take to show in the form, in milliseconds. */
const SAVED_WITHIN_MS = 3000

/**
 * The first button of whoever may not publish: hands the entry in, or takes it back. Saves what was typed first, with
 * Strapi's own `save`.
 */
export function handInAction(save: DocumentActionComponent): DocumentActionComponent {
  const HandIn: DocumentActionComponent = (props) => {
    const { model: uid, documentId, document, meta } = props
    const me = useMe()
    const review = useReview(uid, documentId, versionOnScreen(document, meta))
    const saving = save(props)
    const { toggleNotification } = useNotification()
    const { _unstableFormatAPIError: inWords } = useAPIErrorHandler()
    const isModified = useForm('HandIn', ({ modified }) => modified)
    const isSubmitting = useForm('HandIn', ({ isSubmitting }) => isSubmitting)
    const validate = useForm('HandIn', ({ validate }) => validate)
    // The button on screen may belong to an earlier rendering, which knew nothing of the last keys.
    const now = useRef({ isModified, saving })
    useEffect(() => {
      now.current = { isModified, saving }
    })

    if (!me || me.may('publish') || !isEntry(uid)) return null

    const say = (type: 'success' | 'danger', message: string) => toggleNotification({ type, message })
    const doIt = async (what: ReviewAct, done: string) => {
      try {
        await act(what, { uid, documentId: documentId! })
        say('success', done)
      } catch (error) {
        say('danger', inWords(error as Parameters<typeof inWords>[0]))
      }
    }
    const acts = review === 'loading' || !review ? [] : review.acts
    if (acts.includes('takeBack'))
      return {
        label: 'Terugnemen',
        variant: 'secondary',
        onClick: () => doIt('takeBack', 'Je kunt weer verder schrijven. Lever het daarna opnieuw in.'),
      }
    return {
      label: 'Inleveren',
      disabled: !acts.includes('handIn') || isSubmitting,
      onClick: async (event) => {
        const { errors } = await validate(true, { status: 'published' })
        if (errors) return say('danger', 'Er ontbreekt nog iets. Kijk bij de velden met rode tekst.')
        if (now.current.isModified) {
          await now.current.saving?.onClick?.(event)
          if (!(await isSaved(now))) return
        }
        await doIt('handIn', 'Ingeleverd. Bedankt! Een buurtverbinder of coach kijkt ernaar.')
      },
    }
  }
  HandIn.position = 'panel'
  return HandIn
}

// Strapi's save says itself what is wrong; the form stays as it was then.
async function isSaved(now: { readonly current: { readonly isModified: boolean } }): Promise<boolean> {
  const until = Date.now() + SAVED_WITHIN_MS
  while (now.current.isModified && Date.now() < until) await new Promise(requestAnimationFrame)
  return !now.current.isModified
}
