import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createHints } from './hints.ts'

/** Hints to a publisher that answers when it is told to. */
function hintsInTest() {
  const asked: { wijk: string; answer: (status: number) => void }[] = []
  const lost: string[] = []
  const hints = createHints({
    publisherUrl: 'http://127.0.0.1:49',
    secret: 'geheim',
    onLost: (wijk, reason) => lost.push(`${wijk}: ${reason}`),
    fetch: (_, init) => {
      const { promise, resolve } = Promise.withResolvers<Response>()
      const { wijk } = JSON.parse(init?.body as string) as { wijk: string }
      asked.push({ wijk, answer: (status) => resolve(new Response(null, { status })) })
      return promise
    },
  })
  const answered = async (number: number, status = 202) => {
    asked[number]!.answer(status)
    await turn()
  }
  return { hints, lost, answered, asked: () => asked.map(({ wijk }) => wijk) }
}

test('while one hint is under way all others of the wijk become one, and those of another wijk do not wait', async () => {
  const { hints, asked, answered } = hintsInTest()
  for (const wijk of ['molenwijk', 'molenwijk', 'parkwijk', 'molenwijk']) hints.send(wijk)
  await turn()
  expect(asked()).toEqual(['molenwijk', 'parkwijk'])
  await answered(0)
  expect(asked()).toEqual(['molenwijk', 'parkwijk', 'molenwijk'])
  await answered(2)
  expect(asked()).toHaveLength(3)
  hints.send('molenwijk')
  expect(asked()).toHaveLength(4)
})

test('one that is refused is told, and is not sent again by itself', async () => {
  const { hints, asked, answered, lost } = hintsInTest()
  hints.send('molenwijk')
  await answered(0, 500)
  expect(lost).toEqual(['molenwijk: the publisher answered 500'])
  expect(asked()).toHaveLength(1)
})
