import { ADMIN, CONTENT, DESIGN, UPLOAD, type Edit } from './edit.ts'
import { ROW_TITLE } from './our-modules.ts'

const POSITION = [
  'Relations/Relations',
  'DynamicZone/Field',
  'BlocksInput/BlocksContent',
  'BlocksInput/BlocksToolbar',
  'Component/Repeatable',
]

/** English words and Strapi's own name, what programs call things, and who hears of a word that has no Dutch yet. */
export const words: readonly Edit[] = [
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
  // The values of a choice are words for programs; the edit view does look up Dutch for them.
  {
    module: `${CONTENT}/pages/ListView/components/TableCells/CellValue.mjs`,
    find: 'return toString(formattedValue);',
    replace: `return type === 'enumeration' && value
        ? formatMessage({ id: value, defaultMessage: value })
        : toString(formattedValue);`,
  },
  // The same where a list says what it is filtered by; and numbers that Strapi gives are nothing to filter by.
  {
    module: `${ADMIN}/components/Filters.mjs`,
    find: 'if (input && options) {',
    replace: 'if (options) {',
  },
  {
    module: `${ADMIN}/components/Filters.mjs`,
    find: "case 'float':\n        case 'integer':\n        case 'biginteger':\n        case 'decimal':\n            formattedValue",
    replace: `case 'boolean':
            formattedValue = formatMessage({ id: \`app.components.ToggleCheckbox.\${value === 'true' ? 'on' : 'off'}-label\` });
            break;
        case 'float':
        case 'integer':
        case 'biginteger':
        case 'decimal':
            formattedValue`,
  },
  {
    module: `${CONTENT}/pages/ListView/components/Filters.mjs`,
    find: "'id',\n            'documentId',\n            ...allowedFields",
    replace: '...allowedFields',
  },
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
  {
    module: `${UPLOAD}/components/AssetDialog/BrowseStep/SearchAsset/SearchAsset.mjs`,
    find: 'label: "Search"',
    replace: 'label: "Zoeken"',
  },
  // What is made is called by its name, and who finds nothing reads what else he can try.
  {
    module: `${CONTENT}/pages/ListView/ListViewPage.mjs`,
    find: 'const CreateButton = ({ variant })=>{',
    replace: `const CreateButton = ({ variant })=>{
    const { schema } = useDoc();`,
  },
  {
    module: `${CONTENT}/pages/ListView/ListViewPage.mjs`,
    find: `formatMessage({
            id: getTranslation('HeaderLayout.button.label-add-entry'),
            defaultMessage: 'Create new entry'
        })`,
    replace: "formatMessage({ id: 'wijkpers.add' }, { kind: schema?.info.displayName })",
  },
  {
    module: `${CONTENT}/pages/EditView/components/Header.mjs`,
    find: `const title = isCreating ? formatMessage({
        id: 'content-manager.containers.edit.title.new',
        defaultMessage: 'Create an entry'
    })`,
    replace: `const { schema } = useDoc();
    const title = isCreating ? formatMessage({ id: 'wijkpers.add' }, { kind: schema?.info.displayName })`,
  },
  {
    module: `${CONTENT}/pages/ListView/ListViewPage.mjs`,
    find: "id: 'app.components.EmptyStateLayout.content-document'",
    replace:
      "id: query._q || hasAppliedFilters ? 'wijkpers.nothingFound' : 'app.components.EmptyStateLayout.content-document'",
  },
  {
    module: `${ADMIN}/pages/ProfilePage.mjs`,
    find: "id: 'global.password'",
    replace: "id: 'wijkpers.newPassword'",
  },
  {
    module: `${UPLOAD}/components/UploadProgress/UploadProgress.mjs`,
    find: '}/100%`',
    replace: '}%`',
  },
  // A question is answered with the act that it is about, where Strapi says "confirm" to everything.
  {
    module: `${CONTENT}/pages/EditView/components/DocumentActions.mjs`,
    find: 'jsx(DocumentActionConfirmDialog, {',
    replace: 'jsx(DocumentActionConfirmDialog, { confirmLabel: action.label,',
  },
  ...['DeleteItemsDialog', 'AssetDetails/AssetDetailsDrawer'].map((dialog) => ({
    module: `${UPLOAD}/future/pages/Assets/components/${dialog}.mjs`,
    find: "id: 'app.components.Button.confirm'",
    replace: "id: 'global.delete'",
  })),
  {
    module: `${ADMIN}/components/Form.mjs`,
    find: "id: 'app.components.Button.confirm'",
    replace: "id: 'wijkpers.leave'",
  },
  // Read out while dragging: "2 of 5".
  ...POSITION.map((field) => ({
    module: `${CONTENT}/pages/EditView/components/FormInputs/${field}.mjs`,
    find: '} of ${',
    replace: '} van ${',
  })),
  { module: 'sonner/dist/index.mjs', find: "'Notifications'", replace: "'Meldingen'" },
  { module: 'sonner/dist/index.mjs', find: "'Close toast'", replace: "'Melding sluiten'" },
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
