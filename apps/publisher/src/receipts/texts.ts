/** What an editor reads when a publish did not succeed: plain Dutch, what is wrong and what to do. */
import { CmsUnavailableError, InvalidContentError, OriginalGoneError } from '@wijkpers/content/strapi'
import {
  UploadFailedError,
  ProofFailedError,
  RendererLostError,
  RenderFailedError,
  TargetRefusedError,
  TargetUnavailableError,
} from '@wijkpers/publishing'
import { HostTakenError, InvalidHostError } from '@wijkpers/releases'
import { HostHeldError } from '../make-room.ts'

/** The reason in one or two sentences. That the last good version is still online is said beside it, always. */
export function explain(error: unknown): string {
  // Whatever could not be written: that says nothing of a photo or a page.
  if (isDiskFull(error))
    return 'De schijf van de server is vol. Neem contact op met de platformbeheerder. Zodra er ruimte is, gaat het vanzelf verder.'
  if (error instanceof UploadFailedError && !(error.cause instanceof CmsUnavailableError)) {
    const it = error.kind === 'photo' ? 'foto' : 'pdf'
    return error.cause instanceof OriginalGoneError
      ? `De ${it} bij ‘${error.title}’ is niet te vinden. Upload de ${it} opnieuw, kies die in het bericht en publiceer nog een keer.`
      : `De ${it} bij ‘${error.title}’ kan niet worden gelezen. Upload de ${it} opnieuw en publiceer nog een keer.`
  }
  if (error instanceof HostHeldError)
    return `Het webadres van deze wijk is nog in gebruik bij de wijk ‘${error.holder}’. Die wordt vastgehouden op een eerdere versie en verhuist pas als zij weer verdergaat. Vraag de platformbeheerder om die wijk verder te laten gaan, dan gaat het hier vanzelf.`
  if (error instanceof HostTakenError)
    return 'Het webadres van deze wijk hoort al bij een andere wijk. Kies een ander webadres of domein bij de wijk.'
  if (error instanceof InvalidHostError)
    return 'Het domein van deze wijk is geen geldig webadres. Pas het aan bij de wijk, of maak het veld leeg.'
  if (error instanceof InvalidContentError)
    return error.title === null
      ? 'Een veld heeft een waarde waar geen pagina van te maken is. Neem contact op met de platformbeheerder.'
      : `Bij ‘${error.title}’ heeft een veld een waarde waar geen pagina van te maken is. Kijk de velden na en publiceer nog een keer, of neem contact op met de platformbeheerder.`
  if (error instanceof RenderFailedError)
    return `De pagina ${error.page ?? ''} kon niet worden gemaakt. Neem contact op met de platformbeheerder als dit zo blijft.`
  if (error instanceof RendererLostError)
    return error.page === null
      ? 'Het maken van de pagina’s is afgebroken. We proberen het vanzelf opnieuw.'
      : `Het maken van de pagina ${error.page} breekt steeds af. Staat er iets ongewoons in, zoals een heel lange tekst? Pas dat aan, of neem contact op met de platformbeheerder.`
  if (error instanceof ProofFailedError)
    return 'De nieuwe versie is klaar, maar is nog niet te zien op de site. We proberen het vanzelf opnieuw.'
  if (error instanceof CmsUnavailableError || error instanceof UploadFailedError)
    return 'De redactie-omgeving gaf geen antwoord. We proberen het vanzelf opnieuw.'
  if (error instanceof TargetUnavailableError)
    return `${capital(targetLabel(error.target))} is nu niet te bereiken. We proberen het vanzelf opnieuw.`
  if (error instanceof TargetRefusedError) return refused(error)
  return 'Er ging iets mis dat we niet kennen. We proberen het vanzelf opnieuw; de platformbeheerder ziet de melding.'
}

/** A target as editors know it. */
export function targetLabel(target: string): string {
  switch (target) {
    case 'embedded':
      return 'onze eigen server'
    case 'netlify':
      return 'Netlify'
    case 's3':
      return 'de opslag'
    default:
      return capital(target)
  }
}

function refused({ target, refusal }: TargetRefusedError): string {
  const name = capital(targetLabel(target))
  switch (refusal) {
    case 'credentials':
      return `${name} laat ons niet meer toe. De platformbeheerder moet de sleutel nakijken; daarna gaat het vanzelf verder.`
    case 'address':
      return `${name} weigert het webadres van deze wijk. Neem contact op met de platformbeheerder.`
    case 'locked':
      return `De site staat bij ${name} op slot. De platformbeheerder kan het slot eraf halen; daarna gaat het vanzelf verder.`
    case 'release':
      return `${name} kon de nieuwe versie niet plaatsen. Neem contact op met de platformbeheerder als dit zo blijft.`
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Whether it failed for want of room on the disk, be it by way of something else that failed. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return code === 'ENOSPC' || code === 'SQLITE_FULL' || isDiskFull(cause)
}
