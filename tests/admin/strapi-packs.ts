/** The words that the installed Strapi brings along: its language packs, and sentences in its code. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from '../../scripts/settings.ts'

export type Messages = Readonly<Record<string, string>>

/** The languages of one plugin, with the plugin's own keys. */
export interface Pack {
  /** As it stands before the keys in the admin panel; `admin` has none there. */
  readonly plugin: string
  readonly en: Messages
  readonly nl: Messages
}

const cms = join(root, 'apps/cms')
const ours = join(cms, 'src/admin/translations')
const strapi = createRequire(join(cms, 'package.json')).resolve('@strapi/strapi/package.json')

/** Where the packs of a package lie; the admin panel's own have another place. */
const places = ['dist/admin/translations', 'dist/admin/admin/src/translations']

/** The packs of everything that the admin panel is made of. */
export async function strapiPacks(): Promise<Pack[]> {
  const packs = packages().map(async ({ plugin, folder }) => {
    const place = places
      .map((path) => join(folder, path))
      .find((path) => existsSync(join(path, 'en.json.mjs')))
    return place ? [{ plugin, en: await words(place, 'en'), nl: await words(place, 'nl') }] : []
  })
  return (await Promise.all(packs)).flat()
}

/** Our Dutch for a plugin; for all of them together with the plugin's name in the keys, as the panel has it. */
export function ourDutch(plugin: string): Messages {
  const file = join(ours, `${plugin}.json`)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Messages) : {}
}

/** The plugins that we have Dutch for. */
export function ourPlugins(): string[] {
  return readdirSync(ours).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -'.json'.length)] : []))
}

/** The key as the admin panel looks it up. */
export const fullKey = (plugin: string, key: string) => (plugin === 'admin' ? key : `${plugin}.${key}`)

/** What the admin panel shows in Dutch: Strapi's own, and ours over it. */
export async function dutch(): Promise<Messages> {
  const packs = await strapiPacks()
  return Object.fromEntries([
    ...packs.flatMap(({ plugin, nl }) => named(plugin, nl)),
    ...ourPlugins().flatMap((plugin) => named(plugin === 'names' ? 'admin' : plugin, ourDutch(plugin))),
  ])
}

/**
 * Sentences that stand in the code with an id of their own, by that id. Strapi leaves some of them out of its
 * packs, the English one too. Paid parts (`ee`) are not shown; ids made of pieces cannot be read from code.
 */
export function sentencesInCode(plugins: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const { plugin, folder } of packages()) {
    if (!plugins.includes(plugin)) continue
    for (const file of globSync('dist/admin/**/*.mjs', { cwd: folder })) {
      if (/(^|\/)(ee|translations)\//.test(file)) continue
      const code = readFileSync(join(folder, file), 'utf8')
      for (const [, own, id = '', ...sentence] of code.matchAll(MESSAGE))
        if (!id.includes('${')) found.set(own ? fullKey(plugin, id) : id, sentence.find(Boolean) ?? '')
    }
  }
  return found
}

/** `{ id: 'key', defaultMessage: 'English' }`, where the key may be completed with the name of the plugin. */
const MESSAGE =
  /\bid: (getTranslation(?:Key)?\(|getTrad\()?['"`]([^'"`]+)['"`]\)?,\s*defaultMessage: (?:'([^']*)'|"([^"]*)"|`([^`]*)`)/g

function packages(): { plugin: string; folder: string }[] {
  const { dependencies } = JSON.parse(readFileSync(strapi, 'utf8')) as { dependencies: Messages }
  const scope = join(strapi, '../..')
  const inStrapi = Object.keys(dependencies)
    .filter((name) => name.startsWith('@strapi/'))
    .map((name) => ({
      plugin: name.slice('@strapi/'.length),
      folder: join(scope, name.slice('@strapi/'.length)),
    }))
  return [...inStrapi, { plugin: 'graphql', folder: join(cms, 'node_modules/@strapi/plugin-graphql') }]
}

async function words(place: string, language: string): Promise<Messages> {
  const file = join(place, `${language}.json.mjs`)
  if (!existsSync(file)) return {}
  return ((await import(pathToFileURL(file).href)) as { default: Messages }).default
}

function named(plugin: string, messages: Messages): [string, string][] {
  return Object.entries(messages).map(([key, text]) => [fullKey(plugin, key), text])
}
