import type { FieldRules } from './rules-of-type.ts'
import { mapPointIn } from './map-point.ts'
import { hoursFaults, refuseOddHours } from './opening-hours.ts'
import { changed, websiteIn } from './values.ts'

export const business: FieldRules = {
  sound(data, current) {
    refuseOddHours(changed(current, data))
    return { ...websiteIn(data, 'website', 'https://www.bakkerijmulder.nl'), ...mapPointIn(data) }
  },
  unfinished: hoursFaults,
}
