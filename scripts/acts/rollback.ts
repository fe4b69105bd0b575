/** Shows an earlier release of a site again, and holds the wijk there until `resume`. */
import { stdin, stdout } from 'node:process'
import { createInterface } from 'node:readline/promises'
import { SettingError } from '../settings.ts'
import { type Act, findWijk, type Outcome, type World } from './act.ts'
import { askToHold } from './hold.ts'

const WHY = 'Er wordt iets nagekeken; daarom staat een eerdere versie online.'
const BY = 'de platformbeheerder'

export const rollback: Act = {
  words: '<wijk> [versie]',
  does: 'zet een eerdere versie terug en houd de wijk daar vast',
  options: { why: 'waarom, in een zin die de redactie leest', by: `wie dat doet (anders: ${BY})` },
  run,
}

async function run({ settings, words: [slug = '', number], options }: World): Promise<Outcome> {
  if (number !== undefined && !/^[1-9]\d{0,9}$/.test(number))
    throw new SettingError(`‘${number}’ is geen nummer van een versie; ‘releases ${slug}’ laat ze zien.`)
  const { id, held } = await findWijk(settings, slug)
  // Who goes to another version for the same reason need not say it again.
  const why = options.why?.trim() || (held?.why ?? (await askWhy()))
  const said = await askToHold(settings, slug, {
    act: 'rollback',
    wijk: id,
    ...(number === undefined ? {} : { to: Number(number) }),
    by: options.by?.trim() || BY,
    why,
  })
  if ('lines' in said) return said
  const { done, isUnderWay } = said
  const goOn = `Nieuwe wijzigingen wachten tot ‘resume ${slug}’.`
  if (isUnderWay)
    return {
      exit: 1,
      data: done,
      lines: [`${slug} gaat terug naar versie ${done.to}, maar dat is nog niet klaar.`, goOn],
    }
  if (done.error !== undefined)
    return {
      exit: 1,
      data: done,
      lines: [
        `${slug} wordt vastgehouden op versie ${done.to}, maar die staat nog niet online: ${done.error}`,
        'Het wordt vanzelf opnieuw geprobeerd.',
      ],
    }
  return {
    exit: 0,
    data: done,
    lines: [`${slug} toont weer versie ${done.to} (als versie ${done.release}) en blijft daar. ${goOn}`],
  }
}

/** Asks whoever sits at the keyboard; a program gets the usual sentence. */
async function askWhy(): Promise<string> {
  if (!stdin.isTTY || !stdout.isTTY) return WHY
  const questions = createInterface({ input: stdin, output: stdout })
  const answer = await questions.question(`Waarom? De redactie leest dit. (Enter: ${WHY})\n> `)
  questions.close()
  return answer.trim() || WHY
}
