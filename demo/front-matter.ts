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
