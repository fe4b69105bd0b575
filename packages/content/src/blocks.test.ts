import { describe, expect, test } from 'vitest'
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
  expect(Array.from(html.matchAll(/<(h\d)[ >]/g), ([, tag]) => tag)).toEqual(tags)
})

test('blocks in which nobody sees anything leave nothing behind', () => {
  const list = { type: 'list', format: 'ordered', children: [] } as const
  const empty = [paragraph(text('')), paragraph(text(' \u00a0')), heading(1, ' '), heading(2, ''), list]
  expect(blocksToHtml([...empty, heading(3, 'kop'), paragraph(text('ja'))])).toBe(
    '<h2 id="kop-kop">kop</h2><p>ja</p>',
  )
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

describe('a link within a text', () => {
  const link = (url: string): BlockNode =>
    paragraph({ type: 'link', url, children: [{ type: 'text', text: 'hier' }] })
  const linked = (url: string, ...titles: string[]) =>
    blocksToHtml([link(url), ...titles.map((title) => heading(2, title))]).split('</p>')[0]

  test.each([
    ['#wie-doet-er-mee', 'Wie doet er mee?', '#kop-wie-doet-er-mee'],
    ['#Wie doet er mee?', 'Wie doet er mee?', null],
    ['#Wie%20doet%20er%20mee?', 'Wie doet er mee?', '#kop-wie-doet-er-mee'],
    ['#kop-wie-doet-er-mee', 'Wie doet er mee?', '#kop-wie-doet-er-mee'],
    ['#Côté%20jardin', 'Côté jardin', '#kop-cote-jardin'],
    ['#اخبار', 'اخبار', '#kop-اخبار'],
    ['#onder', 'Wie doet er mee?', null],
    ['#%C3%28', 'Wie doet er mee?', null],
    ['#', 'Wie doet er mee?', null],
    ['#', '📅', null],
    ['#inhoud', 'Wie doet er mee?', null],
  ])('to %s, with the heading %s, leads to %s', (url, title, target) => {
    expect(linked(url, title)).toBe(target === null ? '<p>hier' : `<p><a href="${target}">hier</a>`)
  })

  test('leads to the one that is meant of two headings with the same words', () => {
    expect(blocksToHtml([heading(2, 'Tot slot'), heading(2, 'Tot slot'), heading(2, 'Tot slot 2')])).toBe(
      '<h2 id="kop-tot-slot">Tot slot</h2><h2 id="kop-tot-slot-2">Tot slot</h2><h2 id="kop-tot-slot-2-2">Tot slot 2</h2>',
    )
    expect(linked('#tot-slot-2', 'Tot slot', 'Tot slot')).toBe('<p><a href="#kop-tot-slot-2">hier</a>')
  })

  test('stays within its own text where a page has several', () => {
    const html = blocksToHtml([link('#tot-slot'), heading(2, 'Tot slot')], { anchor: 'wie-anna-kop-' })
    expect(html).toBe(
      '<p><a href="#wie-anna-kop-tot-slot">hier</a></p><h2 id="wie-anna-kop-tot-slot">Tot slot</h2>',
    )
  })
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
