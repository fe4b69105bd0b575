export { createLocalDispatcher, type LocalDispatcherOptions } from './local.ts'
