import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startStepWatch } from './steps.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

test('each step is counted from the end of the one before, and comparing is no part of rendering', () => {
  const watch = startStepWatch()
  vi.advanceTimersByTime(12)
  expect(watch.ended('read')).toEqual({ read: 12 })
  vi.advanceTimersByTime(30)
  expect(watch.renderingEnded(10.04)).toEqual({ compare: 10, render: 20 })
  vi.advanceTimersByTime(5)
  expect(watch.ended('store')).toEqual({ store: 5 })
})

test('two clocks that differ a little give no time below zero', () => {
  expect(startStepWatch().renderingEnded(3)).toEqual({ compare: 3, render: 0 })
})
