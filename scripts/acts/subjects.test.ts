import { expect, test } from 'vitest'
import { subjectInDutch } from './subjects.ts'

test.each([
  ['latestArticles(9)', 'de 9 nieuwste nieuwsberichten – latestArticles(9)'],
  ['article("de-brug-$&")', 'het nieuwsbericht ‘de-brug-$&’ – article("de-brug-$&")'],
  [
    'eventsWithin("2026-11-23","2026-11-29")',
    'de activiteiten vanaf 2026-11-23 – eventsWithin("2026-11-23","2026-11-29")',
  ],
  ['photo({"url":"/a.jpg","version":1})', 'een foto – photo({"url":"/a.jpg","version":1})'],
  ['menu()', 'het menu – menu()'],
  // A query of a newer or older site format.
  ['weather("today")', 'weather("today")'],
  ['constructor("x")', 'constructor("x")'],
])('%s is told as what it is, with its name behind it', (subject, told) => {
  expect(subjectInDutch(subject)).toBe(told)
})
