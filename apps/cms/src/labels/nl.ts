/** What editors read beside the fields, in plain Dutch; and in which order the fields stand. A file per screen. */
import { accessibility } from './accessibility.ts'
import { advertisement } from './advertisement.ts'
import { article } from './article.ts'
import { business } from './business.ts'
import { deal } from './deal.ts'
import { edition } from './edition.ts'
import { event } from './event.ts'
import { exception } from './exception.ts'
import { infoPage } from './info-page.ts'
import type { ComponentLabels, TypeLabels } from './label.ts'
import { liveabilityProject } from './liveability-project.ts'
import { notice } from './notice.ts'
import { openingHoursException } from './opening-hours-exception.ts'
import { openingHours } from './opening-hours.ts'
import { organisation } from './organisation.ts'
import { person } from './person.ts'
import { photo } from './photo.ts'
import { projectUpdate } from './project-update.ts'
import { recurrence } from './recurrence.ts'
import { wijk } from './wijk.ts'

export const LABELS: Readonly<Record<string, TypeLabels>> = {
  'api::advertisement.advertisement': advertisement,
  'api::article.article': article,
  'api::business.business': business,
  'api::deal.deal': deal,
  'api::edition.edition': edition,
  'api::event.event': event,
  'api::info-page.info-page': infoPage,
  'api::liveability-project.liveability-project': liveabilityProject,
  'api::notice.notice': notice,
  'api::organisation.organisation': organisation,
  'api::person.person': person,
  'api::wijk.wijk': wijk,
}

export const COMPONENT_LABELS: Readonly<Record<string, ComponentLabels>> = {
  'media.photo': photo,
  'place.accessibility': accessibility,
  'project.update': projectUpdate,
  'time.exception': exception,
  'time.opening-hours': openingHours,
  'time.opening-hours-exception': openingHoursException,
  'time.recurrence': recurrence,
}
