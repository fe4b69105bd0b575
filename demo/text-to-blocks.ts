/**
 * Light markup to the blocks that Strapi's editor stores. Between blank lines stands one block: `## heading`,
 * `- list`, `1. list`, `> quote`, or a paragraph. Within a line: `**bold**`, `_italic_` or `*italic*`,
 * `[text](address)`; a backslash before a sign keeps it as it is, at the end of a line it breaks the line.
 */
import type { BlockNode } from '@wijkpers/content'

type InlineNode = Extract<BlockNode, { type: 'paragraph' }>['children'][number]
type TextNode = Extract<InlineNode, { type: 'text' }>
type Marks = Pick<TextNode, 'bold' | 'italic'>

/** The blocks of `text`; throws a TypeError for a heading of the first level, which is the title of the page. */
export function textToBlocks(text: string): BlockNode[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== '')
    .map(toBlock)
}

function toBlock(chunk: string): BlockNode {
  const heading = /^(#+) +(.+)$/.exec(chunk)
  if (heading) {
    const level = heading[1]!.length
    if (level === 2 || level === 3) return { type: 'heading', level, children: toInline(heading[2]!) }
    throw new TypeError(`‘${chunk}’: expected a heading of level 2 or 3 (##, ###)`)
  }
  if (chunk.startsWith('- ')) return toList('unordered', chunk.split(/^- +/m))
  if (/^\d+\. /.test(chunk)) return toList('ordered', chunk.split(/^\d+\. +/m))
  if (/^> ?/.test(chunk)) return { type: 'quote', children: toInline(unwrap(chunk.replaceAll(/^> ?/gm, ''))) }
  return { type: 'paragraph', children: toInline(unwrap(chunk)) }
}

function toList(format: 'ordered' | 'unordered', items: readonly string[]): BlockNode {
  const children = items
    .filter((item) => item !== '')
    .map((item) => ({ type: 'list-item' as const, children: toInline(unwrap(item)) }))
  return { type: 'list', format, children }
}

function unwrap(lines: string): string {
  return lines
    .trim()
    .replaceAll(/\\\n\s*/g, '\u2028')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('\u2028', '\n')
}

// A sign kept as it is | a link | bold | italic, which may not begin or end inside a word.
const markup =
  /\\([\\*_[\]#>.+-])|\[([^\]]+)\]\(([^()\s]+)\)|\*\*(\S(?:.*?\S)?)\*\*|(?<![\p{L}\p{N}*_])([*_])(\S(?:.*?\S)?)\5(?![\p{L}\p{N}])/gsu

function toInline(text: string, marks: Marks = {}): InlineNode[] {
  const nodes: InlineNode[] = []
  const add = (words: string) => {
    const last = nodes.at(-1)
    if (words === '') return
    if (last?.type === 'text' && last.bold === marks.bold && last.italic === marks.italic)
      nodes[nodes.length - 1] = { ...last, text: last.text + words }
    else nodes.push({ type: 'text', text: words, ...marks })
  }
  let from = 0
  for (const match of text.matchAll(markup)) {
    const [whole, sign, label, url, bold, , italic] = match
    add(text.slice(from, match.index))
    from = match.index + whole.length
    if (sign !== undefined) add(sign)
    else if (url !== undefined)
      nodes.push({
        type: 'link',
        url,
        children: toInline(label!, marks).filter((node) => node.type === 'text'),
      })
    else if (bold !== undefined) nodes.push(...toInline(bold, { ...marks, bold: true }))
    else nodes.push(...toInline(italic!, { ...marks, italic: true }))
  }
  add(text.slice(from))
  return nodes
}
