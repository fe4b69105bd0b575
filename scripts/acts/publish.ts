/** Makes the publisher look at a wijk now. */
import { type Act, findWijk, heldSentence, type Outcome, tellPublisher, type World } from './act.ts'

export const publish: Act = { words: '<wijk>', does: 'kijk nu of er iets te publiceren is', run }

async function run({ settings, words: [slug] }: World): Promise<Outcome> {
  const { id, held } = await findWijk(settings, slug)
  const answer = await tellPublisher(settings, '/hints', { wijk: id })
  if (!answer.ok)
    return { exit: 1, data: await answer.json(), lines: [`De publisher weigert: ${answer.status}.`] }
  const waits = held ? [heldSentence(held), `Nieuwe wijzigingen wachten tot ‘resume ${slug}’.`] : []
  return {
    exit: 0,
    data: await answer.json(),
    lines: [`De publisher kijkt nu naar ${slug}.`, ...waits],
  }
}
