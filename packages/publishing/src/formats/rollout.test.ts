import { describe, expect, test } from 'vitest'
import { parseWijkId } from '@wijkpers/content'
import { atStart, choose, createRolloutFailures, formatFor, isFailing, type Rollout } from './rollout.ts'

const monday = '2026-11-23T09:00:00.000Z'
const tuesday = '2026-11-24T09:00:00.000Z'
const byOperator = { by: 'operator' } as const

/** Blue rolls out; before it all wijken were red. */
function aRollout(parts: Partial<Rollout> = {}): Rollout {
  return { chosen: 'blue', former: 'red', pause: null, since: monday, built: 'blue', isDone: false, ...parts }
}

describe('a publisher that starts', () => {
  test('takes the newest build when it remembers nothing', () => {
    expect(atStart(null, 'green', tuesday)).toEqual({
      chosen: 'green',
      former: null,
      pause: null,
      since: tuesday,
      built: 'green',
      isDone: false,
    })
  })

  test('goes on where it was, also when it was paused', () => {
    const paused = aRollout({ pause: byOperator })
    expect(atStart(paused, 'blue', tuesday)).toBe(paused)
    expect(atStart(paused, null, tuesday)).toBe(paused)
  })

  test('does not choose a build again that an operator went back from', () => {
    const undone = aRollout({ chosen: 'red', former: 'blue', built: 'blue' })
    expect(atStart(undone, 'blue', tuesday)).toBe(undone)
  })

  test('chooses a build that is new, and does not stay paused for an older one', () => {
    expect(atStart(aRollout({ pause: byOperator }), 'green', tuesday)).toEqual({
      chosen: 'green',
      // Not all wijken had blue yet, so red is still where undo goes.
      former: 'red',
      pause: null,
      since: tuesday,
      built: 'green',
      isDone: false,
    })
  })

  test('knows that all wijken had the build before: that is where undo goes', () => {
    expect(atStart(aRollout({ isDone: true }), 'green', tuesday)).toMatchObject({
      chosen: 'green',
      former: 'blue',
      isDone: false,
    })
  })

  test('has nothing to offer without any build', () => {
    expect(atStart(null, null, monday)).toBeNull()
  })
})

describe('choosing another format', () => {
  test('when all wijken have the one before, that one is where undo goes', () => {
    expect(choose(aRollout({ isDone: true }), 'green', tuesday)).toMatchObject({
      chosen: 'green',
      former: 'blue',
    })
  })

  test('halfway, undo still goes to what all wijken had', () => {
    expect(choose(aRollout(), 'green', tuesday)).toMatchObject({ chosen: 'green', former: 'red' })
  })

  test('undo, and undo again, goes to and fro', () => {
    const undone = choose(aRollout(), 'red', tuesday)
    expect(undone).toMatchObject({ chosen: 'red', former: 'blue' })
    expect(choose(undone, 'blue', tuesday)).toMatchObject({ chosen: 'blue', former: 'red' })
  })

  test('the same one again goes on with it', () => {
    expect(choose(aRollout({ pause: byOperator }), 'blue', tuesday)).toEqual(aRollout())
  })
})

describe('the format of a publish', () => {
  const all = () => true

  test('is the new one only when the publish is for that', () => {
    expect(formatFor(aRollout(), 'format', 'red', all)).toBe('blue')
    for (const why of ['hint', 'revision', 'untold', 'address'] as const)
      expect(formatFor(aRollout(), why, 'red', all)).toBe('red')
  })

  test('is the one that the wijk has while the rollout is paused', () => {
    expect(formatFor(aRollout({ pause: byOperator }), 'format', 'red', all)).toBe('red')
    expect(formatFor(aRollout({ pause: byOperator }), 'hint', 'blue', all)).toBe('blue')
  })

  test('of a new wijk is the new one, and while that is paused the one that has proven itself', () => {
    expect(formatFor(aRollout(), 'hint', null, all)).toBe('blue')
    expect(formatFor(aRollout({ pause: byOperator }), 'hint', null, all)).toBe('red')
    expect(formatFor(aRollout({ pause: byOperator, former: null }), 'hint', null, all)).toBe('blue')
  })

  test('of a wijk whose own format is not kept any more is the new one', () => {
    expect(formatFor(aRollout(), 'hint', 'ancient', (hash) => hash !== 'ancient')).toBe('blue')
  })
})

test.each([
  // The few first ones decide soon.
  [{ failed: 3, done: 0, total: 1000 }, true],
  [{ failed: 3, done: 20, total: 1000 }, true],
  [{ failed: 2, done: 0, total: 1000 }, false],
  // A few in many may have content that no other has.
  [{ failed: 3, done: 40, total: 1000 }, false],
  [{ failed: 99, done: 901, total: 1000 }, false],
  [{ failed: 101, done: 899, total: 1000 }, true],
  // All that there are.
  [{ failed: 1, done: 0, total: 1 }, true],
  [{ failed: 2, done: 0, total: 2 }, true],
  [{ failed: 1, done: 1, total: 2 }, false],
  [{ failed: 0, done: 0, total: 0 }, false],
])('%o: is that too many? %s', (counts, answer) => {
  expect(isFailing(counts)).toBe(answer)
})

test('a wijk on which the format failed is tried again after seconds, then minutes, and at once when its content is another', () => {
  const wijk = parseWijkId('wijk0000000a')
  const failures = createRolloutFailures()
  let now = 0
  const waits = [1, 2, 3, 4, 5].map((attempts) => {
    const failure = failures.add(wijk, 7, new Error('stuk'), now)
    expect(failure.attempts).toBe(attempts)
    expect(failures.isHeldBack(wijk, 7, failure.nextTryAt - 1)).toBe(true)
    expect(failures.isHeldBack(wijk, 7, failure.nextTryAt)).toBe(false)
    expect(failures.isHeldBack(wijk, 8, now)).toBe(false)
    // The clock was put back.
    expect(failures.isHeldBack(wijk, 7, now - 1)).toBe(false)
    const waitMs = failure.nextTryAt - now
    now = failure.nextTryAt
    return waitMs / 1_000
  })
  expect(waits).toEqual([2, 16, 128, 600, 600])
  failures.wentOver(wijk)
  expect(failures.get(wijk)).toBeNull()
})
