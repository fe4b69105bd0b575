import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PROBLEMS } from '../../apps/publisher/src/watch/health.ts'
import { inDutch } from '../../scripts/acts/problems.ts'
import { WIJK } from '../support/editor.ts'
import { ENTRY_TYPES } from '../support/entry-types.ts'

interface Labels {
  readonly edit: readonly (readonly (readonly [field: string, width: number])[])[]
  readonly fields: object
}

// Loaded by its address, because the CMS is checked with a configuration of its own.
const cms = new URL('../../apps/cms/src/', import.meta.url)
const { COMPONENT_LABELS, LABELS } = (await import(new URL('labels/nl.ts', cms).href)) as Record<
  'COMPONENT_LABELS' | 'LABELS',
  Readonly<Record<string, Labels>>
>

const { alarmsIn } = (await import(new URL('admin/status/alarms.ts', cms).href)) as {
  alarmsIn: (problems: readonly object[], isUntold: boolean) => readonly { readonly problem: string }[]
}

interface Schema {
  readonly info: { readonly displayName: string }
  readonly config?: { readonly attributes?: Readonly<Record<string, { readonly hidden?: boolean }>> }
  readonly attributes: Readonly<Record<string, { readonly type: string; readonly enum?: readonly string[] }>>
}

const read = (path: string) => JSON.parse(readFileSync(new URL(path, cms), 'utf8')) as Schema
const names = JSON.parse(readFileSync(new URL('admin/translations/names.json', cms), 'utf8')) as Record<
  string,
  string
>

const types = Object.fromEntries(
  readdirSync(new URL('api/', cms)).map((name) => [
    `api::${name}.${name}`,
    read(`api/${name}/content-types/${name}/schema.json`),
  ]),
)
const components = Object.fromEntries(
  readdirSync(new URL('components/', cms)).flatMap((category) =>
    readdirSync(new URL(`components/${category}/`, cms)).map((file) => [
      `${category}.${file.replace('.json', '')}`,
      read(`components/${category}/${file}`),
    ]),
  ),
)

test('every content type and component has its labels, and no other', () => {
  expect(Object.keys(LABELS).toSorted()).toEqual(Object.keys(types).toSorted())
  expect(Object.keys(LABELS).toSorted()).toEqual([WIJK, ...ENTRY_TYPES.map(({ uid }) => uid)].toSorted())
  expect(Object.keys(COMPONENT_LABELS).toSorted()).toEqual(Object.keys(components).toSorted())
})

test.each(Object.entries({ ...types, ...components }))(
  'every field of %s can be seen and is named',
  (uid, schema) => {
    const labels = LABELS[uid] ?? COMPONENT_LABELS[uid]!
    const hidden = Object.keys(schema.config?.attributes ?? {})
    // The two moments stand below every entry (labels/labels.ts).
    const shared = new Set(['publishAt', 'expiresAt', ...hidden])
    const fields = Object.keys(schema.attributes).filter((name) => !shared.has(name))
    expect(
      labels.edit
        .flat()
        .map(([name]) => name)
        .toSorted(),
    ).toEqual(fields.toSorted())
    expect(Object.keys(labels.fields).toSorted()).toEqual(fields.toSorted())
    for (const row of labels.edit)
      expect(row.reduce((sum, [, width]) => sum + width, 0)).toBeLessThanOrEqual(12)
  },
)

test.each(ENTRY_TYPES.map(({ uid }) => uid))('%s can be planned, and says until when it is good', (uid) => {
  expect(types[uid]?.attributes).toMatchObject({
    publishAt: { type: 'datetime' },
    expiresAt: { type: 'datetime' },
  })
})

test.each(Object.entries({ ...types, ...components }))('every choice of %s is Dutch', (_, schema) => {
  const choices = Object.values(schema.attributes).flatMap(({ enum: values = [] }) => values)
  expect(choices.filter((choice) => !(choice in names))).toEqual([])
})

test.each(Object.entries(types))(
  'the name of %s has a plural, and what Strapi adds to it is Dutch',
  (uid, schema) => {
    expect(names).toHaveProperty([schema.info.displayName])
    const added = ['documentId', 'id', ...Object.keys(schema.config?.attributes ?? {})]
    const ids = added.map((field) => `content-manager.content-types.${uid}.${field}`)
    expect(ids.filter((id) => !(id in names))).toEqual([])
  },
)

test('every problem that the publisher can have is told to operators in Dutch, with what to do', () => {
  expect(PROBLEMS.filter((problem) => inDutch({ problem }).says.startsWith('meldt '))).toEqual([])
  // These are told at the site that has them, and one that just started has none yet.
  const elsewhere = ['starting', 'editor-waits', 'publishes-fail']
  const onScreen = alarmsIn(
    PROBLEMS.map((problem) => ({ problem })),
    false,
  )
  expect([...onScreen.map(({ problem }) => problem), ...elsewhere].toSorted()).toEqual(PROBLEMS.toSorted())
})
