/** Makes the publisher look at a wijk now. */
import { createHmac } from 'node:crypto'
import { type Act, askPublisher, findWijk, type Outcome, type World } from './act.ts'

export const publish: Act = { words: '<wijk>', does: 'kijk nu of er iets te publiceren is', run }

async function run({ settings, words: [slug] }: World): Promise<Outcome> {
  const { id } = await findWijk(settings, slug)
  const body = JSON.stringify({ wijk: id })
  const timestamp = String(Math.floor(Date.now() / 1000))
  const signature = createHmac('sha256', settings.env.HINT_SECRET!)
    .update(`${timestamp}.${body}`)
    .digest('hex')
  const answer = await askPublisher(settings, '/hints', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'wijkpers-timestamp': timestamp,
      'wijkpers-signature': `v1=${signature}`,
    },
    body,
  })
  if (!answer.ok)
    return { exit: 1, data: await answer.json(), lines: [`De publisher weigert: ${answer.status}.`] }
  return { exit: 0, data: await answer.json(), lines: [`De publisher kijkt nu naar ${slug}.`] }
}
