/** Before each file: the properties of fast-check go by the seed of the run, and say it when one does not hold. */
import fc from 'fast-check'
import { seedOf } from './random.ts'

fc.configureGlobal({ seed: seedOf('PROPERTY_SEED') })
