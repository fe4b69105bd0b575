import { expect, test } from 'vitest'
import { openedAt, openedHeader } from './opened-entry.ts'

const FORM = '/admin/content-manager/collection-types/api::article.article'

test.each([
  [`${FORM}/x4d`, { uid: 'api::article.article', documentId: 'x4d' }],
  [`${FORM}/clone/x4d`, { uid: 'api::article.article', documentId: 'x4d' }],
  [`${FORM}/create`, null],
  [FORM, null],
  ['/admin/plugins/upload', null],
])('what is open at %s', (pathname, expected) => {
  expect(openedAt(pathname)).toEqual(expected)
})

test('is told with every question', () => {
  expect(openedHeader(`${FORM}/x4d`)).toEqual({ 'x-wijkpers-entry': 'api::article.article/x4d' })
  expect(openedHeader('/admin')).toEqual({})
})
