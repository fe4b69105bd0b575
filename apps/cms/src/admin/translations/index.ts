import admin from './admin.json'
import contentManager from './content-manager.json'
import contentReleases from './content-releases.json'
import contentTypeBuilder from './content-type-builder.json'
import graphql from './graphql.json'
import i18n from './i18n.json'
import names from './names.json'
import reviewWorkflows from './review-workflows.json'
import upload from './upload.json'
import wijkpers from './wijkpers.json'

type Messages = Record<string, string>

/**
 * Dutch that Strapi's own packs leave out, and better words where theirs are technical or half English.
 * One file per plugin with the plugin's own keys; Strapi wants them with the plugin's name in front.
 * `names.json` has what comes from data: content types, choices, roles, fields that Strapi adds itself.
 */
export const nl: Messages = {
  ...admin,
  ...names,
  ...named('content-manager', contentManager),
  ...named('content-releases', contentReleases),
  ...named('content-type-builder', contentTypeBuilder),
  ...named('graphql', graphql),
  ...named('i18n', i18n),
  ...named('review-workflows', reviewWorkflows),
  ...named('upload', upload),
  ...named('wijkpers', wijkpers),
}

function named(plugin: string, messages: Messages): Messages {
  return Object.fromEntries(Object.entries(messages).map(([key, text]) => [`${plugin}.${key}`, text]))
}
