import type { WatchingReader } from '@wijkpers/releases'
import type { Answer, Question } from './answer.ts'

/** Answers that are kept. */
const MOST = 20_000
/** Longest address of which the answer is kept, in characters. */
const MAX_TARGET = 300

/**
 * Works out an answer once for all who ask the same, until anything at all changes in the store: that is looked at with every
 * request, so nobody gets an answer of before. Only pages and files of public sites are kept, not what is made for one
 * reader, says the time, or is not there.
 */
export function keepAnswers(
  reader: Pick<WatchingReader, 'moment'>,
  answerTo: (question: Question) => Answer,
): (question: Question) => Answer {
  const kept = new Map<string, Answer>()
  let keptAt: number | null = null

  return (question) => {
    const moment = reader.moment()
    if (moment !== keptAt) {
      kept.clear()
      keptAt = moment
    }
    const key = keyOf(question)
    const known = key === null ? undefined : kept.get(key)
    if (known) return known
    const answer = answerTo(question)
    if (key !== null && answer.status === 200 && answer.shows) {
      if (kept.size >= MOST) kept.clear()
      kept.set(key, answer)
    }
    return answer
  }
}

function keyOf({ method, target, hosts }: Question): string | null {
  const isPlain = (method === 'GET' || method === 'HEAD') && hosts.length === 1 && target.length <= MAX_TARGET
  return isPlain ? `${hosts[0]} ${target}` : null
}
