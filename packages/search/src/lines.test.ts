import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Findable, segmentFiles } from './segment.ts'

const words = ['molen', 'park', 'bankje', 'koffie', 'fiets', 'straat', 'feest', 'de', 'buurthuis', 'a1', 'a']

test('whatever is edited one after another, the files are those of a segment that is made anew', () => {
  const text = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((some) => some.join(' '))
  const edit = fc.record({
    act: fc.constantFrom('write', 'write', 'write', 'take away'),
    page: fc.integer({ min: 0, max: 11 }),
    text,
  })
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), fc.constantFrom(1, 4), (edits, parts) => {
      const pages = new Map<number, Findable>()
      for (const { act, page, text: said } of edits) {
        const path = `/nieuws/${page}/`
        if (act === 'take away') pages.delete(page)
        else pages.set(page, { path, title: said, summary: '', label: 'Nieuws', date: null, text: said })
        const findables = [...pages.values()]
        const anew = segmentFiles({ name: '2026', parts }, structuredClone(findables))
        expect([...segmentFiles({ name: '2026', parts }, findables)]).toEqual([...anew])
      }
    }),
  )
})
