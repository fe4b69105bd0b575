/**
 * A part of a page that many pages have: rendered for the first of them. Only what it is made of says which part it is, so
 * its template shows that and nothing else; each template needs an object of its own.
 */
import { markHTMLString } from 'astro/runtime/server/index.js'

/** As templates give them to expressions. */
interface Template {
  render(destination: { write(chunk: unknown): void }): unknown
}

const rendered = new WeakMap<object, unknown>()

/** What `template` makes of `what`: the first time, and the same from then on. */
export function once<T extends object>(what: T, template: (what: T) => unknown): unknown {
  let html = rendered.get(what)
  if (html === undefined) {
    html = htmlOf(template(what) as Template)
    rendered.set(what, html)
  }
  return html
}

function htmlOf(template: Template): unknown {
  let html = ''
  const waiting = template.render({
    write(chunk) {
      if (isHead(chunk)) return
      if (typeof chunk === 'object' && chunk !== null && 'type' in chunk)
        throw new Error(`a part that is rendered once may have no ${String(chunk.type)} of its own`)
      html += String(chunk)
    },
  })
  if (waiting !== undefined) throw new Error('a part that is rendered once may wait for nothing')
  return markHTMLString(html)
}

/** Astro looks before every component whether the head must come: a page has it before any part. */
const isHead = (chunk: unknown) =>
  typeof chunk === 'object' && chunk !== null && 'type' in chunk && chunk.type === 'maybe-head'
