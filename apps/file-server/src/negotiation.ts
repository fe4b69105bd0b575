/** The forms in which text is kept ready. */
export type Encoding = 'br' | 'gzip' | 'identity'

// Smallest first: the choice where a reader likes two equally.
const ours: readonly Encoding[] = ['br', 'gzip', 'identity']

/** Browsers say a few different things. */
const chosen = new Map<string, Encoding>()
const MOST_CHOSEN = 200

/** The encoding to answer with, by an `Accept-Encoding` header (RFC 9110 §12.5.3). */
export function preferredEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity'
  let encoding = chosen.get(header)
  if (!encoding) {
    encoding = choose(header)
    if (chosen.size >= MOST_CHOSEN) chosen.clear()
    chosen.set(header, encoding)
  }
  return encoding
}

function choose(header: string): Encoding {
  const weights = new Map<string, number>()
  for (const item of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = item.split(';').map((text) => text.trim())
    weights.set(name === 'x-gzip' ? 'gzip' : name, weightOf(parameters))
  }
  let best: { encoding: Encoding; weight: number } = { encoding: 'identity', weight: 0 }
  for (const encoding of ours) {
    // Not to be encoded is always possible: the last choice, unless it is asked for by name.
    const unnamed = encoding === 'identity' ? 0 : weights.get('*')
    const weight = weights.get(encoding) ?? unnamed ?? 0
    if (weight > best.weight) best = { encoding, weight }
  }
  return best.encoding
}

/** The `q` among parameters: 1 when there is none, 0 when it makes no sense. */
function weightOf(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith('q='))
  if (weight === undefined) return 1
  return /^q=(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(weight) ? Number(weight.slice(2)) : 0
}
