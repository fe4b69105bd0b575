/**
 * Dutch for everybody who has not chosen a language, the login page included.
 *
 * Strapi has no setting for it: it reads this key before the first paint and falls back to English.
 * A language somebody chose in their own profile still wins after logging in.
 */
const CHOSEN_LANGUAGE = 'strapi-admin-language'

export function speakDutchByDefault(page: Document, storage: Storage) {
  const language = storage.getItem(CHOSEN_LANGUAGE) ?? 'nl'
  storage.setItem(CHOSEN_LANGUAGE, language)
  page.documentElement.lang = language
}
