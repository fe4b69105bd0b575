import { expect, test } from 'vitest'
import { blocksToHtml, blocksToText, safeLink, type BlockNode, type InlineNode } from './blocks.ts'

const text = (value: string, marks: object = {}): InlineNode => ({ type: 'text', text: value, ...marks })
const heading = (level: 1 | 2 | 3 | 4 | 5 | 6, title: string): BlockNode => ({
  type: 'heading',
  level,
  children: [text(title)],
})
const paragraph = (...children: InlineNode[]): BlockNode => ({ type: 'paragraph', children })

test('markup typed by an editor is shown, not obeyed', () => {
  expect(blocksToHtml([paragraph(text('<script>alert("x")</script> & zo'))])).toBe(
    '<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; zo</p>',
  )
})

test('marks nest and a line break stays', () => {
  expect(blocksToHtml([paragraph(text('vet\nen schuin', { bold: true, italic: true }))])).toBe(
    '<p><strong><em>vet<br>en schuin</em></strong></p>',
  )
})

test.each([
  [
    [4, 2, 6],
    ['h2', 'h2', 'h3'],
  ],
  [
    [1, 3, 1],
    ['h2', 'h3', 'h2'],
  ],
  [
    [3, 3, 5],
    ['h2', 'h2', 'h3'],
  ],
] as const)('headings %j become %j: from h2, and no level skipped', (levels, tags) => {
  const html = blocksToHtml(levels.map((level) => heading(level, 'kop')))
  expect(Array.from(html.matchAll(/<(h\d)>/g), ([, tag]) => tag)).toEqual(tags)
})

test('blocks in which nobody sees anything leave nothing behind', () => {
  const list = { type: 'list', format: 'ordered', children: [] } as const
  const empty = [paragraph(text('')), paragraph(text(' \u00a0')), heading(1, ' '), heading(2, ''), list]
  expect(blocksToHtml([...empty, heading(3, 'kop'), paragraph(text('ja'))])).toBe('<h2>kop</h2><p>ja</p>')
})

test('a nested list stands inside its item', () => {
  const item = (value: string) => ({ type: 'list-item', children: [text(value)] }) as const
  const inner = { type: 'list', format: 'ordered', children: [item('een')] } as const
  expect(blocksToHtml([{ type: 'list', format: 'unordered', children: [item('a'), inner, item('b')] }])).toBe(
    '<ul><li>a<ol><li>een</li></ol></li><li>b</li></ul>',
  )
})

test.each([
  ['https://voorbeeld.example/a b', 'https://voorbeeld.example/a%20b'],
  ['mailto:anna@voorbeeld.example', 'mailto:anna@voorbeeld.example'],
  ['mailto:an na@voorbeeld.example', 'mailto:an%20na@voorbeeld.example'],
  ['tel:+31201234567', 'tel:+31201234567'],
  ['tel:+31 (0)20 - 123 45 67', 'tel:+31201234567'],
  ['https://anna:geheim@voorbeeld.example/', 'https://voorbeeld.example/'],
  ['https://voorbeeld.example:8443', 'https://voorbeeld.example:8443/'],
  ['https://voorbeeld.example/pad?', 'https://voorbeeld.example/pad'],
  ['https://voorbeeld.example/#', 'https://voorbeeld.example/'],
  ['https://voorbeeld.example/pad?#a', 'https://voorbeeld.example/pad#a'],
  ['https://voorbeeld.example/pad?a#', 'https://voorbeeld.example/pad?a'],
  ['mailto:anna@voorbeeld.example?', 'mailto:anna@voorbeeld.example'],
  ['mailto:anna@voorbeeld.example?subject=Hoi', 'mailto:anna@voorbeeld.example?subject=Hoi'],
  ['http://[::1]/50%/[a]?q="{%20}"#een#twee', 'http://[::1]/50%25/%5Ba%5D?q=%22%7B%20%7D%22#een%23twee'],
  ['https://voorbeeld.example/?pad=C:\\map#a\\b', 'https://voorbeeld.example/?pad=C:%5Cmap#a%5Cb'],
  ['mailto:an\\na@voorbeeld.example', 'mailto:an%5Cna@voorbeeld.example'],
  ['tel:<bel>', 'tel:%3Cbel%3E'],
  ['/nieuws/#een#twee', '/nieuws/#een%23twee'],
  ['#een#twee', '#een%23twee'],
  ['/zoeken/?q="<feest>"', '/zoeken/?q=%22%3Cfeest%3E%22'],
  ['/nieuws/', '/nieuws/'],
  ['#onder', '#onder'],
  ['javascript:alert(1)', null],
  [' JaVaScRiPt:alert(1)', null],
  ['data:text/html,x', null],
  ['//elders.example', null],
  ['/\\elders.example', null],
  ['nieuws', null],
])('a link to %j goes to %j', (url, target) => {
  expect(safeLink(url)).toBe(target)
})

test('a link that is not safe keeps its text', () => {
  const link: InlineNode = {
    type: 'link',
    url: 'javascript:alert(1)',
    children: [{ type: 'text', text: 'klik' }],
  }
  expect(blocksToHtml([paragraph(link)])).toBe('<p>klik</p>')
})

test('a link without words is no link', () => {
  const link: InlineNode = {
    type: 'link',
    url: 'https://voorbeeld.example/',
    children: [{ type: 'text', text: ' ' }],
  }
  expect(blocksToHtml([paragraph(text('een'), link, text('twee'))])).toBe('<p>een twee</p>')
})

test('the words of a body, for descriptions', () => {
  expect(blocksToText([heading(2, 'Kop'), paragraph(text('een '), text('twee', { bold: true }))])).toBe(
    'Kop\neen twee',
  )
})

test('what is said of links is said of those to other sites', () => {
  const link = (url: string): InlineNode => ({
    type: 'link',
    url,
    children: [{ type: 'text', text: 'hier' }],
  })
  const links = ['https://voorbeeld.example/', '/nieuws/', 'tel:0195550101'].map(link)
  expect(
    blocksToHtml(
      [{ type: 'list', format: 'unordered', children: [{ type: 'list-item', children: links }] }],
      {
        rel: 'sponsored',
      },
    ),
  ).toBe(
    '<ul><li><a href="https://voorbeeld.example/" rel="sponsored">hier</a><a href="/nieuws/">hier</a><a href="tel:0195550101">hier</a></li></ul>',
  )
})
