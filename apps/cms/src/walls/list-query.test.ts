import { expect, test } from 'vitest'
import { type AttributesOf, type ListedAttribute, refuseUnsoundQuery } from './list-query.ts'

const types: Record<string, Record<string, ListedAttribute>> = {
  article: {
    title: { type: 'string' },
    wijkKey: { type: 'string', private: true },
    photo: { type: 'component', component: 'photo' },
    wijk: { type: 'relation', relation: 'manyToOne', target: 'wijk' },
    createdBy: { type: 'relation', relation: 'oneToOne', target: 'admin::user' },
    related: { type: 'relation', relation: 'morphToMany' },
  },
  photo: { maker: { type: 'string' }, file: { type: 'media' } },
  wijk: {
    name: { type: 'string' },
    editors: { type: 'relation', relation: 'manyToMany', target: 'admin::user' },
  },
  'admin::user': { email: { type: 'email' }, password: { type: 'password', private: true } },
  'plugin::upload.file': { name: { type: 'string' } },
}
const attributesOf: AttributesOf = (uid) => types[uid] ?? {}
const asked = (query: object) => () => refuseUnsoundQuery(attributesOf, 'article', query)

test.each([
  [{}],
  [{ sort: 'title:ASC' }],
  [{ sort: ['wijk.name:DESC', 'status'] }],
  [{ sort: { wijk: { name: 'asc' } } }],
  [{ filters: { $and: [{ title: { $contains: 'a' } }, { wijk: { documentId: { $eq: 'x' } } }] } }],
  [{ filters: { photo: { maker: 'Anna' }, $not: { createdBy: { id: 1 } } } }],
  [{ filters: { wijk: { $null: true } } }],
  [{ filters: { $and: [{ __status: { $eq: 'published-modified' } }, { title: 'a' }] } }],
])('%j is answered', (query) => {
  expect(asked(query)).not.toThrow()
})

test.each([
  [{ sort: 'nergens' }, 'nergens'],
  [{ sort: 'wijk' }, 'wijk'],
  [{ sort: 'title,createdBy.password:ASC' }, 'createdBy.password'],
  [{ sort: { createdBy: { email: 'asc' } } }, 'createdBy.email'],
  [{ sort: 'photo.id' }, 'photo.id'],
  [{ sort: ['title', 'wijk.documentId'] }, 'wijk.documentId'],
  [{ sort: 'wijk.editors.email' }, 'wijk.editors.email'],
  [{ sort: 'wijk.editors' }, 'wijk.editors'],
  [{ filters: { wijkKey: 'x' } }, 'wijkKey'],
  [{ filters: { $or: [{ createdBy: { password: { $startsWith: '$2a' } } }] } }, 'createdBy.password'],
  [{ filters: { photo: { file: { name: 'x' } } } }, 'photo.file.name'],
  [{ filters: { related: { id: 1 } } }, 'related.id'],
  [{ filters: { constructor: 1 } }, 'constructor'],
  [{ filters: { __status: { $eq: 'draft' } } }, '__status'],
  [{ filters: { $and: [{ __status: { $eq: 'gone' } }] } }, '__status'],
  [{ filters: { $and: [{ __status: { $eq: 'draft' }, wijkKey: 'x' }] } }, '__status'],
  [{ filters: { $and: [{ $or: [{ __status: { $eq: 'draft' } }] }] } }, '__status'],
])('%j is refused by name', (query, path) => {
  expect(asked(query)).toThrow(`‘${path}’ kan niet`)
})
