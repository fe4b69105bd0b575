/** What an operator reads when an act cannot be done, and the code that the command ends with. */
import { CmsUnavailableError, InvalidContentError } from '@wijkpers/content/strapi'
import { CorruptIndexError, NewerIndexError } from '@wijkpers/releases'
import { DatabaseAwayError } from '../database.ts'
import { NoInstallationError, SettingError } from '../settings.ts'
import { NothingToReachError } from './act.ts'
import { logOf, MAKE_STORE_ANEW } from './problems.ts'

export interface Told {
  readonly says: string
  /** 1: something is wrong; 2: wrong use; 3: nothing to reach. */
  readonly exit: 1 | 2 | 3
}

export function toldOf(error: unknown): Told {
  if (error instanceof SettingError) return { says: error.message, exit: 2 }
  if ([NothingToReachError, NoInstallationError, DatabaseAwayError].some((kind) => error instanceof kind))
    return { says: (error as Error).message, exit: 3 }
  if (error instanceof CmsUnavailableError)
    return {
      says: `De redactie-omgeving antwoordt niet, of niet op wat er gevraagd werd (${error.message}). Start haar (npm run start:cms) en kijk in ${logOf('cms')}. Wat online staat blijft online.`,
      exit: 3,
    }
  if (error instanceof CorruptIndexError)
    return {
      says: `De versies in releases/ zijn niet te lezen (${error.message}). Doe dit: ${MAKE_STORE_ANEW}`,
      exit: 1,
    }
  if (error instanceof NewerIndexError)
    return {
      says: 'De versies in releases/ zijn van een nieuwere Wijkpers. Er is niets beschadigd; start de nieuwere weer.',
      exit: 1,
    }
  if (error instanceof InvalidContentError)
    return { says: `In de redactie staat iets waar geen pagina van te maken is: ${error.message}`, exit: 1 }
  return { says: error instanceof Error ? error.message : String(error), exit: 1 }
}
