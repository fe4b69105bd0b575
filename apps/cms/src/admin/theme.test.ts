import { expect, test } from 'vitest'
import { dark, light } from './theme.ts'

const themes = { light: light.colors, dark: dark.colors }

/** Text on what is behind it, as Strapi's design system combines them. */
const text = [
  ['neutral800', 'neutral0'],
  ['neutral800', 'neutral100'],
  ['neutral700', 'neutral0'],
  ['neutral600', 'neutral0'],
  ['neutral600', 'neutral100'],
  ['neutral600', 'neutral150'],
  ['neutral500', 'neutral0'],
  ['neutral500', 'neutral100'],
  ['primary600', 'neutral0'],
  ['primary600', 'neutral100'],
  ['primary600', 'primary100'],
  ['primary700', 'neutral0'],
  ['primary700', 'primary100'],
] as const

test.each(Object.entries(themes))('text is readable in the %s theme', (_name, colors) => {
  for (const [front, back] of text)
    expect(contrast(colors[front], colors[back]), `${front} on ${back}`).toBeGreaterThanOrEqual(4.5)
})

test.each(Object.entries(themes))('the words on buttons are readable in the %s theme', (_name, colors) => {
  expect(contrast('#ffffff', colors.buttonPrimary600)).toBeGreaterThanOrEqual(4.5)
  expect(contrast('#ffffff', colors.buttonPrimary500), 'with the mouse on it').toBeGreaterThanOrEqual(4.5)
})

test.each(Object.entries(themes))('the edge of focus stands out in the %s theme', (_name, colors) => {
  for (const back of ['neutral0', 'neutral100'] as const) {
    expect(contrast(colors.primary600, colors[back])).toBeGreaterThanOrEqual(3)
  }
})

/** The contrast ratio of WCAG 2. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
