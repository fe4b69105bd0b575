import { errors } from '@strapi/utils'
import { expect, test } from 'vitest'
import { explained } from './explained.ts'
import { refusal } from './refusal.ts'

const asked = { path: '/content-manager/x', uid: 'api::article.article' }
const said = (message: string, path: string[] = ['title']) =>
  explained(new errors.ValidationError(message, { errors: [{ path, message }] }), asked)

test.each([
  ['title must be at most 120 characters', '‘Titel’ mag hoogstens 120 tekens lang zijn.'],
  [
    'topic must be one of the following values: a, b',
    '‘Titel’ heeft een waarde die niet kan. Kies er een uit de lijst.',
  ],
  ['title is a required field', '‘Titel’ is nog leeg. Vul het in.'],
  ['This attribute must be unique', '‘Titel’ is al in gebruik. Kies iets anders.'],
  ['what nobody foresaw', '‘Titel’ is niet goed ingevuld. Ververs de pagina en probeer het nog eens.'],
])('%s', (english, dutch) => {
  expect(said(english)).toMatchObject({
    message: dutch,
    details: { errors: [{ path: ['title'], message: dutch }] },
  })
})

test('a field of a component, one without a label, and what names no field', () => {
  expect(said('alt must be at least 2 characters', ['photo', 'alt'])).toMatchObject({
    message: expect.stringMatching(/^‘.+’ bij ‘.+’ heeft ten minste 2 tekens nodig\.$/),
  })
  expect(said('x', ['strange'])).toMatchObject({ message: expect.stringMatching(/^Dit veld is niet goed/) })
  expect(explained(new errors.ValidationError('Invalid payload'), asked)).toMatchObject({
    message: expect.stringMatching(/^Dit is niet gelukt\./),
  })
})

test('a refusal of ours stays, and so does an error that is none of the kind', () => {
  for (const error of [
    refusal('title', 'Vul de titel in.'),
    new Error('stuk'),
    new errors.ApplicationError('Nee.'),
  ])
    expect(explained(error, asked)).toBe(error)
})

test.each(['22003', '23505'])('what the database refuses with %s is no fault of ours', (code) => {
  const error = Object.assign(new Error('the database said no'), { code })
  expect(explained(error, asked)).toBeInstanceOf(errors.ApplicationError)
})
