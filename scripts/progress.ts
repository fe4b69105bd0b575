/** Progress of a start for the person who waits: one line per step, with a running clock where the terminal can show it. */
export interface Step {
  done(note?: string): void
  /** It did not come to an end: whoever waited is told why elsewhere. */
  stop(): void
}

const isTerminal = process.stderr.isTTY
const seconds = (ms: number) =>
  `${(ms / 1000).toLocaleString('nl-NL', { maximumFractionDigits: 1, minimumFractionDigits: 1 })} s`

/** Shows that `label` has begun; call `done` when it is over. Without a terminal a line is printed each ten seconds. */
export function step(label: string): Step {
  const started = Date.now()
  const name = `  ${label} `.padEnd(34, '.')
  const show = () => process.stderr.write(`\r${name} ${seconds(Date.now() - started)} `)
  if (isTerminal) show()
  else process.stderr.write(`${name} begonnen\n`)
  const clock = isTerminal
    ? setInterval(show, 200)
    : setInterval(() => process.stderr.write(`${name} ${seconds(Date.now() - started)}\n`), 10_000)
  clock.unref()
  const stop = () => clearInterval(clock)
  return {
    stop,
    done(note = '') {
      stop()
      process.stderr.write(
        `${isTerminal ? '\r' : ''}${name} klaar (${seconds(Date.now() - started)})${note && `, ${note}`}\n`,
      )
    },
  }
}

/** Runs `work` as a step. Several steps at once are fine without a terminal only, so give those one label. */
export async function during<T>(
  label: string,
  work: () => Promise<T>,
  note?: (result: T) => string,
): Promise<T> {
  const shown = step(label)
  try {
    const result = await work()
    shown.done(note?.(result))
    return result
  } finally {
    shown.stop()
  }
}
