import { describe, expect, test } from 'vitest'
import { textToBlocks } from './text-to-blocks.ts'

const text = (text: string, marks: object = {}) => ({ type: 'text', text, ...marks })
const paragraph = (...children: object[]) => ({ type: 'paragraph', children })

describe('blocks', () => {
  test('blank lines part paragraphs; a single line end does not', () => {
    expect(textToBlocks('Een zin\ngaat door.\n\n\nEn een tweede.\n')).toEqual([
      paragraph(text('Een zin gaat door.')),
      paragraph(text('En een tweede.')),
    ])
  })

  test('a backslash at the end of a line breaks it', () => {
    expect(textToBlocks('Molenplein 1\\\nMolenwijk')).toEqual([paragraph(text('Molenplein 1\nMolenwijk'))])
  })

  test('headings have the level of their signs', () => {
    expect(textToBlocks('## Waar\n\n### Precies')).toEqual([
      { type: 'heading', level: 2, children: [text('Waar')] },
      { type: 'heading', level: 3, children: [text('Precies')] },
    ])
  })

  test.each(['# Titel', '#### Diep'])('%s is refused, with the line in the message', (line) => {
    expect(() => textToBlocks(line)).toThrow(`‘${line}’: expected a heading of level 2 or 3`)
  })

  test('lists keep their order and their long items together', () => {
    expect(textToBlocks('- een\n- twee en\n  nog wat\n\n1. eerst\n2. dan')).toEqual([
      {
        type: 'list',
        format: 'unordered',
        children: [
          { type: 'list-item', children: [text('een')] },
          { type: 'list-item', children: [text('twee en nog wat')] },
        ],
      },
      {
        type: 'list',
        format: 'ordered',
        children: [
          { type: 'list-item', children: [text('eerst')] },
          { type: 'list-item', children: [text('dan')] },
        ],
      },
    ])
  })

  test('a quote of two lines is one quote', () => {
    expect(textToBlocks('> Het was druk.\n> Heel druk.')).toEqual([
      { type: 'quote', children: [text('Het was druk. Heel druk.')] },
    ])
  })

  test('a dash in a sentence and a year at its start make no list', () => {
    expect(textToBlocks('2024 was nat - heel nat.').map(({ type }) => type)).toEqual(['paragraph'])
  })

  test('nothing gives nothing', () => {
    expect(textToBlocks(' \n\n ')).toEqual([])
  })
})

describe('words', () => {
  const inline = (source: string) => {
    const [block] = textToBlocks(source)
    return block?.type === 'paragraph' ? block.children : []
  }

  test('bold and italic, also one in the other', () => {
    expect(inline('Dit is **vet**, _schuin_ en **heel _erg_ vet**.')).toEqual([
      text('Dit is '),
      text('vet', { bold: true }),
      text(', '),
      text('schuin', { italic: true }),
      text(' en '),
      text('heel ', { bold: true }),
      text('erg', { bold: true, italic: true }),
      text(' vet', { bold: true }),
      text('.'),
    ])
    expect(inline('*ook zo*')).toEqual([text('ook zo', { italic: true })])
  })

  test('a link, also in bold', () => {
    expect(inline('Kijk bij [meedoen](/meedoen/) of **[mail ons](mailto:a@b.example)**.')).toEqual([
      text('Kijk bij '),
      { type: 'link', url: '/meedoen/', children: [text('meedoen')] },
      text(' of '),
      { type: 'link', url: 'mailto:a@b.example', children: [text('mail ons', { bold: true })] },
      text('.'),
    ])
  })

  test.each([
    ['3 * 4 * 5 = 60', '3 * 4 * 5 = 60'],
    ['mail jan_de_vries@wijk.example', 'mail jan_de_vries@wijk.example'],
    ['een \\*ster\\* blijft', 'een *ster* blijft'],
    ['[los] en (los)', '[los] en (los)'],
    ['<b>geen html</b> & zo', '<b>geen html</b> & zo'],
  ])('%s is plain text', (source, expected) => {
    expect(inline(source)).toEqual([text(expected)])
  })
})
