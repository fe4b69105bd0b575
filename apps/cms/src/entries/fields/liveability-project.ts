import type { FieldRules } from './rules-of-type.ts'
import { isFilled } from './values.ts'

export const liveabilityProject: FieldRules = {
  unfinished: ({ stage, result, body, summary }) => [
    ...(isFilled(summary) || isFilled(body)
      ? []
      : [{ path: 'summary', message: 'Schrijf in één of twee zinnen wat het project is.' }]),
    ...(stage === 'done' && !isFilled(result)
      ? [{ path: 'result', message: 'Het project is klaar. Vertel bij Resultaat wat de wijk eraan heeft.' }]
      : []),
  ],
}
