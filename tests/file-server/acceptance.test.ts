import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  acceptanceCases,
  acceptanceSite,
  faultsOf,
  pipeliningFaults,
} from '../../apps/file-server/src/testing/acceptance.ts'
import { aServedStore } from '../../apps/file-server/src/testing/a-served-store.ts'

let served: Awaited<ReturnType<typeof aServedStore>>
beforeAll(async () => {
  served = await aServedStore()
  await served.publish('molenwijk', acceptanceSite)
})
afterAll(() => served.close())

test.each(acceptanceCases.map((each) => [each.name, each] as const))(
  'the file server is right about %s',
  async (_name, each) => {
    expect(await faultsOf(each, served.port)).toEqual([])
  },
)

test('requests that come all at once are answered one by one, whole and in order', async () => {
  expect(await pipeliningFaults(served.port)).toEqual([])
})
