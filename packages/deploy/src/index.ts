export { createEmbeddedTarget, type EmbeddedTargetOptions } from './embedded.ts'
