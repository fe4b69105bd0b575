import { expect, test } from 'vitest'
import { followsWijk } from './place.ts'

test.each([
  ['/admin', true],
  ['/admin/', true],
  ['/admin/content-manager/collection-types/api::article.article', true],
  ['/admin/plugins/upload', true],
  ['/admin/wie-deed-wat', true],
  ['/admin/content-manager/collection-types/api::article.article/create', false],
  ['/admin/content-manager/collection-types/api::article.article/x4d', false],
  ['/admin/nieuwe-wijk', false],
  ['/admin/mensen', false],
  ['/admin/me', false],
  ['/admin/settings/users', false],
])('%s follows the wijk: %s', (pathname, expected) => {
  expect(followsWijk(pathname)).toBe(expected)
})
