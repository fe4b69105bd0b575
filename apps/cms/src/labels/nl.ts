/** What editors read beside the fields, in plain Dutch; and in which order the fields stand. A file per screen. */
import { article } from './article.ts'
import { event } from './event.ts'
import { infoPage } from './info-page.ts'
import { organisation } from './organisation.ts'
import { wijk } from './wijk.ts'
import type { ComponentLabels, TypeLabels } from './label.ts'
import { photo } from './photo.ts'

export const LABELS: Readonly<Record<string, TypeLabels>> = {
  'api::article.article': article,
  'api::event.event': event,
  'api::organisation.organisation': organisation,
  'api::info-page.info-page': infoPage,
  'api::wijk.wijk': wijk,
}

export const COMPONENT_LABELS: Readonly<Record<string, ComponentLabels>> = {
  'media.photo': photo,
}
