import type { Bench } from './bench.ts'
import { fair } from './fair.ts'
import { files } from './files.ts'
import { memory } from './memory.ts'
import { midnight } from './midnight.ts'
import { photos } from './photos.ts'
import { publish } from './publish.ts'
import { render } from './render.ts'
import { search } from './search.ts'
import { verifyBench } from './verify.ts'
import { wijkenBench } from './wijken.ts'

/** All of them by name, in the order in which they run. */
export const benches: Readonly<Record<string, Bench>> = {
  publish,
  fair,
  render,
  verify: verifyBench,
  wijken: wijkenBench,
  midnight,
  memory,
  files,
  search,
  photos,
}
