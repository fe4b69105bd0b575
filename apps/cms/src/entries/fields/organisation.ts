import type { FieldRules } from './rules-of-type.ts'
import { mapPointIn } from './map-point.ts'
import { hoursFaults, refuseOddHours } from './opening-hours.ts'
import { changed, websiteIn } from './values.ts'

export const organisation: FieldRules = {
  sound(data, current) {
    refuseOddHours(changed(current, data))
    return { ...websiteIn(data, 'website', 'https://www.buurthuis.nl'), ...mapPointIn(data) }
  },
  unfinished: hoursFaults,
}
