/** Good morning, as the clock in the Netherlands has it. */
export function greeting(name: string | undefined, now: Date): string {
  const hour = Number(
    new Intl.DateTimeFormat('nl-NL', {
      hour: 'numeric',
      hourCycle: 'h23',
      timeZone: 'Europe/Amsterdam',
    }).format(now),
  )
  const hello = [
    [6, 'Hallo'],
    [12, 'Goedemorgen'],
    [18, 'Goedemiddag'],
    [24, 'Goedenavond'],
  ] as const
  const [, words] = hello.find(([until]) => hour < until)!
  return name ? `${words}, ${name}` : words
}
