/** Things people count: one function each. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const publishes = new Counter({
    name: 'wijkpers_publishes_total',
    help: 'Publishes that ended, by result',
    labelNames: ['result'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'wijkpers_publish_seconds',
    help: 'From the start of a publish until the live page was seen',
    buckets: [0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 5, 15, 60],
    registers: [registry],
  })
  const hints = new Counter({
    name: 'wijkpers_hints_total',
    help: 'Hints that came in, by HTTP status',
    labelNames: ['status'],
    registers: [registry],
  })
  const due = new Gauge({
    name: 'wijkpers_due_wijken',
    help: 'Wijken with a wanted revision that is not live, at the last look',
    registers: [registry],
  })
  const missed = new Counter({
    name: 'wijkpers_failed_looks_total',
    help: 'Looks for due wijken that the CMS did not answer',
    registers: [registry],
  })
  return {
    /** Answers what to call when the publish ended. */
    publishStarted() {
      const elapsed = seconds.startTimer()
      return (result: 'live' | 'failed') => {
        publishes.inc({ result })
        if (result === 'live') elapsed()
      }
    },
    hintCame: (status: number) => hints.inc({ status }),
    lookEnded: (count: number) => due.set(count),
    lookFailed: () => missed.inc(),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
