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

/**
 * The HTML of a body. Headings start at `firstHeading` (2 below a page's own h1) and never skip a level,
 * whatever level the editor chose; links that are not safe keep their text only. `rel` is said of every link to another site, such as `sponsored`.
 */
export function blocksToHtml(
  blocks: readonly BlockNode[],
  { firstHeading = 2, rel = '' }: { readonly firstHeading?: number; readonly rel?: string } = {},
): string {
  const seen = blocks.filter((block) => !isEmpty(block))
  const levels = [...new Set(seen.flatMap((block) => (block.type === 'heading' ? [block.level] : [])))].sort(
    (a, b) => a - b,
  )
  let previous = firstHeading - 1
  return seen
    .map((block) => {
      if (block.type !== 'heading') return blockToHtml(block, rel)
      const wanted = firstHeading + levels.indexOf(block.level)
      const level = Math.min(wanted, previous + 1, 6)
      previous = level
      return `<h${level}>${inlineToHtml(block.children, rel)}</h${level}>`
    })
    .join('')
}

/** Whether nobody would see it: an editor who presses enter twice leaves such blocks behind. */
const isEmpty = (block: BlockNode) => blocksToText([block]) === ''

function blockToHtml(block: Exclude<BlockNode, { type: 'heading' }>, rel: string): string {
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineToHtml(block.children, rel)}</p>`
    case 'quote':
      return `<blockquote><p>${inlineToHtml(block.children, rel)}</p></blockquote>`
    case 'code':
      return `<pre><code>${inlineToHtml(block.children, rel)}</code></pre>`
    case 'list':
      return listToHtml(block, rel)
  }
}

function listToHtml(list: ListNode, rel: string): string {
  const tag = list.format === 'ordered' ? 'ol' : 'ul'
  const items: string[] = []
  for (const child of list.children) {
    if (child.type === 'list' && isEmpty(child)) continue
    // Strapi puts a nested list beside the item it belongs to; HTML wants it inside.
    if (child.type === 'list')
      items.push((items.pop() ?? '').replace(/<\/li>$/, '') + listToHtml(child, rel) + '</li>')
    else items.push(`<li>${inlineToHtml(child.children, rel)}</li>`)
  }
  return `<${tag}>${items.map((item) => (item.startsWith('<li>') ? item : `<li>${item}`)).join('')}</${tag}>`
}

function inlineToHtml(nodes: readonly InlineNode[], rel: string): string {
  return nodes.map((node) => (node.type === 'link' ? linkToHtml(node, rel) : textToHtml(node))).join('')
}

function linkToHtml(link: LinkNode, rel: string): string {
  const text = link.children.map(textToHtml).join('')
  const href = safeLink(link.url)
  // What is left of a link whose words were deleted: nobody sees it, and a screen reader would stop at it.
  const isSeen = link.children.some(({ text }) => text.trim() !== '')
  if (href === null || !isSeen) return text
  const said = rel !== '' && /^https?:/.test(href) ? ` rel="${escapeHtml(rel)}"` : ''
  return `<a href="${escapeHtml(href)}"${said}>${text}</a>`
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
