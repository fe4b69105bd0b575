/** The texts in a form as somebody reads them: of its fields, of the Blocks editor, and of components. */

/** Values of choices, addresses and keys are for programs. */
const NO_TEXT = new Set([
  'id',
  'documentId',
  'slug',
  'url',
  'type',
  'format',
  'link',
  'website',
  'email',
  'phone',
  'wijkKey',
])

/** All text, a line for each field and paragraph. */
export function textIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value))
    return value.map(isInline(value) ? inlineText : textIn).join(isInline(value) ? '' : '\n')
  if (!isRecord(value)) return ''
  if (Array.isArray(value.children)) return textIn(value.children)
  return Object.entries(value)
    .filter(
      ([field, each]) =>
        !NO_TEXT.has(field) && !(field.endsWith('At') || field.endsWith('On')) && each !== null,
    )
    .map(([, each]) => textIn(each))
    .filter(Boolean)
    .join('\n')
}

/** What the links are called. */
export function linksIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(linksIn)
  if (!isRecord(value)) return []
  if (value.type === 'link') return [inlineText(value)]
  return Object.values(value).flatMap((each) => (typeof each === 'object' ? linksIn(each) : []))
}

const isInline = (nodes: readonly unknown[]) =>
  nodes.some((node) => isRecord(node) && (node.type === 'text' || node.type === 'link'))

function inlineText(node: unknown): string {
  if (!isRecord(node)) return ''
  return Array.isArray(node.children)
    ? node.children.map(inlineText).join('')
    : typeof node.text === 'string'
      ? node.text
      : ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
