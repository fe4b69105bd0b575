/** How far a new site format is with all wijken, and what an operator can do about it. */
import { randomUUID } from 'node:crypto'
import type { FormatRefusal, RolloutProgress } from '../../apps/publisher/src/site-formats/site-formats.ts'
import { SettingError, type Settings } from '../settings.ts'
import { type Act, askForFacts, type Outcome, tellPublisher, type World } from './act.ts'
import { moment } from './moments.ts'

export const format: Act = {
  words: '[pause|resume|undo|use] [sitevorm]',
  does: 'hoe ver een nieuwe sitevorm is; stilzetten, verdergaan, terug, of een andere kiezen',
  run,
}

async function run({ settings, words: [what, hash] }: World): Promise<Outcome> {
  const rollout = what === undefined ? await ask(settings) : await tell(settings, what, hash)
  const isFine = rollout.failed.length === 0 && rollout.pause?.by !== 'failures'
  return { exit: isFine ? 0 : 1, data: rollout, lines: lines(rollout) }
}

async function ask(settings: Settings): Promise<RolloutProgress> {
  const rollout = await askForFacts<RolloutProgress>(settings, '/format')
  if (!rollout) throw new Error('Deze publisher weet niets van sitevormen: start hem opnieuw.')
  return rollout
}

async function tell(settings: Settings, what: string, hash: string | undefined): Promise<RolloutProgress> {
  if (!['pause', 'resume', 'undo', 'use'].includes(what))
    throw new SettingError(`‘format ${what}’ ken ik niet; verwacht: pause, resume, undo of use.`)
  if (hash !== undefined && what !== 'use')
    throw new SettingError(`‘format ${what}’ geldt voor alle wijken; alleen use neemt een sitevorm.`)
  const message = { act: 'format', do: what, id: randomUUID(), ...(hash === undefined ? {} : { hash }) }
  const answer = await tellPublisher(settings, '/acts', message)
  const body = (await answer.json()) as RolloutProgress & { refused?: FormatRefusal; error?: string }
  if (body.refused) throw new SettingError(refusal(body.refused, hash, body.kept))
  if (answer.status !== 200)
    throw new Error(`De publisher weigert (${answer.status}): ${body.error ?? 'zonder reden'}`)
  return body
}

function refusal(refused: FormatRefusal, hash: string | undefined, kept: readonly string[]): string {
  const choice = kept.length > 0 ? ` Te kiezen zijn: ${kept.map(short).join(', ')}.` : ''
  switch (refused) {
    case 'nothing-former':
      return `Er is geen vorige sitevorm bewaard om naar terug te gaan.${choice}`
    case 'several-formats':
      return `Er zijn meer sitevormen die met ‘${hash}’ beginnen.${choice}`
    case 'unknown-format':
      return hash === undefined
        ? 'Er is geen sitevorm gebouwd.'
        : `Er is geen sitevorm ‘${hash}’ bewaard.${choice}`
  }
}

/** How far it is, and what can be done about it. */
export function lines(rollout: RolloutProgress): string[] {
  const { chosen, former, newestBuild, kept, since, held } = rollout
  const isNews = newestBuild !== null && newestBuild !== chosen && newestBuild !== former
  return [
    `Sitevorm ${short(chosen)}, gekozen ${moment(since)}: ${progress(rollout)}`,
    ...pauseLines(rollout),
    ...failedLines(rollout),
    ...(held > 0 ? [`  ${count(held)} vastgehouden op een eerdere versie en doen niet mee.`] : []),
    ...(former
      ? [
          `Vorige: ${short(former)}${pausedByFailures(rollout) ? '' : ' (‘format undo’ gaat daarheen terug)'}.`,
        ]
      : []),
    ...(isNews
      ? [`Nieuw gebouwd: ${short(newestBuild)} (‘format use ${short(newestBuild)}’ begint ermee).`]
      : []),
    `Bewaard: ${kept.map(short).join(', ')}.`,
  ]
}

function progress({ total, done, failed, pause, perMinute, secondsLeft }: RolloutProgress): string {
  const share = `${done.toLocaleString('nl-NL')} van ${count(total)}`
  if (total === 0) return 'er zijn nog geen sites.'
  if (done === total) return total === 1 ? 'de enige wijk heeft haar.' : `alle ${count(total)} hebben haar.`
  if (pause) return `${share}; gepauzeerd.`
  if (done + failed.length === total) return `${share}.`
  const left = secondsLeft === null ? '' : `, nog ${duration(secondsLeft)}`
  const pace = perMinute === 0 ? '' : `, ${perMinute.toLocaleString('nl-NL')} per minuut`
  return `${share}${pace}${left}.`
}

/** What fails now, and what stopped the rollout. */
function failedLines({ failed, pause }: RolloutProgress): string[] {
  const said = (slug: string, page: string | null, error: string) =>
    `  ${slug.padEnd(24)} niet gelukt${page ? ` op ${page}` : ''}: ${reasonIn(error, page)}`
  const earlier =
    pause?.by === 'failures'
      ? pause.wijken.filter(({ slug }) => failed.every((now) => now.slug !== slug))
      : []
  return [
    ...failed.map(({ slug, page, error, nextTryAt }) => {
      // While it is paused nothing is tried.
      const next = pause ? 'De' : `Volgende poging ${moment(nextTryAt)}; de`
      return `${said(slug, page, error)} ${next} laatste goede versie blijft online.`
    }),
    ...earlier.map(({ slug, page, error }) => said(slug, page, error)),
  ]
}

/** The reason in what the publisher logged: who says it, and on which page, stands before it already. */
function reasonIn(error: string, page: string | null): string {
  const reason = error.replace(/^\[[\w:]+\] /, '')
  const place = `${page}: `
  if (reason.startsWith(place)) return reasonIn(reason.slice(place.length), page)
  return /[.!?]$/.test(reason) ? reason : `${reason}.`
}

function pauseLines(rollout: RolloutProgress): string[] {
  if (!rollout.pause) return []
  const paused = pausedByFailures(rollout)
  if (!paused) return ['Gepauzeerd door een platformbeheerder; ‘format resume’ gaat verder.']
  return [
    `Vanzelf gepauzeerd: de nieuwe sitevorm ${paused.says}. Alle sites blijven online.`,
    `Doe dit: ${paused.advice}`,
  ]
}

/** What is to be known and done when the rollout stopped by itself; null when it did not. */
export function pausedByFailures({ pause }: RolloutProgress): { says: string; advice: string } | null {
  if (pause?.by !== 'failures') return null
  return {
    says: `lukte bij ${pause.failed} van de eerste ${pause.tried} wijken niet`,
    advice: 'ga terug met ‘format undo’, of verhelp het en ga verder met ‘format resume’ of ‘format use’.',
  }
}

const short = (hash: string) => hash.slice(0, 8)
const count = (wijken: number) => `${wijken.toLocaleString('nl-NL')} ${wijken === 1 ? 'wijk' : 'wijken'}`
const duration = (seconds: number) =>
  seconds < 90 ? `${Math.max(1, seconds)} s` : `ongeveer ${Math.round(seconds / 60)} minuten`
