import type { Core, UID } from '@strapi/strapi'
import { entryTypeOf } from '../entries/entry-types.ts'
import { MOMENT_FIELDS, MOMENT_ROW } from './fields.ts'
import type { EditLayout, FieldLabel } from './label.ts'
import { COMPONENT_LABELS, LABELS } from './nl.ts'

interface Configuration {
  readonly settings: Record<string, unknown>
  readonly metadatas: Record<string, { readonly edit?: object; readonly list?: object }>
  readonly options?: unknown
}

/** What the content manager knows of the screens of content types, or of the parts that components are. */
interface Screens {
  findConfiguration(contentType: unknown): Promise<Configuration>
  updateConfiguration(contentType: unknown, configuration: object): Promise<unknown>
}

/** Rows in a list of the admin panel. */
const PAGE_SIZE = 20

/** Gives every field its Dutch name and hint, and every screen its order: on each start, as it is code, not clicks. */
export async function applyLabels(strapi: Core.Strapi): Promise<void> {
  const types = strapi.plugin('content-manager').service('content-types') as unknown as Screens
  for (const [uid, labels] of Object.entries(LABELS)) {
    const contentType = strapi.contentType(uid as UID.ContentType)
    const isEntry = entryTypeOf(uid) !== undefined
    const now = await types.findConfiguration(contentType)
    await types.updateConfiguration(contentType, {
      settings: {
        ...now.settings,
        mainField: labels.mainField,
        defaultSortBy: labels.sortBy,
        defaultSortOrder: labels.sortOrder,
        pageSize: PAGE_SIZE,
      },
      metadatas: {
        ...now.metadatas,
        ...metadatas(now, { ...COMMON, ...(isEntry ? MOMENT_FIELDS : {}), ...labels.fields }),
      },
      layouts: { list: labels.list, edit: rows(isEntry ? [...labels.edit, MOMENT_ROW] : labels.edit) },
      options: now.options,
    })
  }
  const components = strapi.plugin('content-manager').service('components') as unknown as Screens & {
    findComponent(uid: string): unknown
  }
  for (const [uid, labels] of Object.entries(COMPONENT_LABELS)) {
    const component = components.findComponent(uid)
    const now = await components.findConfiguration(component)
    await components.updateConfiguration(component, {
      settings: { ...now.settings, mainField: labels.mainField },
      metadatas: { ...now.metadatas, ...metadatas(now, labels.fields) },
      layouts: { list: [], edit: rows(labels.edit) },
    })
  }
}

const rows = (layout: EditLayout) => layout.map((row) => row.map(([name, size]) => ({ name, size })))

/** Grey letters in an empty field were taken for what is filled in. */
const asExample = (placeholder: string) => (placeholder === '' ? '' : `Bijvoorbeeld: ${placeholder}`)

const COMMON: Readonly<Record<string, FieldLabel>> = {
  updatedAt: { label: 'Laatst gewijzigd' },
  createdAt: { label: 'Gemaakt op' },
  updatedBy: { label: 'Gewijzigd door' },
  createdBy: { label: 'Gemaakt door' },
}

function metadatas(now: Configuration, fields: Readonly<Record<string, FieldLabel>>): object {
  return Object.fromEntries(
    Object.entries(fields).map(
      ([name, { label, hint = '', placeholder = '', mainField, readOnly = false }]) => {
        const field = now.metadatas[name]
        const shown = mainField ? { label, mainField } : { label }
        return [
          name,
          {
            ...field,
            edit: {
              ...field?.edit,
              ...shown,
              description: hint,
              placeholder: asExample(placeholder),
              editable: !readOnly,
            },
            list: { ...field?.list, ...shown },
          },
        ]
      },
    ),
  )
}
