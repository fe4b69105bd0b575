import type { ContentManagerPlugin } from '@strapi/content-manager/strapi-admin'
import type { StrapiApp } from '@strapi/strapi/admin'
import { calmBlocks, editorsActions } from './editing.ts'
import { showFavicon } from './favicon.ts'
import { guideLink } from './guide/menu.ts'
import { HandsPanel } from './hands/Hands.tsx'
import { HistoryPanel } from './history/HistoryPanel.tsx'
import { speakDutchByDefault } from './language.ts'
import { LifePanel } from './life/LifePanel.tsx'
import logo from './logo.svg'
import { newWijkLink } from './new-wijk/menu.ts'
import { outboxLink } from './mail/menu.ts'
import { peopleLink } from './people/menu.ts'
import { PhoneBoxes } from './phone/PhoneBoxes.tsx'
import { PreviewPanel } from './preview/PreviewPanel.tsx'
import { ReceiptPanel } from './receipt/ReceiptPanel.tsx'
import { ReviewPanel } from './review/ReviewPanel.tsx'
import { statusLink } from './status/menu.ts'
import { dark, light } from './theme.ts'
import { trailLink } from './trail/menu.ts'
import { TrailPanel } from './trail/TrailPanel.tsx'
import { nl } from './translations/index.ts'
import { calmColumns } from './wijk/columns.ts'

speakDutchByDefault(document, localStorage)
showFavicon(document, logo)

export default {
  config: {
    auth: { logo },
    menu: { logo },
    locales: ['nl'],
    notifications: { releases: false },
    theme: { light, dark },
    translations: { nl },
    tutorials: false,
  },

  register(app: StrapiApp) {
    for (const link of [peopleLink, newWijkLink, statusLink, trailLink, outboxLink, guideLink])
      app.addMenuLink(link)
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', calmColumns)
  },

  /** Strapi passes a smaller object here than its type says. */
  bootstrap(app: Pick<StrapiApp, 'getPlugin'>) {
    const contentManager = app.getPlugin('content-manager')
    const apis = contentManager.apis as ContentManagerPlugin['config']['apis']
    apis.addEditViewSidePanel((panels) => [
      ...panels,
      LifePanel,
      ReviewPanel,
      HandsPanel,
      PreviewPanel,
      ReceiptPanel,
      HistoryPanel,
      TrailPanel,
    ])
    apis.addDocumentAction(editorsActions)
    apis.addRichTextBlocks(calmBlocks)
    contentManager.injectComponent('editView', 'right-links', {
      name: 'wijkpers-phone',
      Component: PhoneBoxes,
    })
  },
}
