import type { Schema, Struct } from '@strapi/strapi'

export interface MediaPhoto extends Struct.ComponentSchema {
  collectionName: 'components_media_photos'
  info: {
    description: 'Een foto, met wat erop staat, wie haar maakte en of ze getoond mag worden'
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

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ComponentSchemas {
      'media.photo': MediaPhoto
    }
  }
}
