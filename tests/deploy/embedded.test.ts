import { openStore } from '@wijkpers/releases'
import { createEmbeddedTarget } from '@wijkpers/deploy'
import { aServedStore } from '../../apps/file-server/src/testing/a-served-store.ts'
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
