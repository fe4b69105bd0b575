/** How far tests go that are left to chance or slow: a short way in `npm test`, a long one where `ROUNDS=long` asks for it. */

export const isLong = process.env.ROUNDS === 'long'

/** The number in the environment variable `name`; without it what `ROUNDS` says. */
export function roundsOf(
  name: string,
  { short, long }: { readonly short: number; readonly long: number },
): number {
  return Number(process.env[name] ?? (isLong ? long : short))
}
