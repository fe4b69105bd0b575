/** What an editor reads when a publish did not succeed: plain Dutch, what is wrong and what to do. */
import { CmsUnavailableError, InvalidContentError } from '@wijkpers/content/strapi'
import {
  PhotoFailedError,
  ProofFailedError,
  RendererLostError,
  RenderFailedError,
  TwoFilesOneAddressError,
} from '@wijkpers/publishing'
import { HostTakenError, InvalidHostError } from '@wijkpers/releases'

/** The reason in one or two sentences. That the last good version is still online is said beside it, always. */
export function explain(error: unknown): string {
  if (error instanceof PhotoFailedError)
    return error.cause instanceof CmsUnavailableError
      ? `De foto bij ‘${error.title}’ is niet te vinden. Kies de foto opnieuw en publiceer nog een keer.`
      : `De foto bij ‘${error.title}’ kan niet worden gelezen. Upload de foto opnieuw en publiceer nog een keer.`
  if (error instanceof TwoFilesOneAddressError)
    return `Twee pagina’s hebben hetzelfde webadres: /${error.path.replace(/index\.html$/, '')}. Geef een van de twee een ander webadres.`
  if (error instanceof HostTakenError)
    return 'Het webadres van deze wijk hoort al bij een andere wijk. Kies een ander webadres of domein bij de wijk.'
  if (error instanceof InvalidHostError)
    return 'Het domein van deze wijk is geen geldig webadres. Pas het aan bij de wijk, of maak het veld leeg.'
  if (error instanceof InvalidContentError)
    return 'Een veld heeft een waarde waar geen pagina van te maken is. Neem contact op met de beheerder.'
  if (error instanceof RenderFailedError)
    return `De pagina ${error.page ?? ''} kon niet worden gemaakt. Neem contact op met de beheerder als dit zo blijft.`
  if (error instanceof RendererLostError)
    return 'Het maken van de pagina’s is afgebroken. We proberen het vanzelf opnieuw.'
  if (error instanceof ProofFailedError)
    return 'De nieuwe versie is klaar, maar de site liet haar nog niet zien. We proberen het vanzelf opnieuw.'
  if (error instanceof CmsUnavailableError)
    return 'De redactie-omgeving gaf geen antwoord. We proberen het vanzelf opnieuw.'
  if (isDiskFull(error))
    return 'De schijf van de server is vol. Neem contact op met de beheerder. Zodra er ruimte is, gaat het vanzelf verder.'
  return 'Er ging iets mis dat we niet kennen. We proberen het vanzelf opnieuw; de beheerder ziet de melding.'
}

/** Whether it failed for want of room on the disk. */
export function isDiskFull(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return code === 'ENOSPC' || code === 'SQLITE_FULL'
}
