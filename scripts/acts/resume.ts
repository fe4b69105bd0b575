/** Lets a held wijk go on to its newest content. */
import { type Act, findWijk, type Outcome, type World } from './act.ts'
import { askToHold } from './hold.ts'

export const resume: Act = {
  words: '<wijk>',
  does: 'laat een vastgehouden wijk verdergaan met de nieuwste inhoud',
  run,
}

async function run({ settings, words: [slug = ''] }: World): Promise<Outcome> {
  const { id } = await findWijk(settings, slug)
  const said = await askToHold(settings, slug, { act: 'resume', wijk: id })
  if ('lines' in said) return said
  const { done, isUnderWay } = said
  if (done.wasHeld === false)
    return { exit: 0, data: done, lines: [`${slug} werd niet vastgehouden; er is niets veranderd.`] }
  if (isUnderWay || done.error !== undefined)
    return {
      exit: 1,
      data: done,
      lines: [
        `${slug} mag verder, maar de nieuwste inhoud staat nog niet online${done.error ? `: ${done.error}` : '.'}`,
        'Het wordt vanzelf opnieuw geprobeerd.',
      ],
    }
  return {
    exit: 0,
    data: done,
    lines: [`${slug} gaat verder: de nieuwste inhoud staat online (versie ${done.release}).`],
  }
}
