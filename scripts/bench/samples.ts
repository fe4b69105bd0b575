/** Measurements: taken in turns, told as a median with its spread. */

/** Runs every subject once a round, so that what else the machine does touches all of them alike. Answers the samples of each. */
export async function inTurns<Name extends string, Sample>(
  rounds: number,
  subjects: Readonly<Record<Name, (round: number) => Promise<Sample>>>,
): Promise<Record<Name, Sample[]>> {
  const names = Object.keys(subjects) as Name[]
  const samples = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Name, Sample[]>
  for (let round = 0; round < rounds; round++)
    for (const name of names) samples[name].push(await subjects[name](round))
  return samples
}

/** The sample below which `part` (0 to 1) of all samples are; NaN without samples. */
export function quantile(samples: readonly number[], part: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5)
}

/** The middle half of the samples, such as `31.5–36.2`. */
export function spread(samples: readonly number[], digits = 1): string {
  return `${round(quantile(samples, 0.25), digits)}–${round(quantile(samples, 0.75), digits)}`
}

export function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits))
}
