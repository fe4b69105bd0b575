import type { Core } from '@strapi/strapi'
import { makeFirstAccounts } from './accounts/accounts.ts'
import { takeBarePhotos } from './entries/bare-photos.ts'
import { cbsRoutes } from './cbs/routes.ts'
import { registerAreaTable } from './cbs/tables.ts'
import { giveSameTimes } from './database/same-times.ts'
import { makeIndexes } from './entries/indexes.ts'
import { readLessOnTheWay } from './entries/lean-publish.ts'
import { keepEntryRules } from './entries/rules.ts'
import { closeGraphql } from './graphql/closed.ts'
import { createHints, type Hints } from './hints/hints.ts'
import { notifyRaised } from './hints/notify.ts'
import { noticeWhoWorks } from './hints/who-works.ts'
import { keepVersions } from './history/keep-versions.ts'
import { giveVersionsTheirWijk, registerVersionTable } from './history/tables.ts'
import { versionRoutes } from './history/version-routes.ts'
import { homeRoute } from './home/routes.ts'
import { createImportWijk } from './import/import-wijk.ts'
import { applyLabels } from './labels/labels.ts'
import { mailRoutes } from './mail/routes.ts'
import { startSending } from './mail/sending.ts'
import { takeStrapisMail } from './mail/strapi-mail.ts'
import { registerMailTable } from './mail/tables.ts'
import { endInvitations } from './people/invitation-ends.ts'
import { meRoute } from './people/me.ts'
import { keepOwnAddress } from './people/own-address.ts'
import { peopleRoutes } from './people/people-routes.ts'
import { senderRoutes } from './people/sender.ts'
import { registerPeopleTables } from './people/tables.ts'
import type { Alarm } from './planning/alarm.ts'
import { forgetEndedPlans, forgetFailedPlans, registerFailedPlans } from './planning/failed-plans.ts'
import { createSchedule } from './planning/schedule.ts'
import { explainRefusals } from './uploads/explain-refusals.ts'
import { previewRoute } from './previews/preview-route.ts'
import { receiptRoutes } from './receipts/routes.ts'
import { reviewRoutes } from './reviews/routes.ts'
import { registerReviewTable } from './reviews/tables.ts'
import { watchReviews } from './reviews/watch-reviews.ts'
import { registerFormerAddresses } from './revisions/former-addresses.ts'
import { createRevisions, type Revisions } from './revisions/revisions.ts'
import { registerRevisionTables } from './revisions/tables.ts'
import { watchDocuments } from './revisions/watch-documents.ts'
import { registerWithdrawnTable } from './revisions/withdrawn.ts'
import { watchMedia } from './revisions/watch-media.ts'
import { registerActions } from './roles/actions.ts'
import { keepAbilities } from './roles/kept-abilities.ts'
import { makeRoles } from './roles/make-roles.ts'
import { settingsOf } from './settings/settings.ts'
import { statusRoute } from './status/status-route.ts'
import { trailRoutes } from './trail/routes.ts'
import { registerTrailTable } from './trail/tables.ts'
import { refuseOverwriting } from './trail/refuse-overwriting.ts'
import { trackAccounts } from './trail/track-accounts.ts'
import { trackDocuments } from './trail/track-documents.ts'
import { keepUploadsWhole } from './uploads/keep-whole.ts'
import { keepToAskedLists } from './walls/asked-lists.ts'
import { claimFiles } from './walls/claim-files.ts'
import { wallDocuments } from './walls/document-wall.ts'
import { markFiles } from './walls/files.ts'
import { guardRoutes } from './walls/guard-routes.ts'
import { narrowLists, narrowQueries } from './walls/list-scope.ts'
import { closeUnknownRoutes } from './walls/route-wall.ts'
import { noteWantedKeepers } from './wijken/keepers.ts'
import { wijkRoutes } from './wijken/routes.ts'
import { keepWijkRules } from './wijken/rules.ts'

let hints: Hints
let revisions: Revisions
let schedule: Alarm | undefined
let sending: Alarm | undefined

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    const { hintSecret, publisherUrl, adminUrl } = settingsOf(strapi)
    if (adminUrl !== null) strapi.config.set('admin.absoluteUrl', adminUrl)
    hints = createHints({
      publisherUrl,
      secret: hintSecret,
      fetch,
      onLost: (wijk, reason) => strapi.log.debug(`[hints] ${wijk}: ${reason}`),
    })
    revisions = createRevisions({
      onRaising: (trx, wijk) => notifyRaised(strapi, trx, wijk),
      onRaised(wijk) {
        hints.send(wijk)
        schedule?.look()
      },
    })

    registerRevisionTables(strapi)
    registerWithdrawnTable(strapi)
    registerFormerAddresses(strapi)
    registerReviewTable(strapi)
    registerPeopleTables(strapi)
    registerFailedPlans(strapi)
    registerTrailTable(strapi)
    registerVersionTable(strapi)
    registerMailTable(strapi)
    registerAreaTable(strapi)
    registerActions(strapi)
    closeGraphql(strapi, { importWijk: createImportWijk(strapi, revisions) })
    closeUnknownRoutes(strapi)
    noticeWhoWorks(strapi, (wijk) => hints.soon(wijk))
    guardRoutes(strapi)
    narrowLists(strapi)
    keepToAskedLists(strapi)
    explainRefusals(strapi)
    await keepUploadsWhole(strapi)
    takeBarePhotos(strapi)
    meRoute(strapi)
    senderRoutes(strapi)
    endInvitations(strapi)
    keepOwnAddress(strapi)
    peopleRoutes(strapi)
    mailRoutes(strapi)
    receiptRoutes(strapi)
    reviewRoutes(strapi)
    homeRoute(strapi)
    versionRoutes(strapi)
    previewRoute(strapi)
    trailRoutes(strapi)
    wijkRoutes(strapi)
    cbsRoutes(strapi)
    statusRoute(strapi)

    // From the outside in: the transaction, who may, what must hold.
    watchDocuments(strapi, revisions)
    trackDocuments(strapi)
    watchReviews(strapi)
    keepVersions(strapi)
    forgetFailedPlans(strapi)
    wallDocuments(strapi)
    refuseOverwriting(strapi)
    claimFiles(strapi)
    keepWijkRules(strapi, { onPeople: (where) => noteWantedKeepers(strapi, revisions, where) })
    keepEntryRules(strapi, { onPlanned: () => schedule?.look() })
    readLessOnTheWay(strapi)
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    giveSameTimes(strapi)
    await makeIndexes(strapi)
    await giveVersionsTheirWijk(strapi)
    markFiles(strapi)
    narrowQueries(strapi)
    watchMedia(strapi, revisions)
    await applyLabels(strapi)
    await makeRoles(strapi)
    keepAbilities(strapi)
    trackAccounts(strapi, { onChanged: () => noteWantedKeepers(strapi, revisions, {}, { isAwaited: false }) })
    await makeFirstAccounts(strapi, (line) => console.log(line))
    await noteWantedKeepers(strapi, revisions, {}, { isAwaited: false })
    await forgetEndedPlans(strapi)
    takeStrapisMail(strapi)
    sending = startSending(strapi)
    schedule = createSchedule(strapi)
  },

  async destroy() {
    hints.stop()
    await schedule?.stop()
    await sending?.stop()
  },
}
