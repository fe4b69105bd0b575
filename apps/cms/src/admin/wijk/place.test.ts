import { expect, test } from 'vitest'
import { isOnEntry } from './place.ts'

test.each([
  ['/admin/content-manager/collection-types/api::article.article/create', true],
  ['/admin/content-manager/collection-types/api::article.article/x4d', true],
  ['/admin/content-manager/collection-types/api::article.article', false],
  ['/admin/content-manager', false],
  ['/admin/', false],
  ['/admin/plugins/upload', false],
])('%s is a form: %s', (pathname, expected) => {
  expect(isOnEntry(pathname)).toBe(expected)
})
