import { byRole } from './by-role.ts'
import type { Edit } from './edit.ts'
import { errors } from './errors.ts'
import { files } from './files.ts'
import { keptForm } from './kept-form.ts'
import { keptText } from './kept-text.ts'
import { keyboard } from './keyboard.ts'
import { lateButtons } from './late-buttons.ts'
import { screens } from './screens.ts'
import { words } from './words.ts'

/**
 * What Strapi 5.54 hard-codes in its admin panel and no setting or translation reaches, by what each mends. Changed while
 * bundling; an edit that finds nothing fails the build, so an upgrade of Strapi cannot bring anything back unseen.
 */
export const strapiEdits: readonly Edit[] = [
  ...words,
  ...screens,
  ...byRole,
  ...errors,
  ...keyboard,
  ...lateButtons,
  ...keptText,
  ...keptForm,
  ...files,
]
