import type { Schema, Struct } from '@strapi/strapi'

export interface MediaPhoto extends Struct.ComponentSchema {
  collectionName: 'components_media_photos'
  info: {
    description: 'Een foto, met wat erop staat, wie die maakte en of die getoond mag worden'
    displayName: 'Foto'
    icon: 'picture'
  }
  attributes: {
    alt: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 250
      }>
    consent: Schema.Attribute.Enumeration<['given', 'guardian', 'publicGathering']>
    consentNote: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 250
      }>
    decorative: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>
    file: Schema.Attribute.Media<'images'> & Schema.Attribute.Required
    licence: Schema.Attribute.Enumeration<['ownWork', 'permission', 'ccBy', 'ccBySa', 'cc0', 'publicDomain']>
    maker: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    people: Schema.Attribute.Enumeration<['nobody', 'adults', 'children']>
    source: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
  }
}

export interface PlaceAccessibility extends Struct.ComponentSchema {
  collectionName: 'components_place_accessibilities'
  info: {
    description: 'Waar iemand op kan rekenen die minder goed loopt, hoort of ziet'
    displayName: 'Toegankelijkheid'
    icon: 'walk'
  }
  attributes: {
    hearingLoop: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>
    note: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 250
      }>
    parking: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>
    toilet: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>
    wheelchair: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>
  }
}

export interface ProjectUpdate extends Struct.ComponentSchema {
  collectionName: 'components_project_updates'
  info: {
    description: 'Wat er op een dag gebeurde'
    displayName: 'Stap'
    icon: 'arrowRight'
  }
  attributes: {
    date: Schema.Attribute.Date & Schema.Attribute.Required
    text: Schema.Attribute.Text &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000
      }>
  }
}

export interface TimeException extends Struct.ComponentSchema {
  collectionName: 'components_time_exceptions'
  info: {
    description: 'E\u00E9n keer die anders gaat dan de rest'
    displayName: 'Andere keer'
    icon: 'calendar'
  }
  attributes: {
    change: Schema.Attribute.Enumeration<['notOn', 'moved']> & Schema.Attribute.Required
    date: Schema.Attribute.Date & Schema.Attribute.Required
    endsAt: Schema.Attribute.DateTime
    reason: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    startsAt: Schema.Attribute.DateTime
  }
}

export interface TimeOpeningHours extends Struct.ComponentSchema {
  collectionName: 'components_time_opening_hourss'
  info: {
    description: 'Een dag van de week, met van hoe laat tot hoe laat'
    displayName: 'Openingstijd'
    icon: 'clock'
  }
  attributes: {
    closesAt: Schema.Attribute.Time & Schema.Attribute.Required
    day: Schema.Attribute.Enumeration<
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
    > &
      Schema.Attribute.Required
    opensAt: Schema.Attribute.Time & Schema.Attribute.Required
  }
}

export interface TimeOpeningHoursException extends Struct.ComponentSchema {
  collectionName: 'components_time_opening_hours_exceptions'
  info: {
    description: 'Een dag waarop het anders is, zoals een feestdag'
    displayName: 'Afwijkende dag'
    icon: 'calendar'
  }
  attributes: {
    closed: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<true>
    closesAt: Schema.Attribute.Time
    date: Schema.Attribute.Date & Schema.Attribute.Required
    opensAt: Schema.Attribute.Time
    reason: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
  }
}

export interface TimeRecurrence extends Struct.ComponentSchema {
  collectionName: 'components_time_recurrences'
  info: {
    description: 'Hoe vaak iets terugkomt, en tot wanneer'
    displayName: 'Herhaling'
    icon: 'refresh'
  }
  attributes: {
    count: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 104
          min: 2
        },
        number
      >
    lastDay: Schema.Attribute.Date
    pattern: Schema.Attribute.Enumeration<
      ['weekly', 'biweekly', 'monthlyByWeekday', 'monthlyByLastWeekday', 'monthlyByDate']
    > &
      Schema.Attribute.Required
  }
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'media.photo': MediaPhoto
      'place.accessibility': PlaceAccessibility
      'project.update': ProjectUpdate
      'time.exception': TimeException
      'time.opening-hours': TimeOpeningHours
      'time.opening-hours-exception': TimeOpeningHoursException
      'time.recurrence': TimeRecurrence
    }
  }
}
