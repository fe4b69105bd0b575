/** The order of the test files: those that take minutes come first, so that the workers end together. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest first; below the root. Without them in front Vitest goes by size, and a long walk can be a small file. */
const LONGEST = ['tests/crash/', 'tests/oracle/', 'tests/deploy/netlify-cli.test.ts', 'tests/admin/']

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex((path) => moduleId.startsWith(`${root}/${path}`))
      return at < 0 ? LONGEST.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
