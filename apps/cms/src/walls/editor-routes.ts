/**
 * Every route that an editor may call, each with what keeps it within his own wijken. Any other is an operator's:
 * a route that a new version of Strapi or a plugin brings along is closed until it stands here
 * (tests/cms/routes.test.ts walks them all).
 */

/** What keeps a route within the wijken of who calls it. */
type Wall =
  /** It is about himself. */
  | 'himself'
  /** It tells nothing of any wijk: settings of the panel, names of fields. */
  | 'nothing of a wijk'
  /** Permissions with their conditions, and document-wall.ts and role-wall.ts behind them. */
  | 'conditions and documents'
  /** The conditions on files, and guard-routes.ts where a route does not ask them. */
  | 'files'
  /** guard-routes.ts answers in Strapi's place, or asks first whether it is his. */
  | 'guarded'
  /** Our own route, which asks for his wijken itself. */
  | 'ours'

const COLLECTION = '/content-manager/collection-types/:model'

export const EDITOR_ROUTES: Readonly<Record<string, Wall>> = {
  'GET /admin/users/me': 'himself',
  'PUT /admin/users/me': 'himself',
  'GET /admin/users/me/permissions': 'himself',
  'GET /admin/users/me/sessions': 'himself',
  'DELETE /admin/users/me/sessions': 'himself',
  'DELETE /admin/users/me/sessions/:sessionId': 'himself',
  'POST /admin/permissions/check': 'himself',
  'POST /admin/logout': 'himself',

  'GET /admin/ai-feature-config': 'nothing of a wijk',
  'GET /admin/guided-tour-meta': 'nothing of a wijk',
  'GET /admin/information': 'nothing of a wijk',
  'GET /admin/telemetry-properties': 'nothing of a wijk',
  'GET /content-manager/init': 'nothing of a wijk',
  'GET /content-manager/content-types': 'nothing of a wijk',
  'GET /content-manager/content-types-settings': 'nothing of a wijk',
  'GET /content-manager/content-types/:uid/configuration': 'nothing of a wijk',
  'GET /content-manager/components': 'nothing of a wijk',
  'GET /content-manager/components/:uid/configuration': 'nothing of a wijk',
  'GET /i18n/locales': 'nothing of a wijk',
  'GET /i18n/settings': 'nothing of a wijk',
  'GET /upload/configuration': 'nothing of a wijk',
  'GET /upload/settings': 'nothing of a wijk',

  [`GET ${COLLECTION}`]: 'conditions and documents',
  [`POST ${COLLECTION}`]: 'conditions and documents',
  [`GET ${COLLECTION}/:id`]: 'guarded',
  [`PUT ${COLLECTION}/:id`]: 'conditions and documents',
  [`DELETE ${COLLECTION}/:id`]: 'conditions and documents',
  [`POST ${COLLECTION}/clone/:sourceId`]: 'conditions and documents',
  [`POST ${COLLECTION}/auto-clone/:sourceId`]: 'conditions and documents',
  [`GET ${COLLECTION}/:id/actions/countDraftRelations`]: 'conditions and documents',
  [`GET ${COLLECTION}/actions/countManyEntriesDraftRelations`]: 'guarded',
  [`POST ${COLLECTION}/:id/actions/publish`]: 'conditions and documents',
  [`POST ${COLLECTION}/:id/actions/unpublish`]: 'conditions and documents',
  [`POST ${COLLECTION}/:id/actions/discard`]: 'conditions and documents',
  [`POST ${COLLECTION}/actions/publish`]: 'conditions and documents',
  [`POST ${COLLECTION}/actions/bulkPublish`]: 'conditions and documents',
  [`POST ${COLLECTION}/actions/bulkUnpublish`]: 'conditions and documents',
  [`POST ${COLLECTION}/actions/bulkDelete`]: 'conditions and documents',
  [`POST ${COLLECTION}/actions/bulkFindForValidation`]: 'conditions and documents',
  'GET /content-manager/relations/:model/:targetField': 'conditions and documents',
  'GET /content-manager/relations/:model/:id/:targetField': 'conditions and documents',

  'GET /upload/files': 'files',
  'GET /upload/files/:id': 'files',
  'POST /upload': 'files',
  'POST /upload/files': 'files',
  'PUT /upload/files/:id': 'files',
  'DELETE /upload/files/:id': 'files',
  'POST /upload/files/:id/replace': 'files',
  'POST /upload/actions/bulk-update': 'guarded',
  'POST /upload/actions/bulk-delete': 'guarded',
  'POST /upload/actions/bulk-move': 'guarded',
  'GET /upload/folders': 'guarded',
  'GET /upload/folder-structure': 'guarded',

  'GET /wijkpers/me': 'ours',
  'GET /wijkpers/me/senders': 'ours',
  'PUT /wijkpers/me/sender': 'ours',
  'PUT /wijkpers/me/wijk': 'ours',
  'GET /wijkpers/home': 'ours',
  'GET /wijkpers/life': 'ours',
  'GET /wijkpers/receipt': 'ours',
  'GET /wijkpers/people': 'ours',
  'GET /wijkpers/plan': 'ours',
  'GET /wijkpers/review': 'ours',
  'GET /wijkpers/trail': 'ours',
  'GET /wijkpers/versions': 'ours',
  'GET /wijkpers/wijk-of': 'ours',
  'GET /wijkpers/trail/wijken': 'ours',
  'POST /wijkpers/life': 'ours',
  'POST /wijkpers/people/invite': 'ours',
  'POST /wijkpers/people/invite-again': 'ours',
  'POST /wijkpers/people/take-off': 'ours',
  'POST /wijkpers/preview': 'ours',
  'POST /wijkpers/review/give-back': 'ours',
  'POST /wijkpers/review/hand-in': 'ours',
  'POST /wijkpers/review/take-back': 'ours',
  'POST /wijkpers/versions/restore': 'ours',
}
