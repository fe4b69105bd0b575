/** Things people count: one function each. */
import type { Dispatcher, Readied } from '@wijkpers/publishing'
import type { LaneStatus } from '../targets/deliveries.ts'
import { type Health, PROBLEMS } from './health.ts'
import type { Outcome } from '../receipts/outcome.ts'
import type { SiteFormats } from '../site-formats/site-formats.ts'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What is asked at the moment that somebody reads the figures. */
export interface Standing {
  readonly dispatcher: Pick<Dispatcher, 'line' | 'progress'>
  readonly formats: Pick<SiteFormats, 'countProcesses' | 'progress'>
  readonly health: Pick<Health, 'problems'>
  /** Epoch milliseconds. */
  readonly now: () => number
}

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
    help: 'From the start of a publish until the live page was seen on our own server, or was kept where no reader comes to it',
    buckets: [0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 5, 15, 60],
    registers: [registry],
  })
  const steps = new Histogram({
    name: 'wijkpers_step_seconds',
    help: 'Time of each step of a publish',
    labelNames: ['step'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 5, 15, 60],
    registers: [registry],
  })
  const cmsSeconds = new Histogram({
    name: 'wijkpers_cms_read_seconds',
    help: 'Time of each question to the CMS, by question and result',
    labelNames: ['read', 'result'],
    buckets: [0.005, 0.025, 0.1, 0.4, 1.6, 5, 15],
    registers: [registry],
  })
  const hints = new Counter({
    name: 'wijkpers_hints_total',
    help: 'Hints that came in: by HTTP status, or as a notification of the database',
    labelNames: ['status'],
    registers: [registry],
  })
  const due = new Gauge({
    name: 'wijkpers_due_wijken',
    help: 'Wijken that are to be published, at the last look',
    registers: [registry],
  })
  let standing: Standing | null = null
  function gauge(name: string, help: string, value: (standing: Standing) => number | Promise<number>): void {
    const measured: Gauge = new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        if (standing) measured.set(await value(standing))
      },
    })
  }
  const problems: Gauge<'problem'> = new Gauge({
    name: 'wijkpers_problem',
    help: 'What /health tells: 1 while it is a problem, 0 otherwise',
    labelNames: ['problem'],
    registers: [registry],
    collect() {
      const now = new Set<string>(standing?.health.problems().map(({ problem }) => problem))
      for (const problem of PROBLEMS) problems.set({ problem }, now.has(problem) ? 1 : 0)
    },
  })
  gauge(
    'wijkpers_oldest_due_seconds',
    'How long the first in line waits, who may start',
    ({ dispatcher, now }) => {
      const starts = dispatcher.line().filter(({ notBefore }) => notBefore <= now())
      return Math.max(0, ...starts.map(({ since }) => (now() - since) / 1_000))
    },
  )
  gauge(
    'wijkpers_backing_off_wijken',
    'Wijken that wait for another try after a failure',
    ({ dispatcher }) => dispatcher.line().filter(({ wijk }) => dispatcher.progress(wijk).attempts > 0).length,
  )
  gauge('wijkpers_render_processes', 'Render processes that run', ({ formats }) => formats.countProcesses())
  const rollout: Gauge<'state'> = new Gauge({
    name: 'wijkpers_rollout_wijken',
    help: 'Wijken by how they stand to the chosen site format',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      if (!standing) return
      const { total, done, failed, held, pause } = await standing.formats.progress()
      const wijken = { done, left: total - done - failed.length, failed: failed.length, held }
      for (const [state, count] of Object.entries(wijken)) rollout.set({ state }, count)
      for (const by of ['operator', 'failures'] as const) paused.set({ by }, by === pause?.by ? 1 : 0)
    },
  })
  // Set with the one before: both are of one question.
  const paused = new Gauge({
    name: 'wijkpers_rollout_paused',
    help: 'Whether no wijk goes over to the chosen site format: 1 when an operator paused it, or when it stopped for its failures',
    labelNames: ['by'],
    registers: [registry],
  })
  const missed = new Counter({
    name: 'wijkpers_failed_looks_total',
    help: 'Looks for due wijken that failed: the CMS does not answer, or the release store cannot be read',
    registers: [registry],
  })
  const verified = new Counter({
    name: 'wijkpers_verified_total',
    help: 'Wijken that were compared with a full render, by what was found',
    labelNames: ['outcome'],
    registers: [registry],
  })
  const ready = new Counter({
    name: 'wijkpers_made_ready_total',
    help: 'Wijken that were to be read and rendered before anybody published in them, by result',
    labelNames: ['result'],
    registers: [registry],
  })
  const swept = new Counter({
    name: 'wijkpers_swept_objects_total',
    help: 'Objects that no kept release showed any more, and were removed',
    registers: [registry],
  })
  const deliveries = new Counter({
    name: 'wijkpers_deliveries_total',
    help: 'Deliveries to targets elsewhere that ended, by target and result',
    labelNames: ['target', 'result'],
    registers: [registry],
  })
  const compared = new Counter({
    name: 'wijkpers_compared_elsewhere_total',
    help: 'Wijken on targets elsewhere that were compared, file by file, with what they were brought, by what was found',
    labelNames: ['target', 'outcome'],
    registers: [registry],
  })
  // What increases from nothing is an increase for who watches, and the first time counts as much as the second.
  for (const result of ['live', 'failed', 'held', 'nothing', 'waiting']) publishes.inc({ result }, 0)
  for (const outcome of ['same', 'different', 'beyond-repair', 'failed']) verified.inc({ outcome }, 0)
  for (const result of ['made', 'ready', 'not-now', 'not-as-made', 'failed']) ready.inc({ result }, 0)
  return {
    deliveryEnded: (target: string, result: 'live' | 'failed') => deliveries.inc({ target, result }),
    comparedThere: (target: string, outcome: 'same' | 'different' | 'failed') =>
      compared.inc({ target, outcome }),
    /** How each target elsewhere stands, asked when the metrics are read. */
    watchTargets(lanes: () => readonly LaneStatus[]) {
      for (const { name: target } of lanes()) {
        for (const result of ['live', 'failed']) deliveries.inc({ target, result }, 0)
        for (const outcome of ['same', 'different', 'failed']) compared.inc({ target, outcome }, 0)
      }
      const waiting = new Gauge({
        name: 'wijkpers_target_waiting_wijken',
        help: 'Wijken that wait for a target elsewhere',
        labelNames: ['target'],
        registers: [],
        collect() {
          for (const lane of lanes()) this.set({ target: lane.name }, lane.waiting)
        },
      })
      const budget = new Gauge({
        name: 'wijkpers_target_day_budget',
        help: 'Of what an account at a target allows in a day: used in the last 24 hours, and all',
        labelNames: ['target', 'part'],
        registers: [],
        collect() {
          for (const { name, quota } of lanes()) {
            if (!quota) continue
            this.set({ target: name, part: 'used' }, quota.used)
            this.set({ target: name, part: 'all' }, quota.perDay)
          }
        },
      })
      registry.registerMetric(waiting)
      registry.registerMetric(budget)
    },
    /** Answers what to call when the publish ended. */
    publishStarted() {
      const elapsed = seconds.startTimer()
      return (result: Outcome['result'] | 'failed' | 'waiting') => {
        publishes.inc({ result })
        if (result === 'live') elapsed()
      }
    },
    stepsTook(took: Readonly<Record<string, number>>) {
      for (const [step, ms] of Object.entries(took)) steps.observe({ step }, ms / 1_000)
    },
    /** Answers what to call when the CMS did, or did not. */
    cmsAsked(read: string) {
      const elapsed = cmsSeconds.startTimer({ read })
      return (result: 'answered' | 'failed') => void elapsed({ result })
    },
    /** Where things stand, asked each time that somebody reads the figures. */
    watch: (now: Standing) => void (standing = now),
    hintCame: (status: number | 'notification') => hints.inc({ status }),
    lookEnded: (count: number) => due.set(count),
    lookFailed: () => missed.inc(),
    wijkVerified: (outcome: string) => verified.inc({ outcome }),
    madeReady: (result: Readied | 'failed') => ready.inc({ result }),
    objectsSwept: (count: number) => swept.inc(count),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}

export type Metrics = ReturnType<typeof createMetrics>
