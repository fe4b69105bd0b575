import MarkdownIt from 'markdown-it'

/** The guide as HTML, with an id on every part, and the parts for a list of what is in it. */
export interface Guide {
  readonly html: string
  readonly parts: readonly { readonly id: string; readonly title: string }[]
}

/** Reads the guide as it is written (docs/redactie.md): its title is the page's own, a part begins with a second heading. */
export function readGuide(markdown: string): Guide {
  const parts: { id: string; title: string }[] = []
  // HTML in it is shown as it stands: nobody writes it there, and nothing can come in by it.
  const reader = new MarkdownIt({ html: false })
  const tokens = reader.parse(markdown.replace(/^# .*\n/, ''), {})
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open' || token.tag !== 'h2') continue
    const title = tokens[index + 1]?.content ?? ''
    const id = title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '')
    token.attrSet('id', id)
    parts.push({ id, title })
  }
  return { html: reader.renderer.render(tokens, reader.options, {}), parts }
}
