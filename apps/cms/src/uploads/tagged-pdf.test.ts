import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { isTaggedPdf } from './tagged-pdf.ts'

const CATALOG = '<</Type/Catalog/MarkInfo<</Marked true>>/StructTreeRoot 5 0 R/Lang(nl-NL)/Pages 2 0 R>>'
const INFO = '<</Title(Lindeblad 4)>>'
const pdf = (...objects: string[]) =>
  Buffer.from(`%PDF-1.7\n${objects.map((one, at) => `${at + 1} 0 obj${one}endobj`).join('\n')}\n%%EOF`)

/** As newer programs write it: the objects packed together. */
function packed(...objects: string[]): Buffer {
  const stream = deflateSync(objects.join(' '))
  const head = `%PDF-1.7\n9 0 obj<</Type/ObjStm/N 2/First 10/Filter/FlateDecode/Length ${stream.length}>>stream\r\n`
  return Buffer.concat([Buffer.from(head), stream, Buffer.from('\r\nendstream endobj\n%%EOF')])
}

test('a file that says its tags, its language and its title can be read out', () => {
  expect(isTaggedPdf(pdf(CATALOG, INFO))).toBe(true)
  expect(isTaggedPdf(packed(CATALOG, INFO))).toBe(true)
})

test.each([
  ['nothing', ''],
  ['no tags', CATALOG.replace('true', 'false')],
  ['no structure', CATALOG.replace('/StructTreeRoot 5 0 R', '')],
  ['no language', CATALOG.replace('(nl-NL)', '()')],
])('one that says %s cannot', (_, catalog) => {
  expect(isTaggedPdf(pdf(catalog, INFO))).toBe(false)
  expect(isTaggedPdf(packed(catalog, INFO))).toBe(false)
})

test('one without a title cannot, and one that cannot be unpacked neither', () => {
  expect(isTaggedPdf(pdf(CATALOG))).toBe(false)
  expect(isTaggedPdf(packed(CATALOG, INFO).subarray(0, 90))).toBe(false)
})

test.each([
  ['begins packs of objects without end', Buffer.from('/Type/ObjStm '.repeat(200_000))],
  ['unpacks to more than anybody has', packed(CATALOG, INFO, ' '.repeat(64 * 1024 * 1024))],
])('one that %s holds nobody up', (_, bytes) => {
  expect(isTaggedPdf(bytes)).toBe(false)
})
