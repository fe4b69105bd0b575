/** Why a page was last made anew: for which release, what had changed, and what the page reads of that. */
import { join } from 'node:path'
import type { EntryKind } from '@wijkpers/content'
import { type NamedEntry, readReasons, reasonOf, type ReleaseReasons, type Why } from '@wijkpers/publishing'
import { isImmutableAsset, openReader, type ReleaseReader } from '@wijkpers/releases'
import { SettingError } from '../settings.ts'
import { type Act, findInStore, type Outcome, type World } from './act.ts'
import { moment } from './moments.ts'
import { subjectInDutch } from './subjects.ts'
import { whys } from './whys.ts'

export const explain: Act = {
  words: '<wijk> <pad>',
  does: 'waarom een pagina voor het laatst opnieuw is gemaakt',
  run,
}

type Reason = NonNullable<ReturnType<typeof reasonOf>>

async function run({ settings, words: [slug, path = ''] }: World): Promise<Outcome> {
  const { id } = await findInStore(settings, slug)
  const reader = openReader(join(settings.data, 'releases'))
  try {
    const found = fileAt(reader, id, path)
    if (!found) throw new SettingError(`De site van ${slug} heeft geen pagina op ‘${path}’, en had die niet.`)
    const { file, first, until } = found
    const release = until ?? first
    const made = reader.releases(id).find((kept) => kept.release === release)
    const reasons = await readReasons(join(settings.data, 'publisher', 'reasons'), id, release)
    const reason = reasons && until === null ? reasonOf(reasons, file) : null
    const movedTo = reader.find(id, file)?.movedTo
    const isGone = until !== null || movedTo === ''
    const what = isGone ? 'is weggehaald in' : movedTo ? `leidt naar ${movedTo} sinds` : 'is zo sinds'
    const data = { wijk: slug, file, release, isGone, movedTo: movedTo || null, ...made, reasons, reason }
    return {
      exit: 0,
      data,
      lines: [
        `${addressOf(file)} ${what} versie ${release}${made ? ` (${moment(made.madeAt)})` : ''}.`,
        ...(made?.rollback != null
          ? [`Die versie toont versie ${made.rollback} weer: de site is teruggezet.`]
          : isImmutableAsset(file)
            ? [
                'Het is geen pagina, maar een bestand waar pagina’s naar verwijzen: het is er zolang zij dat doen.',
              ]
            : told(reasons, reason)),
      ],
    }
  } finally {
    reader.close()
  }
}

function told(reasons: ReleaseReasons | null, reason: Reason | null): string[] {
  if (!reasons)
    return [
      'Waarom weet Wijkpers niet meer: dat staat alleen van de laatste versies in publisher/reasons, en die map mag weg.',
    ]
  const { why, change } = reasons
  const lines = [`De aanleiding: ${whys[why] ?? why}.`]
  if (change) {
    lines.push(...change.entries.map(named))
    if (change.others > 0)
      lines.push(
        change.entries.length > 0
          ? `  en nog ${change.others} andere`
          : `  ${change.others === 1 ? '1 bericht' : `${change.others} berichten`}, waarvan niet bewaard is welke`,
      )
    if (change.isOtherWijk) lines.push('  anders: de instellingen van de wijk')
    if (change.isOtherWijk === null)
      lines.push('  Of de instellingen van de wijk ook anders waren, is niet bekend.')
  }
  return [...lines, ...(reason ? because(reason, why) : [])]
}

function because(reason: Reason, why: Why): string[] {
  switch (reason.kind) {
    case 'new':
      return ['De pagina was er nog niet.']
    case 'everything':
      return [`Alle pagina’s zijn opnieuw gemaakt${becauseOf(why)}; wat gelijk bleef, is niet vervangen.`]
    case 'touched':
      return [
        'De pagina leest wat daardoor een ander antwoord kreeg:',
        ...reason.subjects.map((subject) => `  ${subjectInDutch(subject)}`),
      ]
  }
}

/** Why all pages of a site were made anew in a publish for this reason. */
function becauseOf(why: Why): string {
  switch (why) {
    case 'format':
      return ', omdat dat bij een andere sitevorm moet'
    case 'address':
      return ', omdat het webadres op elke pagina staat'
    case 'repair':
    case 'lost':
      return ', ook wat al klopte'
    case 'hint':
    case 'revision':
    case 'time':
    case 'untold':
    case 'purge':
    case 'held':
      return ', omdat van deze wijk niet bekend was wat elke pagina las'
  }
}

const hows = { new: 'nieuw', edited: 'anders', gone: 'weg', unknown: 'nieuw of anders' } as const
const kinds: Readonly<Record<EntryKind, string>> = {
  article: 'nieuwsbericht',
  event: 'activiteit',
  organisation: 'organisatie',
  infoPage: 'pagina',
  notice: 'prikbordbericht',
  business: 'ondernemer',
  deal: 'aanbieding',
  person: 'wie-is-wie',
  liveabilityProject: 'project',
  edition: 'wijkkrant',
  advertisement: 'sponsor',
}

function named({ kind, name, path, how }: NamedEntry): string {
  return `  ${hows[how]}: ${kinds[kind]} ‘${name}’ (${path})`
}

/** The file at an address, as a reader or an operator may write it, that is there or was. */
function fileAt(reader: ReleaseReader, wijk: string, path: string) {
  const bare = path.replace(/^https?:\/\/[^/]+/, '').replace(/^\//, '')
  const candidates = bare === '' || bare.endsWith('/') ? [`${bare}index.html`] : [bare, `${bare}/index.html`]
  for (const file of candidates) {
    const span = reader.span(wijk, file)
    if (span) return { file, ...span }
  }
  return null
}

const addressOf = (file: string) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`
