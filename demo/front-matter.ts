import type { DemoPhoto } from './demo-wijk.ts'
import { isPicture } from './pictures.ts'

/**
 * A text file that begins with fields between two lines of dashes, one `name: value` per line.
 * A value that holds a colon stands in quotes, so that the file is also good YAML.
 */
export interface TextFile {
  readonly fields: ReadonlyMap<string, string>
  readonly text: string
}

/** The fields and the text of `source`; throws a TypeError that quotes what it does not understand. */
export function readFrontMatter(source: string): TextFile {
  const parts = /^---\n(.*?)\n---\n(.*)$/s.exec(source.replaceAll('\r\n', '\n'))
  if (!parts) throw new TypeError('expected fields between two lines of ---')
  const fields = new Map<string, string>()
  for (const line of parts[1]!.split('\n')) {
    const [, name, value] = /^([a-zA-Z]+): +(.+)$/.exec(line) ?? []
    if (name === undefined) throw new TypeError(`‘${line}’: expected a name, a colon and a value`)
    if (fields.has(name)) throw new TypeError(`‘${line}’: ${name} stands there twice`)
    fields.set(name, unquote(value!.trim()))
  }
  return { fields, text: parts[2]! }
}

function unquote(value: string): string {
  if (/^'.*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'")
  if (/^".*"$/.test(value)) return value.slice(1, -1)
  return value
}

/** A field that must be there. */
export function field(file: TextFile, name: string): string {
  const value = file.fields.get(name)
  if (value === undefined) throw new TypeError(`the field ${name} is missing`)
  return value
}

/** The photo that `picture` and `alt` tell of; null without. */
export function photoOf(file: TextFile): DemoPhoto | null {
  const picture = file.fields.get('picture')
  if (picture === undefined) return null
  if (!isPicture(picture)) throw new TypeError(`‘${picture}’: expected the name of a picture`)
  return { picture, alt: field(file, 'alt') }
}
