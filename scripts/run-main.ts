import { CmsUnavailableError } from '@wijkpers/content/strapi'
import { SettingError } from './settings.ts'

/**
 * Runs a command. A mistake of whoever gave it is told in one sentence, and ends it with 2; a CMS that does not answer ends it with 3;
 * anything else is told with where it came from, and ends it with 1.
 */
export async function runMain(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (error) {
    const isAway = error instanceof CmsUnavailableError
    const isTold = isAway || error instanceof SettingError || isWrongWord(error)
    console.error(isTold ? (error as Error).message : error)
    process.exitCode = isAway ? 3 : isTold ? 2 : 1
  }
}

/** Of `parseArgs`: an option that is not known, or lacks its value. */
const isWrongWord = (error: unknown) =>
  String((error as { code?: unknown } | null)?.code).startsWith('ERR_PARSE_ARGS_')
