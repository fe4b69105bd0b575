/** The table of the CBS as the CMS answers it: `GET /wijkpers/cbs`. */
export interface Areas {
  /** Null while no table was read in. */
  readonly vintage: number | null
  readonly count: number
  readonly found: readonly Area[]
}

export interface Area {
  readonly code: string
  readonly name: string
  readonly municipality: string
}

/** Reads the body of an answer. Throws when it is something else. */
export function parseAreas(body: unknown): Areas {
  const data = (body as { data?: Partial<Areas> } | null)?.data
  if (!data || !Array.isArray(data.found)) throw new TypeError('[cbs] Expected the areas that were found')
  return {
    vintage: typeof data.vintage === 'number' ? data.vintage : null,
    count: Number(data.count),
    found: data.found.map(({ code, name, municipality }: Record<keyof Area, unknown>) => ({
      code: String(code),
      name: String(name),
      municipality: String(municipality),
    })),
  }
}

/** The year in the name of a file, such as `kwb-2025.csv`; empty when there is none. */
export function yearIn(fileName: string): string {
  return /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(fileName)?.[0] ?? ''
}
