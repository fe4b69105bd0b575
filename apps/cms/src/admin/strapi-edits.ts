import { OPERATOR } from '../roles/roles.ts'
import { light } from './theme.ts'

/**
 * What Strapi 5.54 hard-codes in its admin panel and no setting or translation reaches: English words,
 * its own name, promotion, a layout that does not fit. Changed while bundling; an edit that finds nothing fails the build, so an
 * upgrade of Strapi cannot bring the English back unseen.
 */
export interface Edit {
  /** End of the module's path. */
  readonly module: string
  readonly find: string
  readonly replace: string
}

/** Stands for src/admin/AbovePages.tsx, as vite.config.ts knows where that is. */
export const ABOVE_PAGES = 'wijkpers:above-pages'
/** The same for src/admin/home/HomePage.tsx. */
export const HOME = 'wijkpers:home'
/** Stands for src/admin/row-title.ts. */
export const ROW_TITLE = 'wijkpers:row-title'
/** Stands for src/admin/fetch-errors.ts. */
export const FETCH_ERRORS = 'wijkpers:fetch-errors'

const ADMIN = '@strapi/admin/dist/admin/admin/src'
const CONTENT = '@strapi/content-manager/dist/admin'
const DESIGN = '@strapi/design-system/dist/index.mjs'
const SYMBOLS = '@strapi/icons/dist/symbols-index.mjs'
const UPLOAD = '@strapi/upload/dist/admin'

const POSITION = [
  'Relations/Relations',
  'DynamicZone/Field',
  'BlocksInput/BlocksContent',
  'BlocksInput/BlocksToolbar',
  'Component/Repeatable',
]

/**
 * A new photo. The button for it could not be reached by Tab, it offered every file there is, and the photo had to be
 * confirmed twice; a tab beside it took an address, which is refused to editors.
 */
const TAKEN_FILES: readonly Edit[] = [
  {
    module: `${UPLOAD}/components/MediaLibraryInput/MediaLibraryInput.mjs`,
    find: 'validateAssetsTypes: validateAssetsTypes',
    replace: 'validateAssetsTypes: validateAssetsTypes, allowedTypes: allowedTypes',
  },
  {
    module: `${UPLOAD}/components/UploadAssetDialog/UploadAssetDialog.mjs`,
    find: 'validateAssetsTypes = (_, cb)=>cb() })',
    replace: 'validateAssetsTypes = (_, cb)=>cb(), allowedTypes })',
  },
  {
    module: `${UPLOAD}/components/UploadAssetDialog/UploadAssetDialog.mjs`,
    find: `validateAssetsTypes(nextAssets, ()=>{
            setAssets((prevAssets)=>prevAssets.concat(nextAssets));`,
    replace: `validateAssetsTypes(nextAssets, (fitting = nextAssets)=>{
            if (fitting.length === 0) return;
            setAssets((prevAssets)=>prevAssets.concat(fitting));`,
  },
  {
    module: `${UPLOAD}/components/UploadAssetDialog/UploadAssetDialog.mjs`,
    find: 'onAddAsset: (assets)=>handleAddToPendingAssets(assets),',
    replace: 'onAddAsset: (assets)=>handleAddToPendingAssets(assets), allowedTypes: allowedTypes,',
  },
  {
    module: `${UPLOAD}/components/UploadAssetDialog/AddAssetStep/AddAssetStep.mjs`,
    find: 'const AddAssetStep = ({ ',
    replace: 'const AddAssetStep = ({ allowedTypes, ',
  },
  {
    module: `${UPLOAD}/components/UploadAssetDialog/AddAssetStep/AddAssetStep.mjs`,
    find: 'onAddAssets: onAddAsset,',
    replace: 'onAddAssets: onAddAsset, allowedTypes: allowedTypes,',
  },
  {
    module: `${UPLOAD}/components/UploadAssetDialog/AddAssetStep/AddAssetStep.mjs`,
    find: `/*#__PURE__*/ jsxs(Box, {
                        paddingLeft: 8,
                        paddingRight: 8,
                        paddingTop: 6,`,
    replace: `false && jsxs(Box, {
                        paddingLeft: 8,
                        paddingRight: 8,
                        paddingTop: 6,`,
  },
  {
    module: `${UPLOAD}/components/UploadAssetDialog/AddAssetStep/FromComputerForm.mjs`,
    find: 'const FromComputerForm = ({ ',
    replace: 'const FromComputerForm = ({ allowedTypes, ',
  },
  // A phone that keeps photos as HEIC gives a jpg to who asks for that.
  {
    module: `${UPLOAD}/components/UploadAssetDialog/AddAssetStep/FromComputerForm.mjs`,
    find: 'tabIndex: -1,',
    replace: `accept: (allowedTypes ?? ['images', 'files']).map((kind) => ({
                                            images: 'image/jpeg,image/png,image/webp,image/avif',
                                            files: 'application/pdf'
                                        })[kind]).filter(Boolean).join(),`,
  },
  {
    module: `${UPLOAD}/components/UploadAssetDialog/AddAssetStep/FromComputerForm.mjs`,
    find: 'border-style: dashed;',
    replace: `border-style: dashed;
  text-align: center;
  &:focus-within { outline: 2px solid \${({ theme }) => theme.colors.primary600}; outline-offset: 2px; }`,
  },
  // Uploads what was chosen, and puts the one photo in its field.
  {
    module: `${UPLOAD}/components/UploadAssetDialog/PendingAssetStep/PendingAssetStep.mjs`,
    find: 'React.useState(Status.Idle)',
    replace: 'React.useState(Status.Uploading)',
  },
  {
    module: `${UPLOAD}/components/MediaLibraryInput/MediaLibraryInput.mjs`,
    find: 'const handleFilesUploadSucceeded = (uploadedFiles)=>{',
    replace: `const handleFilesUploadSucceeded = (uploadedFiles)=>{
        const [only] = multiple ? [] : getAllowedFiles(allowedTypes, uploadedFiles);
        if (only) {
            onChange(name, only);
            setStep(undefined);
            return;
        }`,
  },
  {
    module: `${UPLOAD}/components/MediaLibraryInput/MediaLibraryInput.mjs`,
    find: `open: step === STEPS.AssetUpload,
                onClose: ()=>setStep(STEPS.AssetSelect),`,
    replace: `open: step === STEPS.AssetUpload,
                onClose: ()=>setStep((now)=>now === undefined ? now : STEPS.AssetSelect),`,
  },
]

const EDITOR = `${CONTENT}/pages/EditView/components/FormInputs/BlocksInput`

/**
 * Text that was typed and lost. The editor tells its form 300 ms after the last key, or when it is left; but Slate keeps
 * still about being left in the moment after a key, so who typed, pressed Tab and saved at once saved without it. And a
 * key pressed while the form took in what it had just been told looked like another text from outside: the editor was
 * made anew from the older one, and what was typed next went nowhere.
 */
const KEPT_TEXT: readonly Edit[] = [
  {
    module: `${EDITOR}/BlocksContent.mjs`,
    find: `ref: blocksRef,
        grow: 1,`,
    replace: `ref: blocksRef, onBlurCapture: flushPendingFormSync,
        grow: 1,`,
  },
  {
    module: `${EDITOR}/BlocksEditor.mjs`,
    find: 'const BlocksEditor = /*#__PURE__*/ React.forwardRef(',
    replace: `const tell = (editor, value)=>{
    const state = normalizeBlocksState(editor, value);
    editor.told = JSON.stringify(state);
    return state;
};
const BlocksEditor = /*#__PURE__*/ React.forwardRef(`,
  },
  {
    module: `${EDITOR}/BlocksEditor.mjs`,
    find: `flushSync(()=>{
            onChange(name, normalizeBlocksState(`,
    replace: `flushSync(()=>{
            onChange(name, tell(`,
  },
  {
    module: `${EDITOR}/BlocksEditor.mjs`,
    find: `// Normalize the state (empty editor becomes null)
                onChange(name, normalizeBlocksState(`,
    replace: 'onChange(name, tell(',
  },
  {
    module: `${EDITOR}/BlocksEditor.mjs`,
    find: 'if (JSON.stringify(externalState) === JSON.stringify(editorState)) {\n                return;\n            }',
    replace: `if (JSON.stringify(externalState) === editor.told) return;
            if (JSON.stringify(externalState) === JSON.stringify(editorState)) {
                return;
            }
            editor.told = JSON.stringify(externalState);`,
  },
]

const ACTIONS = `${CONTENT}/pages/EditView/components/DocumentActions.mjs`
const DOCUMENTS = `${CONTENT}/services/documents.mjs`
const FORM = `${ADMIN}/components/Form.mjs`

/**
 * What is saved says what it was opened with, so that the CMS can refuse to save over somebody else's text (src/trail). After a
 * save that failed the form stays as it is: it was filled anew with what stood there before, or with what somebody
 * else wrote, or was taken for saved.
 */
const KEPT_FORM: readonly Edit[] = [
  {
    module: ACTIONS,
    find: 'const UpdateAction = ({ activeTab, documentId, model, collectionType })=>{',
    replace: 'const UpdateAction = ({ activeTab, documentId, model, collectionType, document: opened })=>{',
  },
  {
    module: ACTIONS,
    find: `}, data);
                if ('error' in res && isBaseQueryError(res.error) && res.error.name === 'ValidationError') {
                    setErrors(formatValidationErrors(res.error));
                } else {
                    resetForm(latestValues);`,
    replace: `}, { ...data, updatedAt: opened?.updatedAt });
                if ('error' in res && isBaseQueryError(res.error) && res.error.name === 'ValidationError') {
                    setErrors(formatValidationErrors(res.error));
                } else if (!('error' in res)) {
                    resetForm(latestValues);`,
  },
  {
    module: ACTIONS,
    find: `const res = await publish({
                collectionType,
                model,
                documentId,
                params: currentDocumentMeta.params
            }, data);`,
    replace: `const res = await publish({
                collectionType,
                model,
                documentId,
                params: currentDocumentMeta.params
            }, { ...data, updatedAt: document?.updatedAt });`,
  },
  {
    module: DOCUMENTS,
    find: `invalidatesTags: (_result, _error, { collectionType, model, documentId })=>{
                    return [`,
    replace: `invalidatesTags: (_result, _error, { collectionType, model, documentId })=>{
                    return _error ? [] : [`,
  },
  {
    module: FORM,
    find: `if (!isEqual(initialValues.current, props.initialValues)) {
            initialValues.current`,
    replace: `if (isEqual(given.current, props.initialValues)) return;
        given.current = props.initialValues;
        if (!isEqual(initialValues.current, props.initialValues)) {
            initialValues.current`,
  },
  {
    module: FORM,
    find: 'const initialValues = React.useRef(props.initialValues ?? {});',
    replace: `const initialValues = React.useRef(props.initialValues ?? {});
    const given = React.useRef(props.initialValues);`,
  },
  // Shown as saved before it was, and taken back when that failed, from the form as well.
  {
    module: DOCUMENTS,
    find: "const patchResult = dispatch(documentApi.util.updateQueryData('getDocument'",
    replace: "const showSaved = ()=>dispatch(documentApi.util.updateQueryData('getDocument'",
  },
  { module: DOCUMENTS, find: 'await queryFulfilled;', replace: 'await queryFulfilled; showSaved();' },
  { module: DOCUMENTS, find: 'patchResult.undo();', replace: '' },
]

/** What somebody may do was asked once, with what was known then: on a slow line nothing, and his buttons never came. */
const LATE_PERMISSIONS: readonly Edit[] = [
  {
    module: `${ADMIN}/hooks/useRBAC.mjs`,
    find: 'const contextChecked = usePrev(rawQueryContext);',
    replace: `const contextChecked = usePrev(rawQueryContext);
    const userPermissions = useAuth('useRBAC', (state)=>state.permissions);
    const permissionsKnown = usePrev(userPermissions);`,
  },
  {
    module: `${ADMIN}/hooks/useRBAC.mjs`,
    find: 'contextChecked !== rawQueryContext) {',
    replace: 'contextChecked !== rawQueryContext || permissionsKnown !== userPermissions) {',
  },
]

export const strapiEdits: readonly Edit[] = [
  { module: `${ADMIN}/components/PageHelpers.mjs`, find: '| Strapi`', replace: '| Wijkpers`' },
  {
    module: `${ADMIN}/components/PageHelpers.mjs`,
    find: "'Loading content.'",
    replace: "'Bezig met laden…'",
  },
  { module: `${ADMIN}/components/LazyOutlet.mjs`, find: '"Loading content."', replace: '"Bezig met laden…"' },
  {
    module: `${ADMIN}/components/ErrorElement.mjs`,
    find: "`Strapi's GitHub`",
    replace: '`GitHub van Strapi`',
  },
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
  // Settings are for operators; an editor would find one page there, with version numbers.
  {
    module: `${ADMIN}/hooks/useMenu.mjs`,
    find: `// using the settings menu
                permissions: []`,
    replace: `permissions: ['admin::users.read', 'admin::roles.read'].map((action) => ({ action, subject: null }))`,
  },
  {
    module: `${ADMIN}/hooks/useMenu.mjs`,
    find: `if (settingsLinkIndex === -1) {
        return [];`,
    replace: 'if (settingsLinkIndex === -1) { return authorizedGeneralSectionLinks;',
  },
  // Names of types and labels of fields are looked up as if they were ids; they are ours, and Dutch already.
  // Every other missing translation is reported, in production too.
  {
    module: `${ADMIN}/components/LanguageProvider.mjs`,
    find: 'textComponent: "span",',
    replace: `textComponent: "span",
      onError: (error) => {
        const { id = '', defaultMessage } = error.descriptor ?? {}
        const isOurs = id === defaultMessage || /^content-manager\\.(content-types|components)\\./.test(id)
        if (error.code !== 'MISSING_TRANSLATION' || !isOurs) console.error(error)
      },`,
  },
  // Its buttons (publish, and what is done to chosen rows) appear when the browser is idle. A busy Chromium may never
  // say that it is, in a tab that it shows: then they never came. A moment of rest is enough.
  ...['requestIdleCallback', 'cancelIdleCallback'].map((name) => ({
    module: `${ADMIN}/utils/shims.mjs`,
    find: `typeof ${name} === 'undefined' ? ${name}Shim : ${name}`,
    replace: `${name}Shim`,
  })),
  // What went wrong is said by the browser, in its own language, or by a program: "Failed to fetch", "Forbidden".
  {
    module: `${ADMIN}/utils/getFetchClient.mjs`,
    find: 'class FetchError extends Error {',
    replace: `import { inDutch, noAnswer } from '${FETCH_ERRORS}';
const dutchFetch = (...asked) => fetch(...asked).catch((error) => { throw noAnswer(error) });
class FetchError extends Error {`,
  },
  {
    module: `${ADMIN}/utils/getFetchClient.mjs`,
    find: 'await fetch(createRequestUrl(url)',
    replace: 'await dutchFetch(createRequestUrl(url)',
  },
  {
    module: `${ADMIN}/utils/getFetchClient.mjs`,
    find: 'const fetchError = new FetchError(result.error.message, {',
    replace: `result.error.message = inDutch(result.error.message, response.status);
                const fetchError = new FetchError(result.error.message, {`,
  },
  ...["new FetchError('Server Error')", "new FetchError('Unknown Server Error')"].map((find) => ({
    module: `${ADMIN}/utils/getFetchClient.mjs`,
    find,
    replace: "new FetchError(inDutch('', response.status))",
  })),
  // The page of a proxy in the place of an answer.
  {
    module: `${ADMIN}/utils/getFetchClient.mjs`,
    find: `} else {
                throw error;
            }`,
    replace: `} else if (error?.name === 'SyntaxError') {
                throw new FetchError(inDutch('', response.status));
            } else {
                throw error;
            }`,
  },
  // Its home screen: widgets that everybody arranges for himself. Ours says what there is to do (src/admin/home).
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
  // The values of a choice are words for programs; the edit view does look up Dutch for them.
  {
    module: `${CONTENT}/pages/ListView/components/TableCells/CellValue.mjs`,
    find: 'return toString(formattedValue);',
    replace: `return type === 'enumeration' && value
        ? formatMessage({ id: value, defaultMessage: value })
        : toString(formattedValue);`,
  },
  // Tab stayed in the text for ever, whatever stood there: only in a list does it mean something else than "on".
  {
    module: `${CONTENT}/pages/EditView/components/FormInputs/BlocksInput/BlocksContent.mjs`,
    find: `event.preventDefault();
        if (event.shiftKey && selectedBlock.handleShiftTab) {`,
    replace: `if (!(event.shiftKey ? selectedBlock.handleShiftTab : selectedBlock.handleTab)) return;
        event.preventDefault();
        if (event.shiftKey && selectedBlock.handleShiftTab) {`,
  },
  ...KEPT_TEXT,
  ...KEPT_FORM,
  ...LATE_PERMISSIONS,
  // A row of a list, closed: its day as a program keeps it, without the times.
  {
    module: `${CONTENT}/pages/EditView/components/FormInputs/Component/Repeatable.mjs`,
    find: 'const Component = ({ attributeComponent,',
    replace: `import { rowTitle } from '${ROW_TITLE}';
const Component = ({ attributeComponent,`,
  },
  {
    module: `${CONTENT}/pages/EditView/components/FormInputs/Component/Repeatable.mjs`,
    find: `return getIn(state.values, [
            ...name.split('.'),
            mainField.name
        ]);`,
    replace: `return rowTitle(getIn(state.values, name.split('.')), mainField, (id)=>formatMessage({ id, defaultMessage: id }));`,
  },
  // An address is changed by an operator, who knows whose it is (src/people/own-address.ts).
  {
    module: `${ADMIN}/pages/ProfilePage.mjs`,
    find: 'const UserInfoSection = ()=>{',
    replace: `const UserInfoSection = ()=>{
    const roles = useAuth('ProfilePage', (state)=>state.user)?.roles ?? [];
    const isOperator = roles.some(({ code })=>code === '${OPERATOR}');`,
  },
  {
    module: `${ADMIN}/pages/ProfilePage.mjs`,
    find: `name: 'email',
                        required: true,`,
    replace: `name: 'email',
                        required: true,
                        disabled: !isOperator,
                        hint: isOperator ? undefined : 'Je e-mailadres wijzigt de platformbeheerder.',`,
  },
  // A heading above nothing.
  {
    module: `${CONTENT}/components/LeftMenu.mjs`,
    find: 'children: menu.map(',
    replace: 'children: menu.filter(({ links }) => links.length > 0).map(',
  },
  // Who may fill in a few fields sees those, and no boxes for the others that say he may not.
  {
    module: `${CONTENT}/pages/EditView/components/InputRenderer.mjs`,
    find: `return /*#__PURE__*/ jsx(NotAllowedInput, {
            hint: hint,
            ...props
        });`,
    replace: 'return null;',
  },
  // The badge says it in Dutch; this name would be read out in English instead.
  {
    module: `${CONTENT}/pages/EditView/components/DocumentStatus.mjs`,
    find: '"aria-label": status,',
    replace: '',
  },
  {
    module: `${ADMIN}/pages/Settings/pages/Users/ListPage.mjs`,
    find: "isActive ? 'Active' : 'Inactive'",
    replace: "isActive ? 'Actief' : 'Niet actief'",
  },
  // Folders are made among the files; here the button pushed the one that takes a new photo off a phone.
  {
    module: `${UPLOAD}/components/AssetDialog/AssetDialog.mjs`,
    find: `/*#__PURE__*/ jsx(Button, {
                                        variant: "secondary",
                                        onClick: ()=>onAddFolder(`,
    replace: `false && jsx(Button, {
                                        variant: "secondary",
                                        onClick: ()=>onAddFolder(`,
  },
  // What its field cannot show is not offered.
  {
    module: `${UPLOAD}/components/AssetDialog/BrowseStep/BrowseStep.mjs`,
    find: `isSelectable: isSelectable(singularTypes, asset?.mime),
            type: 'asset'
        }))`,
    replace: `isSelectable: isSelectable(singularTypes, asset?.mime),
            type: 'asset'
        })).filter(({ isSelectable }) => isSelectable)`,
  },
  ...TAKEN_FILES,
  {
    module: `${UPLOAD}/components/AssetDialog/BrowseStep/SearchAsset/SearchAsset.mjs`,
    find: 'label: "Search"',
    replace: 'label: "Zoeken"',
  },
  // Read out while dragging: "2 of 5".
  ...POSITION.map((field) => ({
    module: `${CONTENT}/pages/EditView/components/FormInputs/${field}.mjs`,
    find: '} of ${',
    replace: '} van ${',
  })),
  { module: 'sonner/dist/index.mjs', find: "'Notifications'", replace: "'Meldingen'" },
  { module: 'sonner/dist/index.mjs', find: "'Close toast'", replace: "'Melding sluiten'" },
  // Drawings in the colours of Strapi.
  { module: SYMBOLS, find: '#7B79FF', replace: light.colors.primary500 },
  { module: SYMBOLS, find: '#4945FF', replace: light.colors.primary600 },
  { module: SYMBOLS, find: '#D9D8FF', replace: light.colors.primary200 },
  { module: SYMBOLS, find: '#F0F0FF', replace: light.colors.primary100 },
  // Tab did nothing while a calendar or a list was open, which typing opens: who has no mouse never came further.
  {
    module: DESIGN,
    find: `else if (["Tab"].includes(I.key) && o.open)
            I.preventDefault();`,
    replace: 'else if (["Tab"].includes(I.key) && o.open) o.onOpenChange(!1);',
  },
  {
    module: '@strapi/ui-primitives/dist/index.mjs',
    find: `else if (["Tab"].includes(v.key) && e.open)
          v.preventDefault();`,
    replace: 'else if (["Tab"].includes(v.key) && e.open) e.onOpenChange(!1);',
  },
  { module: DESIGN, find: '"Loading content..."', replace: '"Bezig met laden…"' },
  { module: DESIGN, find: 'children: "Loading"', replace: 'children: "Bezig met laden"' },
  { module: DESIGN, find: '"No results found"', replace: '"Niets gevonden"' },
  { module: DESIGN, find: '"Select or enter a value"', replace: '"Kies iets of vul iets in"' },
  { module: DESIGN, find: '= "Clear"', replace: '= "Leegmaken"' },
  { module: DESIGN, find: '= "clear"', replace: '= "Leegmaken:"' },
  { module: DESIGN, find: '} date`', replace: '} datum`' },
  { module: DESIGN, find: '} time`', replace: '} tijd`' },
  { module: DESIGN, find: '"Month"', replace: '"Maand"' },
  { module: DESIGN, find: '"Year"', replace: '"Jaar"' },
  { module: DESIGN, find: '"Choose date"', replace: '"Kies een datum"' },
  { module: DESIGN, find: '"Choose time"', replace: '"Kies een tijd"' },
  { module: DESIGN, find: '"Close modal"', replace: '"Sluiten"' },
  { module: DESIGN, find: '"Pagination"', replace: '"Pagina\'s"' },
  { module: DESIGN, find: '"Off"', replace: '"Uit"' },
]

/** The same for the page around the panel, which Strapi writes itself. */
export const pageEdits: readonly Omit<Edit, 'module'>[] = [
  { find: '<html lang="en">', replace: '<html lang="nl">' },
  { find: '<title>Strapi Admin</title>', replace: '<title>Wijkpers</title>' },
  { find: 'JavaScript disabled', replace: 'JavaScript staat uit' },
  {
    find: 'Please <a href="https://www.enable-javascript.com/">enable JavaScript</a> in your browser and reload the page to proceed.',
    replace: 'Zet JavaScript aan in je browser en laad de pagina opnieuw.',
  },
]
