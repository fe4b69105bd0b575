import { openStore } from '@wijkpers/releases'
import { createEmbeddedTarget } from '@wijkpers/deploy'
import { aServedStore } from '../../apps/file-server/src/testing/a-served-store.ts'
import { expect, test } from 'vitest'
import { aDelta, firstFiles, MOLENWIJK } from './a-delta.ts'
import { describeDeployTarget } from './describe-deploy-target.ts'

describeDeployTarget('embedded', async () => {
  const served = await aServedStore({ sitesUrl: 'http://{slug}.wijk.test' })
  const filesUrl = `http://127.0.0.1:${served.port}`
  const target = createEmbeddedTarget({ store: served.store, filesUrl })
  const stores = [served.store]
  return {
    target,
    hasSiteHeaders: true,
    read: (host, path) => served.ask(path, { host }),
    // The store is the target: there are no notes besides it.
    reopen() {
      stores.at(-1)!.close()
      const store = openStore(served.folder)
      stores.push(store)
      return Promise.resolve(createEmbeddedTarget({ store, filesUrl }))
    },
    async close() {
      stores.slice(1).at(-1)?.close()
      await served.close()
    },
  }
})

test('a site that gets another address while it goes back to an earlier release leads there from the old one', async () => {
  const served = await aServedStore({ sitesUrl: 'http://{slug}.wijk.test' })
  const target = createEmbeddedTarget({ store: served.store, filesUrl: `http://127.0.0.1:${served.port}` })
  const first = await target.publish(aDelta({ put: firstFiles }))
  const second = await target.publish(aDelta({ base: first, put: { 'index.html': 'Nieuw' } }))
  const formerHosts = ['molenwijk.wijk.test']
  const site = { slug: 'molenbuurt', name: 'Molenbuurt', url: 'http://molenbuurt.wijk.test', formerHosts }
  await target.rollback({ wijk: MOLENWIJK, site, to: first, after: second })
  expect(await served.ask('/nieuws/', { host: 'molenwijk.wijk.test' })).toMatchObject({
    status: 301,
    headers: { location: 'http://molenbuurt.wijk.test/nieuws/' },
  })
  await served.close()
})
