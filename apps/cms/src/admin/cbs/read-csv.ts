/** The file that the CBS gives out as ‘Kerncijfers wijken en buurten’, read in the browser: of its hundred columns four are sent. */
import { CsvError, parse } from 'csv-parse/browser/esm/sync'

/** A wijk or buurt, with the line of the file on which it stands. */
export interface CsvRow {
  readonly line: number
  readonly code: string
  readonly name: string
  readonly municipality: string
}

export type CsvTable =
  { readonly rows: readonly CsvRow[] } | { /** In Dutch, with what to do. */ readonly fault: string }

/** What each column is called, in the files of the CBS and in those of StatLine; the first that is there counts. */
const COLUMNS = {
  code: ['gwb_code_10', 'gwb_code', 'codering_3', 'codering'],
  name: ['regio', 'wijkenenbuurten'],
  municipality: ['gm_naam', 'gemeentenaam_1', 'gemeentenaam'],
  kind: ['recs', 'soortregio_2', 'soortregio'],
} as const

/** The wijken and buurten in a file with semicolons or commas, in UTF-8 or Latin-1. What is wrong with a row is for the CMS to say. */
export function readCsv(bytes: Uint8Array): CsvTable {
  const text = textOf(bytes)
  const header = text.slice(0, text.search(/[\r\n]|$/))
  const delimiter = header.split(';').length > header.split(',').length ? ';' : ','
  try {
    const options = { delimiter, bom: true, info: true, skip_empty_lines: true }
    const [first, ...others] = (parse(text, options) as unknown as Parsed[]).map(({ record, info }) => ({
      cells: record.map((cell) => cell.trim()),
      line: info.lines,
    }))
    const names = first?.cells.map((name) => name.toLowerCase()) ?? []
    const at = (column: keyof typeof COLUMNS) => {
      const found = COLUMNS[column].map((name) => names.indexOf(name))
      return found.find((index) => index >= 0) ?? -1
    }
    const [code, name, municipality, kind] = [at('code'), at('name'), at('municipality'), at('kind')]
    if (code < 0 || name < 0 || municipality < 0) return { fault: NOT_THAT_FILE }
    return {
      rows: others
        .filter(({ cells }) => isArea(cells[kind], cells[code]))
        .map(({ cells, line }) => ({
          line,
          code: cells[code] ?? '',
          name: cells[name] ?? '',
          municipality: cells[municipality] ?? '',
        })),
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = (error as { lines?: unknown }).lines
    return {
      fault: `Regel ${String(line)} heeft niet evenveel kolommen als de eerste. Er is niets ingelezen.`,
    }
  }
}

/** What the option `info` makes of each row; the library's types do not say so. */
interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

const NOT_THAT_FILE =
  'Dit is niet de lijst die we zoeken: er zijn kolommen nodig met de namen gwb_code_10 (of gwb_code), regio, gm_naam en recs. Kies het csv-bestand ‘Kerncijfers wijken en buurten’ van het CBS.'

// The same file tells of the country and of each gemeente.
function isArea(kind: string | undefined, code: string | undefined): boolean {
  return kind === undefined ? !/^(NL|GM)\d/i.test(code ?? '') : /^(wijk|buurt)$/i.test(kind)
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
