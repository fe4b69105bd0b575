import type { WatchingReader } from '@wijkpers/releases'
import type { Answer, Question } from './answer.ts'

/** Answers that are kept. */
const MOST = 20_000
/** Longest address of which the answer is kept, in characters. */
const MAX_TARGET = 300

export interface KeptAnswers {
  /** The store is looked at before the next question. */
  look(): void
  answerTo(question: Question): Answer
}

/**
 * Works out an answer once for all who ask the same, until anything at all changes in the store. That is looked at after a request came in
 * and before it is answered, so nobody gets an answer of before; one look serves all who came in before it. Only pages and files
 * of public sites are kept, not what is made for one reader, says the time, or is not there.
 */
export function keepAnswers(
  reader: Pick<WatchingReader, 'moment'>,
  answerTo: (question: Question) => Answer,
): KeptAnswers {
  const kept = new Map<string, Answer>()
  let keptAt: number | null = null
  let isLooked = false

  return {
    look() {
      isLooked = false
    },
    answerTo(question) {
      if (!isLooked) {
        const moment = reader.moment()
        if (moment !== keptAt) kept.clear()
        keptAt = moment
        isLooked = true
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
    },
  }
}

function keyOf({ method, target, hosts }: Question): string | null {
  const isPlain = (method === 'GET' || method === 'HEAD') && hosts.length === 1 && target.length <= MAX_TARGET
  return isPlain ? `${hosts[0]} ${target}` : null
}
