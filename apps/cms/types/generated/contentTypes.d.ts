import type { Schema, Struct } from '@strapi/strapi'

export interface AdminApiToken extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_api_tokens'
  info: {
    description: ''
    displayName: 'Api Token'
    name: 'Api Token'
    pluralName: 'api-tokens'
    singularName: 'api-token'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    accessKey: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    adminPermissions: Schema.Attribute.Relation<'oneToMany', 'admin::permission'>
    adminUserOwner: Schema.Attribute.Relation<'manyToOne', 'admin::user'>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    description: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }> &
      Schema.Attribute.DefaultTo<''>
    encryptedKey: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    expiresAt: Schema.Attribute.DateTime
    kind: Schema.Attribute.Enumeration<['content-api', 'admin']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'content-api'>
    lastUsedAt: Schema.Attribute.DateTime
    lifespan: Schema.Attribute.BigInteger
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::api-token'> & Schema.Attribute.Private
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    permissions: Schema.Attribute.Relation<'oneToMany', 'admin::api-token-permission'>
    publishedAt: Schema.Attribute.DateTime
    type: Schema.Attribute.Enumeration<['read-only', 'full-access', 'custom']> &
      Schema.Attribute.DefaultTo<'read-only'>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface AdminApiTokenPermission extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_api_token_permissions'
  info: {
    description: ''
    displayName: 'API Token Permission'
    name: 'API Token Permission'
    pluralName: 'api-token-permissions'
    singularName: 'api-token-permission'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    action: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::api-token-permission'> &
      Schema.Attribute.Private
    publishedAt: Schema.Attribute.DateTime
    token: Schema.Attribute.Relation<'manyToOne', 'admin::api-token'>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface AdminPermission extends Struct.CollectionTypeSchema {
  collectionName: 'admin_permissions'
  info: {
    description: ''
    displayName: 'Permission'
    name: 'Permission'
    pluralName: 'permissions'
    singularName: 'permission'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    action: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    actionParameters: Schema.Attribute.JSON & Schema.Attribute.DefaultTo<{}>
    apiToken: Schema.Attribute.Relation<'manyToOne', 'admin::api-token'>
    conditions: Schema.Attribute.JSON & Schema.Attribute.DefaultTo<[]>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::permission'> & Schema.Attribute.Private
    properties: Schema.Attribute.JSON & Schema.Attribute.DefaultTo<{}>
    publishedAt: Schema.Attribute.DateTime
    role: Schema.Attribute.Relation<'manyToOne', 'admin::role'>
    subject: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface AdminRole extends Struct.CollectionTypeSchema {
  collectionName: 'admin_roles'
  info: {
    description: ''
    displayName: 'Role'
    name: 'Role'
    pluralName: 'roles'
    singularName: 'role'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    code: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    description: Schema.Attribute.String
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::role'> & Schema.Attribute.Private
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    permissions: Schema.Attribute.Relation<'oneToMany', 'admin::permission'>
    publishedAt: Schema.Attribute.DateTime
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    users: Schema.Attribute.Relation<'manyToMany', 'admin::user'>
  }
}

export interface AdminSession extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_sessions'
  info: {
    description: 'Session Manager storage'
    displayName: 'Session'
    name: 'Session'
    pluralName: 'sessions'
    singularName: 'session'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
    i18n: {
      localized: false
    }
  }
  attributes: {
    absoluteExpiresAt: Schema.Attribute.DateTime & Schema.Attribute.Private
    childId: Schema.Attribute.String & Schema.Attribute.Private
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    deviceId: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private
    expiresAt: Schema.Attribute.DateTime & Schema.Attribute.Required & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::session'> & Schema.Attribute.Private
    metadata: Schema.Attribute.JSON & Schema.Attribute.Private
    origin: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private
    publishedAt: Schema.Attribute.DateTime
    sessionId: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.Unique
    status: Schema.Attribute.String & Schema.Attribute.Private
    type: Schema.Attribute.String & Schema.Attribute.Private
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    userId: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Private
  }
}

export interface AdminTransferToken extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_transfer_tokens'
  info: {
    description: ''
    displayName: 'Transfer Token'
    name: 'Transfer Token'
    pluralName: 'transfer-tokens'
    singularName: 'transfer-token'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    accessKey: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    description: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }> &
      Schema.Attribute.DefaultTo<''>
    expiresAt: Schema.Attribute.DateTime
    lastUsedAt: Schema.Attribute.DateTime
    lifespan: Schema.Attribute.BigInteger
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::transfer-token'> & Schema.Attribute.Private
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    permissions: Schema.Attribute.Relation<'oneToMany', 'admin::transfer-token-permission'>
    publishedAt: Schema.Attribute.DateTime
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface AdminTransferTokenPermission extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_transfer_token_permissions'
  info: {
    description: ''
    displayName: 'Transfer Token Permission'
    name: 'Transfer Token Permission'
    pluralName: 'transfer-token-permissions'
    singularName: 'transfer-token-permission'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    action: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::transfer-token-permission'> &
      Schema.Attribute.Private
    publishedAt: Schema.Attribute.DateTime
    token: Schema.Attribute.Relation<'manyToOne', 'admin::transfer-token'>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface AdminUser extends Struct.CollectionTypeSchema {
  collectionName: 'admin_users'
  info: {
    description: ''
    displayName: 'User'
    name: 'User'
    pluralName: 'users'
    singularName: 'user'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    apiTokens: Schema.Attribute.Relation<'oneToMany', 'admin::api-token'> & Schema.Attribute.Private
    blocked: Schema.Attribute.Boolean & Schema.Attribute.Private & Schema.Attribute.DefaultTo<false>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    email: Schema.Attribute.Email &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.Unique &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 6
      }>
    firstname: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    isActive: Schema.Attribute.Boolean & Schema.Attribute.Private & Schema.Attribute.DefaultTo<false>
    lastname: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'admin::user'> & Schema.Attribute.Private
    password: Schema.Attribute.Password &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 6
      }>
    preferedLanguage: Schema.Attribute.String
    publishedAt: Schema.Attribute.DateTime
    registrationToken: Schema.Attribute.String & Schema.Attribute.Private
    resetPasswordToken: Schema.Attribute.String & Schema.Attribute.Private
    resetPasswordTokenExpiresAt: Schema.Attribute.DateTime & Schema.Attribute.Private
    roles: Schema.Attribute.Relation<'manyToMany', 'admin::role'> & Schema.Attribute.Private
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    username: Schema.Attribute.String
  }
}

export interface ApiAdvertisementAdvertisement extends Struct.CollectionTypeSchema {
  collectionName: 'advertisements'
  info: {
    description: 'Iets waarvoor betaald is; dat staat er altijd bij'
    displayName: 'Advertentie of sponsor'
    pluralName: 'advertisements'
    singularName: 'advertisement'
  }
  options: {
    draftAndPublish: true
  }
  attributes: {
    advertisementKind: Schema.Attribute.Enumeration<['advertisement', 'sponsoredArticle', 'sponsorship']> &
      Schema.Attribute.Required
    amount: Schema.Attribute.Decimal &
      Schema.Attribute.SetMinMax<
        {
          max: 9999999
          min: 0
        },
        number
      >
    body: Schema.Attribute.Blocks
    business: Schema.Attribute.Relation<'manyToOne', 'api::business.business'>
    businessKey: Schema.Attribute.String & Schema.Attribute.Private
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    endsOn: Schema.Attribute.Date & Schema.Attribute.Required
    expiresAt: Schema.Attribute.DateTime
    link: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 250
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::advertisement.advertisement'> &
      Schema.Attribute.Private
    photo: Schema.Attribute.Component<'media.photo', false>
    political: Schema.Attribute.Enumeration<['no', 'yes']> & Schema.Attribute.Required
    publishAt: Schema.Attribute.DateTime
    publishedAt: Schema.Attribute.DateTime
    slug: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
    sponsor: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
        minLength: 2
      }>
    startsOn: Schema.Attribute.Date & Schema.Attribute.Required
    summary: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
        minLength: 2
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    wijk: Schema.Attribute.Relation<'manyToOne', 'api::wijk.wijk'>
    wijkKey: Schema.Attribute.String & Schema.Attribute.Private
  }
}

export interface ApiArticleArticle extends Struct.CollectionTypeSchema {
  collectionName: 'articles'
  info: {
    description: 'Nieuws uit de wijk'
    displayName: 'Nieuwsbericht'
    pluralName: 'articles'
    singularName: 'article'
  }
  options: {
    draftAndPublish: true
  }
  attributes: {
    author: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
    body: Schema.Attribute.Blocks & Schema.Attribute.Required
    correctedOn: Schema.Attribute.Date
    correction: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 600
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    edition: Schema.Attribute.Relation<'manyToOne', 'api::edition.edition'>
    editionKey: Schema.Attribute.String & Schema.Attribute.Private
    expiresAt: Schema.Attribute.DateTime
    inMemoriam: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>
    language: Schema.Attribute.Enumeration<
      [
        'dutch',
        'frisian',
        'lowSaxon',
        'english',
        'german',
        'french',
        'spanish',
        'papiamento',
        'turkish',
        'arabic',
        'persian',
        'tigrinya',
        'somali',
        'polish',
        'ukrainian',
        'russian',
        'chinese',
      ]
    >
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::article.article'> & Schema.Attribute.Private
    organisation: Schema.Attribute.Relation<'manyToOne', 'api::organisation.organisation'>
    organisationKey: Schema.Attribute.String & Schema.Attribute.Private
    photo: Schema.Attribute.Component<'media.photo', false>
    publishAt: Schema.Attribute.DateTime
    publishedAt: Schema.Attribute.DateTime
    publishedFirstAt: Schema.Attribute.DateTime
    slug: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
    summary: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
        minLength: 2
      }>
    topic: Schema.Attribute.Enumeration<
      [
        'living',
        'traffic',
        'green',
        'meeting',
        'cultureAndHistory',
        'sportAndPlay',
        'youth',
        'careAndHelp',
        'safety',
        'work',
        'gemeente',
      ]
    >
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    wijk: Schema.Attribute.Relation<'manyToOne', 'api::wijk.wijk'>
    wijkKey: Schema.Attribute.String & Schema.Attribute.Private
  }
}

export interface ApiBusinessBusiness extends Struct.CollectionTypeSchema {
  collectionName: 'businesses'
  info: {
    description: 'Winkel, bedrijf of zzp\u2019er in de wijk'
    displayName: 'Ondernemer'
    pluralName: 'businesses'
    singularName: 'business'
  }
  options: {
    draftAndPublish: true
  }
  attributes: {
    address: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    body: Schema.Attribute.Blocks
    businessKind: Schema.Attribute.Enumeration<
      ['shop', 'eatery', 'beauty', 'building', 'healthBusiness', 'services', 'otherBusiness']
    > &
      Schema.Attribute.Required
    byAppointment: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    email: Schema.Attribute.Email &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 254
      }>
    expiresAt: Schema.Attribute.DateTime
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::business.business'> & Schema.Attribute.Private
    mapPoint: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500
      }>
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
        minLength: 2
      }>
    openingHours: Schema.Attribute.Component<'time.opening-hours', true> &
      Schema.Attribute.SetMinMax<
        {
          max: 28
        },
        number
      >
    openingHoursExceptions: Schema.Attribute.Component<'time.opening-hours-exception', true> &
      Schema.Attribute.SetMinMax<
        {
          max: 60
        },
        number
      >
    phone: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 30
      }>
    photo: Schema.Attribute.Component<'media.photo', false>
    photos: Schema.Attribute.Component<'media.photo', true> &
      Schema.Attribute.SetMinMax<
        {
          max: 12
        },
        number
      >
    publishAt: Schema.Attribute.DateTime
    publishedAt: Schema.Attribute.DateTime
    slug: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
    summary: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    website: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 250
      }>
    wijk: Schema.Attribute.Relation<'manyToOne', 'api::wijk.wijk'>
    wijkKey: Schema.Attribute.String & Schema.Attribute.Private
  }
}

export interface ApiDealDeal extends Struct.CollectionTypeSchema {
  collectionName: 'deals'
  info: {
    description: 'Een aanbieding van een ondernemer, met een einde'
    displayName: 'Aanbieding'
    pluralName: 'deals'
    singularName: 'deal'
  }
  options: {
    draftAndPublish: true
  }
  attributes: {
    body: Schema.Attribute.Blocks
    business: Schema.Attribute.Relation<'manyToOne', 'api::business.business'>
    businessKey: Schema.Attribute.String & Schema.Attribute.Private
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    endsAt: Schema.Attribute.DateTime & Schema.Attribute.Required
    expiresAt: Schema.Attribute.DateTime
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::deal.deal'> & Schema.Attribute.Private
    photo: Schema.Attribute.Component<'media.photo', false>
    publishAt: Schema.Attribute.DateTime
    publishedAt: Schema.Attribute.DateTime
    slug: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
    startsAt: Schema.Attribute.DateTime & Schema.Attribute.Required
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
        minLength: 2
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    wijk: Schema.Attribute.Relation<'manyToOne', 'api::wijk.wijk'>
    wijkKey: Schema.Attribute.String & Schema.Attribute.Private
  }
}

export interface ApiEditionEdition extends Struct.CollectionTypeSchema {
  collectionName: 'editions'
  info: {
    description: 'Een nummer van de wijkkrant, om online te lezen'
    displayName: 'Wijkkrant'
    pluralName: 'editions'
    singularName: 'edition'
  }
  options: {
    draftAndPublish: true
  }
  attributes: {
    body: Schema.Attribute.Blocks
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    expiresAt: Schema.Attribute.DateTime
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::edition.edition'> & Schema.Attribute.Private
    number: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 9999
          min: 1
        },
        number
      >
    pdf: Schema.Attribute.Media<'files'>
    photo: Schema.Attribute.Component<'media.photo', false>
    publicationDate: Schema.Attribute.Date & Schema.Attribute.Required
    publishAt: Schema.Attribute.DateTime
    publishedAt: Schema.Attribute.DateTime
    slug: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
    summary: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
        minLength: 2
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    wijk: Schema.Attribute.Relation<'manyToOne', 'api::wijk.wijk'>
    wijkKey: Schema.Attribute.String & Schema.Attribute.Private
  }
}

export interface ApiEventEvent extends Struct.CollectionTypeSchema {
  collectionName: 'events'
  info: {
    description: 'Iets in de wijk met een dag en een plek'
    displayName: 'Activiteit'
    pluralName: 'events'
    singularName: 'event'
  }
  options: {
    draftAndPublish: true
  }
  attributes: {
    accessibility: Schema.Attribute.Component<'place.accessibility', false>
    address: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    allDay: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>
    body: Schema.Attribute.Blocks
    cancelled: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    endsAt: Schema.Attribute.DateTime
    exceptions: Schema.Attribute.Component<'time.exception', true> &
      Schema.Attribute.SetMinMax<
        {
          max: 60
        },
        number
      >
    expiresAt: Schema.Attribute.DateTime
    language: Schema.Attribute.Enumeration<
      [
        'dutch',
        'frisian',
        'lowSaxon',
        'english',
        'german',
        'french',
        'spanish',
        'papiamento',
        'turkish',
        'arabic',
        'persian',
        'tigrinya',
        'somali',
        'polish',
        'ukrainian',
        'russian',
        'chinese',
      ]
    >
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::event.event'> & Schema.Attribute.Private
    mapPoint: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500
      }>
    movedFrom: Schema.Attribute.DateTime
    organisation: Schema.Attribute.Relation<'manyToOne', 'api::organisation.organisation'>
    organisationKey: Schema.Attribute.String & Schema.Attribute.Private
    photo: Schema.Attribute.Component<'media.photo', false>
    place: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    price: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    publishAt: Schema.Attribute.DateTime
    publishedAt: Schema.Attribute.DateTime
    recurrence: Schema.Attribute.Component<'time.recurrence', false>
    slug: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
    startsAt: Schema.Attribute.DateTime & Schema.Attribute.Required
    summary: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
        minLength: 2
      }>
    topic: Schema.Attribute.Enumeration<
      [
        'living',
        'traffic',
        'green',
        'meeting',
        'cultureAndHistory',
        'sportAndPlay',
        'youth',
        'careAndHelp',
        'safety',
        'work',
        'gemeente',
      ]
    >
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    wijk: Schema.Attribute.Relation<'manyToOne', 'api::wijk.wijk'>
    wijkKey: Schema.Attribute.String & Schema.Attribute.Private
  }
}

export interface ApiInfoPageInfoPage extends Struct.CollectionTypeSchema {
  collectionName: 'info_pages'
  info: {
    description: 'Vaste pagina, zoals Over de wijk of Contact'
    displayName: 'Pagina'
    pluralName: 'info-pages'
    singularName: 'info-page'
  }
  options: {
    draftAndPublish: true
  }
  attributes: {
    body: Schema.Attribute.Blocks & Schema.Attribute.Required
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    expiresAt: Schema.Attribute.DateTime
    language: Schema.Attribute.Enumeration<
      [
        'dutch',
        'frisian',
        'lowSaxon',
        'english',
        'german',
        'french',
        'spanish',
        'papiamento',
        'turkish',
        'arabic',
        'persian',
        'tigrinya',
        'somali',
        'polish',
        'ukrainian',
        'russian',
        'chinese',
      ]
    >
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::info-page.info-page'> &
      Schema.Attribute.Private
    position: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 999
          min: 0
        },
        number
      > &
      Schema.Attribute.DefaultTo<0>
    publishAt: Schema.Attribute.DateTime
    publishedAt: Schema.Attribute.DateTime
    slug: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
        minLength: 2
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    wijk: Schema.Attribute.Relation<'manyToOne', 'api::wijk.wijk'>
    wijkKey: Schema.Attribute.String & Schema.Attribute.Private
  }
}

export interface ApiLiveabilityProjectLiveabilityProject extends Struct.CollectionTypeSchema {
  collectionName: 'liveability_projects'
  info: {
    description: 'Iets dat de wijk beter maakt, met geld of handen van de wijk'
    displayName: 'Leefbaarheidsproject'
    pluralName: 'liveability-projects'
    singularName: 'liveability-project'
  }
  options: {
    draftAndPublish: true
  }
  attributes: {
    body: Schema.Attribute.Blocks
    budget: Schema.Attribute.Decimal &
      Schema.Attribute.SetMinMax<
        {
          max: 9999999
          min: 0
        },
        number
      >
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    expiresAt: Schema.Attribute.DateTime
    goal: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::liveability-project.liveability-project'> &
      Schema.Attribute.Private
    organisation: Schema.Attribute.Relation<'manyToOne', 'api::organisation.organisation'>
    organisationKey: Schema.Attribute.String & Schema.Attribute.Private
    photo: Schema.Attribute.Component<'media.photo', false>
    photos: Schema.Attribute.Component<'media.photo', true> &
      Schema.Attribute.SetMinMax<
        {
          max: 12
        },
        number
      >
    publishAt: Schema.Attribute.DateTime
    publishedAt: Schema.Attribute.DateTime
    result: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000
      }>
    slug: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
    spent: Schema.Attribute.Decimal &
      Schema.Attribute.SetMinMax<
        {
          max: 9999999
          min: 0
        },
        number
      >
    stage: Schema.Attribute.Enumeration<['idea', 'planned', 'underway', 'done', 'stopped']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'idea'>
    summary: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
        minLength: 2
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    updates: Schema.Attribute.Component<'project.update', true> &
      Schema.Attribute.SetMinMax<
        {
          max: 100
        },
        number
      >
    wijk: Schema.Attribute.Relation<'manyToOne', 'api::wijk.wijk'>
    wijkKey: Schema.Attribute.String & Schema.Attribute.Private
  }
}

export interface ApiNoticeNotice extends Struct.CollectionTypeSchema {
  collectionName: 'notices'
  info: {
    description: 'Iets vragen, aanbieden, weggeven, kwijt of gevonden'
    displayName: 'Prikbordbericht'
    pluralName: 'notices'
    singularName: 'notice'
  }
  options: {
    draftAndPublish: true
  }
  attributes: {
    body: Schema.Attribute.Blocks
    contactEmail: Schema.Attribute.Email &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 254
      }>
    contactName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
    contactPhone: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 30
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    expiresAt: Schema.Attribute.DateTime
    fulfilled: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>
    fulfilledAt: Schema.Attribute.DateTime
    language: Schema.Attribute.Enumeration<
      [
        'dutch',
        'frisian',
        'lowSaxon',
        'english',
        'german',
        'french',
        'spanish',
        'papiamento',
        'turkish',
        'arabic',
        'persian',
        'tigrinya',
        'somali',
        'polish',
        'ukrainian',
        'russian',
        'chinese',
      ]
    >
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::notice.notice'> & Schema.Attribute.Private
    noticeKind: Schema.Attribute.Enumeration<['request', 'offer', 'giveaway', 'lost', 'found']> &
      Schema.Attribute.Required
    organisation: Schema.Attribute.Relation<'manyToOne', 'api::organisation.organisation'>
    organisationKey: Schema.Attribute.String & Schema.Attribute.Private
    photo: Schema.Attribute.Component<'media.photo', false>
    place: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    publishAt: Schema.Attribute.DateTime
    publishedAt: Schema.Attribute.DateTime
    publishedFirstAt: Schema.Attribute.DateTime
    showContact: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>
    slug: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
    summary: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300
      }>
    title: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
        minLength: 2
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    wijk: Schema.Attribute.Relation<'manyToOne', 'api::wijk.wijk'>
    wijkKey: Schema.Attribute.String & Schema.Attribute.Private
  }
}

export interface ApiOrganisationOrganisation extends Struct.CollectionTypeSchema {
  collectionName: 'organisations'
  info: {
    description: 'Vereniging, buurthuis, school of andere organisatie in de wijk'
    displayName: 'Organisatie'
    pluralName: 'organisations'
    singularName: 'organisation'
  }
  options: {
    draftAndPublish: true
  }
  attributes: {
    accessibility: Schema.Attribute.Component<'place.accessibility', false>
    address: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    body: Schema.Attribute.Blocks
    byAppointment: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>
    contactName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    email: Schema.Attribute.Email &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 254
      }>
    expiresAt: Schema.Attribute.DateTime
    helpsWith: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::organisation.organisation'> &
      Schema.Attribute.Private
    mapPoint: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 500
      }>
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
        minLength: 2
      }>
    openingHours: Schema.Attribute.Component<'time.opening-hours', true> &
      Schema.Attribute.SetMinMax<
        {
          max: 28
        },
        number
      >
    openingHoursExceptions: Schema.Attribute.Component<'time.opening-hours-exception', true> &
      Schema.Attribute.SetMinMax<
        {
          max: 60
        },
        number
      >
    organisationKind: Schema.Attribute.Enumeration<
      [
        'communityCentre',
        'club',
        'sportClub',
        'residents',
        'help',
        'healthCare',
        'school',
        'faith',
        'government',
        'otherOrganisation',
      ]
    >
    phone: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 30
      }>
    photo: Schema.Attribute.Component<'media.photo', false>
    publishAt: Schema.Attribute.DateTime
    publishedAt: Schema.Attribute.DateTime
    slug: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
    summary: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    website: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 250
      }>
    wijk: Schema.Attribute.Relation<'manyToOne', 'api::wijk.wijk'>
    wijkKey: Schema.Attribute.String & Schema.Attribute.Private
  }
}

export interface ApiPersonPerson extends Struct.CollectionTypeSchema {
  collectionName: 'persons'
  info: {
    description: 'Iemand die zelf in het wie-is-wie wil staan'
    displayName: 'Persoon'
    pluralName: 'persons'
    singularName: 'person'
  }
  options: {
    draftAndPublish: true
  }
  attributes: {
    body: Schema.Attribute.Blocks
    consentOn: Schema.Attribute.Date
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    email: Schema.Attribute.Email &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 254
      }>
    expiresAt: Schema.Attribute.DateTime
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::person.person'> & Schema.Attribute.Private
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
        minLength: 2
      }>
    oldEnough: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>
    organisation: Schema.Attribute.Relation<'manyToOne', 'api::organisation.organisation'>
    organisationKey: Schema.Attribute.String & Schema.Attribute.Private
    phone: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 30
      }>
    photo: Schema.Attribute.Component<'media.photo', false>
    publishAt: Schema.Attribute.DateTime
    publishedAt: Schema.Attribute.DateTime
    role: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    slug: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
    street: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
    summary: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 300
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    wijk: Schema.Attribute.Relation<'manyToOne', 'api::wijk.wijk'>
    wijkKey: Schema.Attribute.String & Schema.Attribute.Private
  }
}

export interface ApiWijkWijk extends Struct.CollectionTypeSchema {
  collectionName: 'wijken'
  info: {
    description: 'Een wijk, buurt of dorp met een eigen site'
    displayName: 'Wijk'
    pluralName: 'wijken'
    singularName: 'wijk'
  }
  options: {
    draftAndPublish: false
  }
  attributes: {
    btwNumber: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 24
      }>
    cbsCode: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 10
      }>
    cbsVintage: Schema.Attribute.Integer &
      Schema.Attribute.SetMinMax<
        {
          max: 2100
          min: 1995
        },
        number
      >
    colour: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 7
      }> &
      Schema.Attribute.DefaultTo<'#1f5f4f'>
    contactEmail: Schema.Attribute.Email &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 254
      }>
    contactPhone: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 30
      }>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    domain: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 253
      }>
    editors: Schema.Attribute.Relation<'manyToMany', 'admin::user'>
    facebook: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 250
      }>
    instagram: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 250
      }>
    kvkNumber: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 8
      }>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'api::wijk.wijk'> & Schema.Attribute.Private
    logo: Schema.Attribute.Media<'images'>
    mastodon: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 250
      }>
    municipality: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
      }>
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 80
        minLength: 2
      }>
    privacyEmail: Schema.Attribute.Email &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 254
      }>
    publishedAt: Schema.Attribute.DateTime
    publisherAddress: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 160
      }>
    publisherName: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    restingContact: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 200
      }>
    restingSince: Schema.Attribute.Date
    restingWhy: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 600
      }>
    slug: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 63
      }>
    startedOn: Schema.Attribute.Date
    state: Schema.Attribute.Enumeration<['draft', 'active', 'resting', 'archived']> &
      Schema.Attribute.Required &
      Schema.Attribute.DefaultTo<'draft'>
    tagline: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 120
      }>
    targets: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 60
      }>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    wantsBuurtverbinder: Schema.Attribute.Boolean & Schema.Attribute.DefaultTo<false>
    welcome: Schema.Attribute.Text &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 1000
      }>
    whatsapp: Schema.Attribute.String &
      Schema.Attribute.SetMinMaxLength<{
        maxLength: 250
      }>
  }
}

export interface PluginContentReleasesRelease extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_releases'
  info: {
    displayName: 'Release'
    pluralName: 'releases'
    singularName: 'release'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    actions: Schema.Attribute.Relation<'oneToMany', 'plugin::content-releases.release-action'>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::content-releases.release'> &
      Schema.Attribute.Private
    name: Schema.Attribute.String & Schema.Attribute.Required
    publishedAt: Schema.Attribute.DateTime
    releasedAt: Schema.Attribute.DateTime
    scheduledAt: Schema.Attribute.DateTime
    status: Schema.Attribute.Enumeration<['ready', 'blocked', 'failed', 'done', 'empty']> &
      Schema.Attribute.Required
    timezone: Schema.Attribute.String
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface PluginContentReleasesReleaseAction extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_release_actions'
  info: {
    displayName: 'Release Action'
    pluralName: 'release-actions'
    singularName: 'release-action'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    contentType: Schema.Attribute.String & Schema.Attribute.Required
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    entryDocumentId: Schema.Attribute.String
    isEntryValid: Schema.Attribute.Boolean
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::content-releases.release-action'> &
      Schema.Attribute.Private
    publishedAt: Schema.Attribute.DateTime
    release: Schema.Attribute.Relation<'manyToOne', 'plugin::content-releases.release'>
    type: Schema.Attribute.Enumeration<['publish', 'unpublish']> & Schema.Attribute.Required
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface PluginI18NLocale extends Struct.CollectionTypeSchema {
  collectionName: 'i18n_locale'
  info: {
    collectionName: 'locales'
    description: ''
    displayName: 'Locale'
    pluralName: 'locales'
    singularName: 'locale'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    code: Schema.Attribute.String & Schema.Attribute.Unique
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::i18n.locale'> & Schema.Attribute.Private
    name: Schema.Attribute.String &
      Schema.Attribute.SetMinMax<
        {
          max: 50
          min: 1
        },
        number
      >
    publishedAt: Schema.Attribute.DateTime
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface PluginReviewWorkflowsWorkflow extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_workflows'
  info: {
    description: ''
    displayName: 'Workflow'
    name: 'Workflow'
    pluralName: 'workflows'
    singularName: 'workflow'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    contentTypes: Schema.Attribute.JSON & Schema.Attribute.Required & Schema.Attribute.DefaultTo<'[]'>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::review-workflows.workflow'> &
      Schema.Attribute.Private
    name: Schema.Attribute.String & Schema.Attribute.Required & Schema.Attribute.Unique
    publishedAt: Schema.Attribute.DateTime
    stageRequiredToPublish: Schema.Attribute.Relation<'oneToOne', 'plugin::review-workflows.workflow-stage'>
    stages: Schema.Attribute.Relation<'oneToMany', 'plugin::review-workflows.workflow-stage'>
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

export interface PluginReviewWorkflowsWorkflowStage extends Struct.CollectionTypeSchema {
  collectionName: 'strapi_workflows_stages'
  info: {
    description: ''
    displayName: 'Stages'
    name: 'Workflow Stage'
    pluralName: 'workflow-stages'
    singularName: 'workflow-stage'
  }
  options: {
    draftAndPublish: false
    version: '1.1.0'
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    color: Schema.Attribute.String & Schema.Attribute.DefaultTo<'#4945FF'>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::review-workflows.workflow-stage'> &
      Schema.Attribute.Private
    name: Schema.Attribute.String
    permissions: Schema.Attribute.Relation<'manyToMany', 'admin::permission'>
    publishedAt: Schema.Attribute.DateTime
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    workflow: Schema.Attribute.Relation<'manyToOne', 'plugin::review-workflows.workflow'>
  }
}

export interface PluginUploadFile extends Struct.CollectionTypeSchema {
  collectionName: 'files'
  info: {
    description: ''
    displayName: 'File'
    pluralName: 'files'
    singularName: 'file'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    alternativeText: Schema.Attribute.Text
    bytesVersion: Schema.Attribute.String & Schema.Attribute.Private
    caption: Schema.Attribute.Text
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    ext: Schema.Attribute.String
    focalPoint: Schema.Attribute.JSON
    folder: Schema.Attribute.Relation<'manyToOne', 'plugin::upload.folder'> & Schema.Attribute.Private
    folderPath: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.Private &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    formats: Schema.Attribute.JSON
    hash: Schema.Attribute.String & Schema.Attribute.Required
    height: Schema.Attribute.Integer
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.file'> & Schema.Attribute.Private
    mime: Schema.Attribute.String & Schema.Attribute.Required
    name: Schema.Attribute.String & Schema.Attribute.Required
    previewUrl: Schema.Attribute.Text
    provider: Schema.Attribute.String & Schema.Attribute.Required
    provider_metadata: Schema.Attribute.JSON
    publishedAt: Schema.Attribute.DateTime
    related: Schema.Attribute.Relation<'morphToMany'>
    size: Schema.Attribute.Decimal & Schema.Attribute.Required
    taggedPdf: Schema.Attribute.Boolean & Schema.Attribute.Private
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    url: Schema.Attribute.Text & Schema.Attribute.Required
    width: Schema.Attribute.Integer
    wijkKey: Schema.Attribute.String & Schema.Attribute.Private
  }
}

export interface PluginUploadFolder extends Struct.CollectionTypeSchema {
  collectionName: 'upload_folders'
  info: {
    displayName: 'Folder'
    pluralName: 'folders'
    singularName: 'folder'
  }
  options: {
    draftAndPublish: false
  }
  pluginOptions: {
    'content-manager': {
      visible: false
    }
    'content-type-builder': {
      visible: false
    }
  }
  attributes: {
    children: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.folder'>
    createdAt: Schema.Attribute.DateTime
    createdBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
    files: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.file'>
    locale: Schema.Attribute.String & Schema.Attribute.Private
    localizations: Schema.Attribute.Relation<'oneToMany', 'plugin::upload.folder'> & Schema.Attribute.Private
    name: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    parent: Schema.Attribute.Relation<'manyToOne', 'plugin::upload.folder'>
    path: Schema.Attribute.String &
      Schema.Attribute.Required &
      Schema.Attribute.SetMinMaxLength<{
        minLength: 1
      }>
    pathId: Schema.Attribute.Integer & Schema.Attribute.Required & Schema.Attribute.Unique
    publishedAt: Schema.Attribute.DateTime
    updatedAt: Schema.Attribute.DateTime
    updatedBy: Schema.Attribute.Relation<'oneToOne', 'admin::user'> & Schema.Attribute.Private
  }
}

declare module '@strapi/strapi' {
  export namespace Public {
    export interface ContentTypeSchemas {
      'admin::api-token': AdminApiToken
      'admin::api-token-permission': AdminApiTokenPermission
      'admin::permission': AdminPermission
      'admin::role': AdminRole
      'admin::session': AdminSession
      'admin::transfer-token': AdminTransferToken
      'admin::transfer-token-permission': AdminTransferTokenPermission
      'admin::user': AdminUser
      'api::advertisement.advertisement': ApiAdvertisementAdvertisement
      'api::article.article': ApiArticleArticle
      'api::business.business': ApiBusinessBusiness
      'api::deal.deal': ApiDealDeal
      'api::edition.edition': ApiEditionEdition
      'api::event.event': ApiEventEvent
      'api::info-page.info-page': ApiInfoPageInfoPage
      'api::liveability-project.liveability-project': ApiLiveabilityProjectLiveabilityProject
      'api::notice.notice': ApiNoticeNotice
      'api::organisation.organisation': ApiOrganisationOrganisation
      'api::person.person': ApiPersonPerson
      'api::wijk.wijk': ApiWijkWijk
      'plugin::content-releases.release': PluginContentReleasesRelease
      'plugin::content-releases.release-action': PluginContentReleasesReleaseAction
      'plugin::i18n.locale': PluginI18NLocale
      'plugin::review-workflows.workflow': PluginReviewWorkflowsWorkflow
      'plugin::review-workflows.workflow-stage': PluginReviewWorkflowsWorkflowStage
      'plugin::upload.file': PluginUploadFile
      'plugin::upload.folder': PluginUploadFolder
    }
  }
}
