/** How a wijk stands on a target besides our own server, as an operator reads it. */
import type { ComparedThere, TargetStatus } from '../../apps/publisher/src/targets/deliveries.ts'
import { moment } from './moments.ts'

/** One sentence about it. */
export function targetLine({ name, release, state, ...more }: TargetStatus): string {
  const { waitsUntil, lastError, nextTryAt, lastComparedAt, interventions, compareError } = more
  if (state === 'failed') {
    const again = nextTryAt ? ` Volgende poging ${moment(nextTryAt)}.` : ''
    return `${name}: niet in orde: ${lastError}${again}`
  }
  if (state !== 'live') {
    const until = waitsUntil ? ` en wacht op ${name} tot ongeveer ${moment(waitsUntil)}` : ''
    return `${name}: er staat ${release > 0 ? `versie ${release}` : 'nog niets'}; de nieuwste is onderweg${until}.`
  }
  const isThere = `${name}: versie ${release} is daar neergezet`
  if (lastComparedAt === null) return `${isThere}; in de stille uren wordt elk bestand daar vergeleken.`
  const when = `Op ${moment(lastComparedAt)}`
  if (compareError !== null)
    return `${isThere}. ${when} kon niet worden vergeleken wat er staat: ${compareError}`
  return interventions === 0
    ? `${isThere}. ${when} klopte elk bestand daar.`
    : `${isThere}. ${when} ${interventions === 1 ? 'klopte daar 1 bestand' : `klopten daar ${interventions} bestanden`} niet, en dat is rechtgezet.`
}

/** Whether all that was brought is there, and nothing else. */
export const isAsBrought = (row: ComparedThere | undefined): boolean =>
  row === undefined || (row.error === null && wrongIn(row).length === 0)

/** What was found there, with the files that are wrong. */
export function comparedLines(
  { name, release }: Pick<TargetStatus, 'name' | 'release'>,
  row: ComparedThere,
): string[] {
  if (row.error !== null) return [`${name}: kon niet worden vergeleken: ${row.error}`]
  const wrong = wrongIn(row)
  if (wrong.length === 0)
    return row.files
      ? [`${name}: ${filesIn(row.files)} vergeleken, geen verschil (versie ${release}).`]
      : [`${name}: daar hoort niets te staan, en er is niets om te vergelijken.`]
  return [
    `${name}: ${wrongFiles(wrong.length)}; dat wordt nu rechtgezet.`,
    ...wrong.map((line) => `  ${line}`),
  ]
}

const wrongIn = ({ missing = [], different = [], leftOver = [] }: ComparedThere): string[] => [
  ...missing.map((path) => `${path} (ontbreekt daar)`),
  ...different.map((path) => `${path} (is daar anders)`),
  ...leftOver.map((path) => `${path} (hoort daar niet)`),
]

/** Such as "3 bestanden klopten niet". */
export const wrongFiles = (count: number | null) =>
  count === 1 ? '1 bestand klopte niet' : `${count} bestanden klopten niet`

/** Such as "1 bestand". */
export const filesIn = (count: number) => (count === 1 ? '1 bestand' : `${count} bestanden`)
