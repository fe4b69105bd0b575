import type { FieldRules } from './rules-of-type.ts'
import { changed, dutchDay, isFilled } from './values.ts'

export const article: FieldRules = {
  // A correction is dated: readers can tell whether they read the text before or after it.
  sound(data, current) {
    const { correction, correctedOn } = changed(current, data)
    if (data['correction'] === undefined && data['correctedOn'] === undefined) return {}
    if (!isFilled(correction)) return { correctedOn: null }
    return { correctedOn: correctedOn || dutchDay(new Date()) }
  },
}
