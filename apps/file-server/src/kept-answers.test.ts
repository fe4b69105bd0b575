import { expect, test } from 'vitest'
import type { Answer, Question } from './answer.ts'
import { keepAnswers } from './kept-answers.ts'
import { madeContent } from './content.ts'

const question: Question = { method: 'GET', target: '/', hosts: ['molenwijk.localhost'] }
const shows = { site: 'molenwijk', paths: ['index.html'] }
const page: Answer = { status: 200, release: 1, content: madeContent('hallo'), cacheControl: '', shows }

function aKeeper(answer: Answer) {
  const state = { moment: 1, worked: 0 }
  const answers = keepAnswers({ moment: () => state.moment }, () => {
    state.worked += 1
    return answer
  })
  const ask = (asked: Question) => {
    answers.look()
    return answers.answerTo(asked)
  }
  return { state, ask }
}

test('the same question is worked out once, until the store is another', () => {
  const { state, ask } = aKeeper(page)
  expect(ask(question)).toBe(ask({ ...question, method: 'HEAD' }))
  expect(state.worked).toBe(1)
  state.moment = 2
  ask(question)
  expect(state.worked).toBe(2)
})

test('one look serves all who came in before it, and a look that fails none', () => {
  let looks = 0
  const moments = [new Error('no index'), 1, 2]
  const moment = () => {
    const next = moments[looks++]!
    if (next instanceof Error) throw next
    return next
  }
  const answers = keepAnswers({ moment }, () => ({ ...page }))
  answers.look()
  expect(() => answers.answerTo(question)).toThrow('no index')
  const first = answers.answerTo(question)
  expect(answers.answerTo(question)).toBe(first)
  expect(looks).toBe(2)
  answers.look()
  expect(answers.answerTo(question)).not.toBe(first)
})

test.each<[string, Partial<Question>]>([
  ['another host', { hosts: ['oosterhaar.localhost'] }],
  ['another address', { target: '/nieuws/' }],
  ['two hosts', { hosts: ['molenwijk.localhost', 'molenwijk.localhost'] }],
  ['another method', { method: 'POST' }],
])('%s is another question', (_, other) => {
  const { state, ask } = aKeeper(page)
  ask(question)
  ask({ ...question, ...other })
  expect(state.worked).toBe(2)
})

const { shows: _, ...ofNoSite } = page
test.each<[string, Answer]>([
  ['what is not there', { ...page, status: 404 }],
  ['what is of no public site, such as a preview or the list', ofNoSite],
])('%s is not kept', (_, answer) => {
  const { state, ask } = aKeeper(answer)
  ask(question)
  ask(question)
  expect(state.worked).toBe(2)
})
