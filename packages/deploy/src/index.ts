export { createEmbeddedTarget, type EmbeddedTargetOptions } from './embedded.ts'
export { createNetlifyTarget, type NetlifyTargetOptions } from './netlify.ts'
