import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readGuide } from './guide.ts'

test('a part has an id and stands in the list; the title of the file is left out', () => {
  const { html, parts } = readGuide('# Titel\n\n## Later online, of niet?\n\nEén **twee**.\n')
  expect(parts).toEqual([{ id: 'later-online-of-niet', title: 'Later online, of niet?' }])
  expect(html).toBe(
    '<h2 id="later-online-of-niet">Later online, of niet?</h2>\n<p>Eén <strong>twee</strong>.</p>\n',
  )
})

test('HTML is text', () => {
  expect(readGuide('<img src=x onerror=alert(1)>').html).not.toContain('<img')
})

test('the guide itself has its parts, each with an id of its own', () => {
  const { parts } = readGuide(
    readFileSync(new URL('../../../../../docs/redactie.md', import.meta.url), 'utf8'),
  )
  expect(parts.length).toBeGreaterThan(8)
  expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length)
})
