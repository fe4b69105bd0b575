/**
 * The body of an entry as Strapi's Blocks editor stores it: a list of blocks with
 * inline text and links. Kept as data; `blocksToHtml` is the one place that makes HTML of it.
 */
export interface TextNode {
  readonly type: 'text'
  readonly text: string
  readonly bold?: boolean | undefined
  readonly italic?: boolean | undefined
  readonly underline?: boolean | undefined
  readonly strikethrough?: boolean | undefined
  readonly code?: boolean | undefined
}

export interface LinkNode {
  readonly type: 'link'
  readonly url: string
  readonly children: readonly TextNode[]
}

export type InlineNode = TextNode | LinkNode

export interface ListItemNode {
  readonly type: 'list-item'
  readonly children: readonly InlineNode[]
}

export interface ListNode {
  readonly type: 'list'
  readonly format: 'ordered' | 'unordered'
  readonly children: readonly (ListItemNode | ListNode)[]
}

export type BlockNode =
  | { readonly type: 'paragraph'; readonly children: readonly InlineNode[] }
  | {
      readonly type: 'heading'
      readonly level: 1 | 2 | 3 | 4 | 5 | 6
      readonly children: readonly InlineNode[]
    }
  | { readonly type: 'quote'; readonly children: readonly InlineNode[] }
  | { readonly type: 'code'; readonly children: readonly InlineNode[] }
  | ListNode

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** `text` made safe for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => escapes[character]!)
}

const allowedSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/**
 * `url`, written as every browser and reader takes it, when somebody may follow it (http, https, mailto, tel or an address
 * on the same site); otherwise null. A name and password in it are left out: those are of whoever copied it.
 */
export function safeLink(url: string): string | null {
  const trimmed = url.trim()
  if (!URL.canParse(trimmed))
    return /^(\/(?!\/)|#)/.test(trimmed) && !/[\s\\]/.test(trimmed) ? encoded(trimmed) : null
  const link = new URL(trimmed)
  if (!allowedSchemes.has(link.protocol)) return null
  // A number that is written to be read has spaces in it.
  if (link.protocol === 'tel:') return encoded(link.href.replaceAll(/\(0\)|%20|[\s().-]/g, ''))
  const host = link.host && `//${link.host}`
  return link.protocol + host + encoded(link.pathname + link.search + link.hash)
}

/** With the signs that an address cannot have as the numbers that stand for them. */
function encoded(address: string): string {
  const [page = '', ...fragment] = address
    .replaceAll(/%(?![\da-f]{2})/gi, '%25')
    .replaceAll(/[ "<>[\\\]^`{|}]/g, encodeURIComponent)
    .split('#')
  return fragment.length === 0 ? page : `${page}#${fragment.join('%23')}`
}

interface HtmlOptions {
  readonly firstHeading?: number
  readonly rel?: string
  readonly anchor?: string
}

/** What a link is made with: what is said of those to other sites, and where in the text one can land. */
interface Links {
  readonly rel: string
  readonly landing: (fragment: string) => string | null
}

/**
 * The HTML of a body. Headings start at `firstHeading` (2 below a page's own h1) and never skip a level,
 * whatever level the editor chose; links that are not safe keep their text only. `rel` is said of every link to another site, such as `sponsored`.
 *
 * A heading can be linked to: its id is `anchor` (of its own where a page has several texts) with its words, as
 * `kop-wie-doet-mee`. A link `#wie doet mee` in the same text leads there; one that leads nowhere keeps its text only.
 */
export function blocksToHtml(
  blocks: readonly BlockNode[],
  { firstHeading = 2, rel = '', anchor = 'kop-' }: HtmlOptions = {},
): string {
  const seen = blocks.filter((block) => !isEmpty(block))
  const ids = headingIds(seen, anchor)
  const known = new Set(ids.values())
  const landing = (fragment: string) => {
    const words = asId(decoded(fragment))
    return [anchor + words, words].find((id) => known.has(id)) ?? null
  }
  const links: Links = { rel, landing }
  const levels = [...new Set(seen.flatMap((block) => (block.type === 'heading' ? [block.level] : [])))].sort(
    (a, b) => a - b,
  )
  let previous = firstHeading - 1
  return seen
    .map((block) => {
      if (block.type !== 'heading') return blockToHtml(block, links)
      const wanted = firstHeading + levels.indexOf(block.level)
      const level = Math.min(wanted, previous + 1, 6)
      previous = level
      const id = ids.get(block)
      return `<h${level}${id === undefined ? '' : ` id="${id}"`}>${inlineToHtml(block.children, links)}</h${level}>`
    })
    .join('')
}

/** An id for each heading with words in it; of two with the same words the second has a number. */
function headingIds(blocks: readonly BlockNode[], anchor: string): ReadonlyMap<BlockNode, string> {
  const ids = new Map<BlockNode, string>()
  const taken = new Set<string>()
  for (const block of blocks) {
    const words = block.type === 'heading' ? asId(blocksToText([block])) : ''
    if (words === '') continue
    let id = anchor + words
    for (let number = 2; taken.has(id); number++) id = `${anchor}${words}-${number}`
    taken.add(id)
    ids.set(block, id)
  }
  return ids
}

/** Longer ones are cut: an address is to be read out. */
const ID_SIGNS = 60

/** Words as they can stand in an address: `Wie doet er mee?` as `wie-doet-er-mee`. */
function asId(words: string): string {
  const plain = words
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  return [...plain.replace(/^-/, '')].slice(0, ID_SIGNS).join('').replace(/-$/, '')
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    // A percent sign that stands for no letter.
    return fragment
  }
}

/** Whether nobody would see it: an editor who presses enter twice leaves such blocks behind. */
const isEmpty = (block: BlockNode) => !hasWords(block)

function hasWords(node: BlockNode | ListItemNode | InlineNode): boolean {
  return node.type === 'text' ? /\S/.test(node.text) : node.children.some(hasWords)
}

function blockToHtml(block: Exclude<BlockNode, { type: 'heading' }>, links: Links): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineToHtml(block.children, links)}</p>`
    case 'quote':
      return `<blockquote><p>${inlineToHtml(block.children, links)}</p></blockquote>`
    case 'code':
      return `<pre><code>${inlineToHtml(block.children, links)}</code></pre>`
    case 'list':
      return listToHtml(block, links)
  }
}

function listToHtml(list: ListNode, links: Links): string {
  const tag = list.format === 'ordered' ? 'ol' : 'ul'
  const items: string[] = []
  for (const child of list.children) {
    if (child.type === 'list' && isEmpty(child)) continue
    // Strapi puts a nested list beside the item it belongs to; HTML wants it inside.
    if (child.type === 'list')
      items.push((items.pop() ?? '').replace(/<\/li>$/, '') + listToHtml(child, links) + '</li>')
    else items.push(`<li>${inlineToHtml(child.children, links)}</li>`)
  }
  return `<${tag}>${items.map((item) => (item.startsWith('<li>') ? item : `<li>${item}`)).join('')}</${tag}>`
}

function inlineToHtml(nodes: readonly InlineNode[], links: Links): string {
  return nodes.map((node) => (node.type === 'link' ? linkToHtml(node, links) : textToHtml(node))).join('')
}

function linkToHtml(link: LinkNode, { rel, landing }: Links): string {
  const text = link.children.map(textToHtml).join('')
  const href = targetOf(link.url, landing)
  // What is left of a link whose words were deleted: nobody sees it, and a screen reader would stop at it.
  const isSeen = link.children.some(({ text }) => text.trim() !== '')
  if (href === null || !isSeen) return text
  const said = rel !== '' && /^https?:/.test(href) ? ` rel="${escapeHtml(rel)}"` : ''
  return `<a href="${escapeHtml(href)}"${said}>${text}</a>`
}

function targetOf(url: string, landing: Links['landing']): string | null {
  const href = safeLink(url)
  if (href === null || !href.startsWith('#')) return href
  const id = landing(url.trim().slice(1))
  return id === null ? null : `#${id}`
}

function textToHtml(node: TextNode): string {
  let html = escapeHtml(node.text).replaceAll('\n', '<br>')
  if (node.code) html = `<code>${html}</code>`
  if (node.strikethrough) html = `<s>${html}</s>`
  if (node.underline) html = `<u>${html}</u>`
  if (node.italic) html = `<em>${html}</em>`
  if (node.bold) html = `<strong>${html}</strong>`
  return html
}

/** The words of a body without markup: for descriptions and for the length of a text. */
export function blocksToText(blocks: readonly BlockNode[]): string {
  const inline = (nodes: readonly InlineNode[]): string =>
    nodes.map((node) => (node.type === 'link' ? inline(node.children) : node.text)).join('')
  const block = (node: BlockNode | ListItemNode): string =>
    node.type === 'list' ? node.children.map(block).join('\n') : inline(node.children)
  return blocks.map(block).join('\n').trim()
}
