/** Making the targets of an installation: the release store first, and those elsewhere. */
import { join } from 'node:path'
import {
  createBunnyPurger,
  createCloudflarePurger,
  createEmbeddedTarget,
  createFastlyPurger,
  createNetlifyTarget,
  createPurgedTarget,
  createS3Target,
  type PurgeBy,
  type Purger,
} from '@wijkpers/deploy'
import type { DeployTarget, FirstTarget } from '@wijkpers/publishing'
import type { ReleaseStore } from '@wijkpers/releases'
import type { CdnSettings, TargetSettings } from './target-settings.ts'

export interface TargetsOptions {
  readonly settings: TargetSettings
  readonly store: ReleaseStore
  readonly filesUrl: string
  /** Whether public addresses are on https. */
  readonly isHttps: boolean
  /** Notes of targets; may be deleted at any time. */
  readonly folder: string
}

export interface Targets {
  readonly first: FirstTarget
  readonly elsewhere: readonly DeployTarget[]
}

export function createTargets({ settings, store, filesUrl, isHttps, folder }: TargetsOptions): Targets {
  const { netlify, s3, cdn } = settings
  const embedded = createEmbeddedTarget({ store, filesUrl })
  const elsewhere: DeployTarget[] = []
  if (netlify) elsewhere.push(createNetlifyTarget({ ...netlify, isHttps, folder: join(folder, 'netlify') }))
  if (s3) {
    const target = createS3Target({ ...s3, folder: join(folder, 's3') })
    elsewhere.push(cdn ? behind(cdn, 'urls', target, folder) : target)
  }
  return { first: cdn ? behind(cdn, 'tags', embedded, folder) : embedded, elsewhere }
}

function behind<T extends DeployTarget>(cdn: CdnSettings, by: PurgeBy, target: T, folder: string): T {
  return createPurgedTarget({
    target,
    purger: purgerOf(cdn, by),
    folder: join(folder, `${cdn.name}-${target.name}`),
  })
}

function purgerOf({ name, id, token, apiUrl }: CdnSettings, by: PurgeBy): Purger {
  const api = apiUrl ? { apiUrl } : {}
  switch (name) {
    case 'cloudflare':
      return createCloudflarePurger({ zone: id, token, by, ...api })
    case 'fastly':
      return createFastlyPurger({ service: id, token, by, ...api })
    case 'bunny':
      return createBunnyPurger({ pullZone: id, accessKey: token, by, ...api })
  }
}
