import { light } from '../theme.ts'
import { ADMIN, CONTENT, DESIGN, type Edit } from './edit.ts'
import { ABOVE_PAGES, BADGE, HOME } from './our-modules.ts'

const SYMBOLS = '@strapi/icons/dist/symbols-index.mjs'

/** Our screens and colours in the place of Strapi's, and none of what it promotes or what nobody needs here. */
export const screens: readonly Edit[] = [
  // Above every page, where Strapi introduces its new Media Library: in which wijk somebody works.
  {
    module: `${ADMIN}/layouts/AuthenticatedLayout.mjs`,
    find: "import { MediaLibraryBanner } from '../components/MediaLibraryBanner.mjs';",
    replace: `import { AbovePages as MediaLibraryBanner } from '${ABOVE_PAGES}';`,
  },
  // The marketplace of plugins: nobody installs one by clicking here. A link without a place is dropped.
  { module: `${ADMIN}/hooks/useMenu.mjs`, find: "to: 'https://market.strapi.io'", replace: 'to: undefined' },
  {
    module: `${ADMIN}/pages/Settings/pages/ApplicationInfo/ApplicationInfoPage.mjs`,
    find: `/*#__PURE__*/ jsx(Link, {
                                                                        href: "https://strapi.io/pricing-self-hosted"`,
    replace: 'window.strapi.flags.promoteEE && jsx(Link, { href: "https://strapi.io/pricing-self-hosted"',
  },
  // Content types are code, not made by clicking.
  {
    module: '@strapi/content-type-builder/dist/admin/index.mjs',
    find: 'app.addMenuLink({',
    replace: 'false && app.addMenuLink({',
  },
  // Strapi's home screen: widgets that everybody arranges for himself. Ours says what there is to do (src/admin/home).
  {
    module: `${ADMIN}/router.mjs`,
    find: "import('./pages/Home/HomePage.mjs')",
    replace: `import('${HOME}')`,
  },
  // "maandag 23 november 2026 om 14:03" pushes the state of the entry off the screen.
  {
    module: `${CONTENT}/pages/ListView/components/TableCells/CellValue.mjs`,
    find: "dateStyle: 'full'",
    replace: "dateStyle: 'medium'",
  },
  // What is planned says so and when, in a list; beside its title the panel says when.
  {
    module: `${CONTENT}/pages/ListView/ListViewPage.mjs`,
    find: 'const { INJECT_COLUMN_IN_TABLE }',
    replace: `import { badgeOf, momentUnderBadge } from '${BADGE}';
const { INJECT_COLUMN_IN_TABLE }`,
  },
  {
    module: `${CONTENT}/pages/ListView/ListViewPage.mjs`,
    find: 'children: /*#__PURE__*/ jsx(DocumentStatus, {',
    replace: `children: jsx(Flex, { direction: 'column', alignItems: 'flex-start', gap: 1, children: [jsx(DocumentStatus, {`,
  },
  {
    module: `${CONTENT}/pages/ListView/ListViewPage.mjs`,
    find: `status: status,
                                                                                maxWidth: 'min-content'
                                                                            })`,
    replace: `status: badgeOf(status, row),
                                                                                maxWidth: 'min-content'
                                                                            }, 'badge'), jsx(Typography, { variant: 'pi', textColor: 'neutral600', maxWidth: '14rem', style: { whiteSpace: 'normal' }, children: momentUnderBadge(row) }, 'moment')] })`,
  },
  {
    module: `${CONTENT}/pages/EditView/EditViewPage.mjs`,
    find: 'const EditViewPage = ()=>{',
    replace: `import { badgeOf } from '${BADGE}';
const EditViewPage = ()=>{`,
  },
  {
    module: `${CONTENT}/pages/EditView/EditViewPage.mjs`,
    find: 'status: hasDraftAndPublished ? getDocumentStatus(document, meta) : undefined,',
    replace:
      'status: hasDraftAndPublished ? badgeOf(getDocumentStatus(document, meta), document) : undefined,',
  },
  // The title of a row is read whole, over more lines where it must: it was cut off, and pushed what stands beside it off the
  // screen. On a phone that is only how it stands with it; the rest is behind the title.
  {
    module: `${CONTENT}/pages/ListView/components/TableCells/CellContent.mjs`,
    find: `maxWidth: "30rem",
            ellipsis: true,
            textColor: "neutral800",
            children: /*#__PURE__*/ jsx(CellValue, {
                isIdColumn: isIdColumn,
                type: attribute.type,
                value: content
            })
        });
        return`,
    replace: `style: { display: 'inline-block', paddingBlock: '0.8rem', whiteSpace: 'normal', overflowWrap: 'break-word' },
            textColor: "neutral800",
            children: /*#__PURE__*/ jsx(CellValue, {
                isIdColumn: isIdColumn,
                type: attribute.type,
                value: content
            })
        });
        return`,
  },
  {
    module: `${CONTENT}/pages/ListView/ListViewPage.mjs`,
    find: 'headers.displayedHeaders.map((header)=>{',
    replace:
      "headers.displayedHeaders.filter(({ name }, place)=>!isMobile || place === 0 || name === 'state').map((header)=>{",
  },
  {
    module: `${CONTENT}/pages/ListView/ListViewPage.mjs`,
    find: `hasStatusFilter,
        list,`,
    replace: `hasStatusFilter, isMobile,
        list,`,
  },
  ...['Table.HeaderCheckboxCell', 'Table.CheckboxCell', 'ActionsCell'].map((cell) => ({
    module: `${CONTENT}/pages/ListView/ListViewPage.mjs`,
    find: `/*#__PURE__*/ jsx(${cell}, {`,
    replace: `!isMobile && jsx(${cell}, {`,
  })),
  {
    module: `${ADMIN}/components/Pagination.mjs`,
    find: 'alignItems: "flex-end",',
    replace: 'alignItems: "flex-end", wrap: "wrap", gap: 2,',
  },
  // As high as a thumb needs, on a phone: a button that is a drawing, such as the dots of a menu. The others are in theme.ts.
  {
    module: DESIGN,
    find: `padding-block: 1.1rem;
          padding-inline: 1.1rem;

          \${({ theme: t }) => t.breakpoints.medium}`,
    replace: `padding-block: 1.3rem;
          padding-inline: 1.3rem;

          \${({ theme: t }) => t.breakpoints.medium}`,
  },
  // The id of a row is for programs.
  {
    module: `${CONTENT}/pages/EditView/components/Header.mjs`,
    find: 'collectionType !== SINGLE_TYPES && /*#__PURE__*/ jsx(CopyDocumentIdMenuItem',
    replace: 'false && jsx(CopyDocumentIdMenuItem',
  },
  {
    module: `${CONTENT}/pages/EditView/components/Header.mjs`,
    find: 'isDisplayed: collectionType !== SINGLE_TYPES && !!(document?.documentId ?? id),',
    replace: 'isDisplayed: false,',
  },
  // The drawer with the panels on a phone: what is in it was read out and reached by Tab while it was closed, and the button
  // that opens it was small for a thumb.
  {
    module: `${CONTENT}/components/ActionsDrawer.mjs`,
    find: `: '0'};
  overflow: hidden;
  transition: max-height`,
    replace: `: '0'};
  overflow: hidden;
  visibility: \${({ $isOpen })=>$isOpen ? 'visible' : 'hidden'};
  transition: visibility \${(props)=>props.theme.motion.timings['200']}, max-height`,
  },
  {
    module: `${CONTENT}/components/ActionsDrawer.mjs`,
    find: `width: 3.2rem;
  height: 3.2rem;
  border-radius: 1.6rem;`,
    replace: `width: 4.4rem;
  height: 4.4rem;
  flex: none;
  border-radius: 2.2rem;`,
  },
  // What saves, publishes and tells how far it is stays in sight beside a long form, and scrolls by itself where it is longer
  // than the screen. A phone has a drawer instead.
  {
    module: `${CONTENT}/pages/EditView/EditViewPage.mjs`,
    find: `col: 3,
                                                    direction: "column",
                                                    alignItems: "stretch",`,
    replace: `col: 3,
                                                    direction: "column",
                                                    alignItems: "stretch",
                                                    style: { position: 'sticky', top: '1.6rem', alignSelf: 'start', maxHeight: 'calc(100vh - 3.2rem)', overflowY: 'auto' },`,
  },
  // A heading above nothing.
  {
    module: `${CONTENT}/components/LeftMenu.mjs`,
    find: 'children: menu.map(',
    replace: 'children: menu.filter(({ links }) => links.length > 0).map(',
  },
  // Drawings in the colours of Strapi.
  { module: SYMBOLS, find: '#7B79FF', replace: light.colors.primary500 },
  { module: SYMBOLS, find: '#4945FF', replace: light.colors.primary600 },
  { module: SYMBOLS, find: '#D9D8FF', replace: light.colors.primary200 },
  { module: SYMBOLS, find: '#F0F0FF', replace: light.colors.primary100 },
]
