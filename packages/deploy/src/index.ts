export {
  type Compared,
  compareThere,
  deliver,
  type Delivered,
  type DeliverPorts,
  isAsShown,
  takeAway,
} from './deliver.ts'
export { createEmbeddedTarget, type EmbeddedTargetOptions, embeddedView } from './embedded.ts'
export { createNetlifyTarget, type NetlifyTargetOptions } from './netlify.ts'
export { createBunnyPurger, type BunnyOptions } from './purge/bunny.ts'
export { createCloudflarePurger, type CloudflareOptions } from './purge/cloudflare.ts'
export { createFastlyPurger, type FastlyOptions } from './purge/fastly.ts'
export type { PurgeBy, Purger } from './purge/purger.ts'
export { createPurgedTarget, type PurgedOptions } from './purged.ts'
export { createS3Target, type S3TargetOptions } from './s3.ts'
export { nginxConf, type NginxConfOptions } from './nginx-conf.ts'
export { headersFile, redirectsFile, type SiteRules } from './site-rules.ts'
