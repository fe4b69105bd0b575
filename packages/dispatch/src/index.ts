export { createLocalDispatcher, exponentialBackoff, type LocalDispatcherOptions } from './local.ts'
