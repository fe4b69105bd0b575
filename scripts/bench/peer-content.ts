/**
 * The content of a wijk as users of Hugo and Eleventy write it: a Markdown file an entry, with the rest in front of it.
 * Only what depends on other entries (the years, the menu) is worked out for them.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BlockNode } from '@wijkpers/content'
import { createSite, type SiteInput } from '@wijkpers/content/site'

type ListNode = Extract<BlockNode, { type: 'list' }>
type InlineNode = Extract<BlockNode, { type: 'paragraph' }>['children'][number]

/** Writes `folder`/content/nieuws and content/paginas, and `folder`/wijk.json: the settings in Hugo's form. */
export function writePeerContent(folder: string, input: SiteInput): void {
  const site = createSite(input)
  const { name, tagline, welcome, contactEmail } = site.wijk()
  const years = site.articleYears()
  for (const part of ['nieuws', 'paginas']) mkdirSync(join(folder, 'content', part), { recursive: true })
  const write = (part: string, slug: string, front: object, body: readonly BlockNode[]) =>
    writeFileSync(
      join(folder, 'content', part, `${slug}.md`),
      `---\n${yamlOf(front)}---\n\n${markdownOf(body)}`,
    )
  const settings = {
    baseURL: `${site.siteUrl()}/`,
    title: name,
    params: {
      tagline,
      welcome,
      email: contactEmail ?? '',
      menu: site.menu().map((slug) => ({ href: `/${slug}/`, title: site.titleOf(slug) })),
      years: years.map(String),
    },
  }
  writeFileSync(join(folder, 'wijk.json'), JSON.stringify(settings))
  let weight = 0
  for (const year of years)
    for (const { slug } of site.articlesOfYear(year)) {
      const { title, summary, body, firstPublishedAt } = site.article(slug)!
      const front = { title, description: summary, date: firstPublishedAt, archief: [String(year)] }
      write('nieuws', slug, { ...front, weight: ++weight }, body)
    }
  for (const { slug, title, body } of site.infoPages())
    write('paginas', slug, { title, description: title }, body)
}

function yamlOf(front: object): string {
  return Object.entries(front)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
    .join('')
}

function markdownOf(body: readonly BlockNode[]): string {
  return body.map((block) => `${blockOf(block)}\n`).join('\n')
}

function blockOf(block: BlockNode): string {
  switch (block.type) {
    case 'paragraph':
      return inlineOf(block.children)
    case 'heading':
      return `## ${inlineOf(block.children)}`
    case 'quote':
      return `> ${inlineOf(block.children)}`
    case 'code':
      return `\`\`\`\n${block.children.map((node) => (node.type === 'text' ? node.text : '')).join('')}\n\`\`\``
    case 'list':
      return listOf(block)
  }
}

function listOf({ format, children }: ListNode): string {
  const mark = format === 'ordered' ? '1.' : '-'
  return children
    .map((item) => (item.type === 'list' ? listOf(item) : `${mark} ${inlineOf(item.children)}`))
    .join('\n')
}

function inlineOf(nodes: readonly InlineNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'link') return `[${inlineOf(node.children)}](${node.url})`
      const text = node.text
        .replaceAll(/[\\`*_[\]<>#]/g, '\\$&')
        .replace(/^(\d+)([.)])/, '$1\\$2')
        .replace(/^([-+])/, '\\$1')
      return node.bold ? `**${text}**` : node.italic ? `_${text}_` : text
    })
    .join('')
}
