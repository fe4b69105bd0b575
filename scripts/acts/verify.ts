/** Makes a whole site anew, untracked, and compares it with what is live. */
import type { ComparedThere } from '../../apps/publisher/src/targets/deliveries.ts'
import { createCmsClient } from '@wijkpers/content/strapi'
import { faultsIn } from '@wijkpers/publishing'
import type { TargetStatus } from '../../apps/publisher/src/targets/deliveries.ts'
import type { Settings } from '../settings.ts'
import { openVerifier } from '../verifier.ts'
import { type Act, askForFacts, findWijk, heldSentence, type Outcome, type World } from './act.ts'
import { comparedLines, filesIn, isAsBrought, targetLine } from './targets.ts'

export const verify: Act = {
  words: '<wijk>',
  does: 'maak alles opnieuw en vergelijk met wat online staat',
  run,
}

async function run({ settings, words: [slug] }: World): Promise<Outcome> {
  const { id, targets } = await findWijk(settings, slug)
  const cms = createCmsClient({ url: settings.cmsUrl, token: settings.cmsToken })
  const verifier = await openVerifier(settings, cms, { like: id })
  try {
    const verdict = await verifier.verify(id)
    if (!verdict) return { exit: 1, data: null, lines: [`De redactie-omgeving kent ${slug} niet meer.`] }
    const { different, leftOver, damaged, isBehind, held, files, release } = verdict
    const count = faultsIn(verdict)
    const elsewhere = await standingElsewhere(settings, slug!, targets)
    const waits = isBehind && !held ? '; er wacht nog een wijziging op publicatie' : ''
    const said =
      count > 0
        ? `${slug}: ${count} van ${filesIn(files)} ${count === 1 ? 'is' : 'zijn'} anders${waits}.`
        : files === 0
          ? `${slug}: er staat niets online, en dat klopt.`
          : `${slug}: ${filesIn(files)} vergeleken, geen verschil (versie ${release}).`
    return {
      exit: count === 0 && elsewhere.isFine ? 0 : 1,
      data: { wijk: slug, ...verdict, targets: elsewhere.targets },
      lines: [
        said,
        ...elsewhere.lines,
        ...(held ? [heldSentence(held)] : []),
        ...[...different, ...leftOver].map((path) => `  ${path}`),
        ...damaged.map((path) => `  ${path} (beschadigd op de schijf)`),
      ],
    }
  } finally {
    verifier.close()
  }
}

/** The longest to wait for a comparison elsewhere, in milliseconds: a bucket that says nothing of bytes is read the first time. */
const COMPARE_MS = 120_000

/** How it stands on each target besides our own server: the publisher compares it there now, and puts right what differs. */
async function standingElsewhere(settings: Settings, slug: string, own: string | null) {
  const named = own ?? settings.env.TARGETS ?? 'embedded'
  const path = `/wijken/${encodeURIComponent(slug)}`
  try {
    const told = await askForFacts<{ targets?: readonly TargetStatus[] }>(settings, path)
    const wanted = (told?.targets ?? []).filter(({ isWanted }) => isWanted)
    const compared =
      wanted.length > 0 ? await askForFacts<ComparedThere[]>(settings, `${path}/elsewhere`, COMPARE_MS) : []
    const found = new Map(compared?.map((row) => [row.name, row]))
    return {
      targets: wanted.map((row) => Object.assign(row, { compared: found.get(row.name) ?? null })),
      isFine: wanted.every(({ name, state }) => state === 'live' && isAsBrought(found.get(name))),
      lines: wanted.flatMap((row) => {
        const there = found.get(row.name)
        return row.state === 'live' && there ? comparedLines(row, there) : [targetLine(row)]
      }),
    }
  } catch (error) {
    const isElsewhere = named.trim() !== 'embedded'
    const why = error instanceof Error ? error.message : String(error)
    const unknown = `Hoe ${slug} op andere plekken staat (${named}), weet alleen de publisher, en die zegt het niet: ${why}`
    return { targets: [], isFine: !isElsewhere, lines: isElsewhere ? [unknown] : [] }
  }
}
