import type { FieldRules } from './field-rules.ts'
import { websiteIn } from './values.ts'

export const organisation: FieldRules = {
  sound: (data) => websiteIn(data, 'website', 'https://www.buurthuis.nl'),
}
