import { ADMIN, CONTENT, type Edit } from './edit.ts'
import { OPENED_WITH } from './our-modules.ts'

const ACTIONS = `${CONTENT}/pages/EditView/components/DocumentActions.mjs`
const DOCUMENTS = `${CONTENT}/services/documents.mjs`
const HEADER = `${CONTENT}/pages/EditView/components/Header.mjs`
const FORM = `${ADMIN}/components/Form.mjs`

/**
 * What is saved, thrown away or deleted says what it was opened with, so that the CMS can refuse to do so to somebody else's text (src/trail). After a
 * save that failed the form stays as it is: it was filled anew with what stood there before, or with what somebody
 * else wrote, or was taken for saved.
 */
export const keptForm: readonly Edit[] = [
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
  ...[ACTIONS, HEADER].map((module) => ({
    module,
    find: "import { useIntl } from 'react-intl';",
    replace: `import { useIntl } from 'react-intl';
import { openedWith } from '${OPENED_WITH}';`,
  })),
  {
    module: ACTIONS,
    find: 'const DiscardAction = ({ activeTab, documentId, model, collectionType, document })=>{',
    replace: 'const DiscardAction = ({ activeTab, documentId, model, collectionType, document, meta })=>{',
  },
  {
    module: ACTIONS,
    find: `await discard({
                    collectionType,
                    model,
                    documentId,
                    params`,
    replace: `await discard({
                    collectionType,
                    model,
                    documentId,
                    params: { ...params, openedWith: openedWith(document, meta) }`,
  },
  {
    module: HEADER,
    find: 'const DeleteAction = ({ documentId, model, collectionType, document })=>{',
    replace: 'const DeleteAction = ({ documentId, model, collectionType, document, meta })=>{',
  },
  {
    module: HEADER,
    find: `params: {
                            locale: '*'`,
    replace: `params: {
                            openedWith: openedWith(document, meta),
                            locale: '*'`,
  },
  // What was typed stays when an act is refused.
  {
    module: DOCUMENTS,
    find: 'invalidatesTags: (_result, _error, { collectionType, model, documentId })=>[',
    replace: 'invalidatesTags: (_result, _error, { collectionType, model, documentId })=>_error ? [] : [',
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
