/** Buttons as high as a thumb needs, on a phone. */
const sizes = { button: { S: { initial: '4.4rem' } } } as const

/**
 * Warm and calm: the red-brown of a Dutch brick on paper-like greys. Numbers mean what they mean in
 * Strapi's own theme (100 a background, 600 text and buttons, 700 text on a tinted background).
 * `theme.test.ts` guards the contrast of every pair that carries text.
 */
export const light = {
  sizes,
  colors: {
    primary100: '#fbf1ea',
    primary200: '#f0d5c4',
    primary500: '#b65c2c',
    primary600: '#9c4a1f',
    primary700: '#7a3714',
    buttonPrimary500: '#b4561f',
    buttonPrimary600: '#9c4a1f',
    neutral0: '#ffffff',
    neutral100: '#f8f6f3',
    neutral150: '#efebe6',
    neutral200: '#e0dad3',
    neutral300: '#c6bfb6',
    neutral400: '#a9a097',
    neutral500: '#766d64',
    neutral600: '#665e57',
    neutral700: '#4b443e',
    neutral800: '#332e29',
    neutral900: '#221e1b',
    neutral1000: '#191613',
  },
  shadows: {
    focus:
      'inset 2px 0px 0px #7a3714, inset 0px 2px 0px #7a3714, inset -2px 0px 0px #7a3714, inset 0px -2px 0px #7a3714',
  },
} as const

export const dark = {
  sizes,
  colors: {
    primary100: '#2e2420',
    primary200: '#57443a',
    primary500: '#d98a5c',
    primary600: '#eda57a',
    primary700: '#f3bd9c',
    buttonPrimary500: '#b4561f',
    buttonPrimary600: '#9c4a1f',
    // Strapi's own are the blue of its dark theme.
    alternative100: '#1b1816',
    alternative200: '#4f4943',
    danger100: '#1b1816',
    danger200: '#4f4943',
    secondary100: '#1b1816',
    secondary200: '#4f4943',
    success100: '#1b1816',
    success200: '#4f4943',
    warning100: '#1b1816',
    warning200: '#4f4943',
    neutral0: '#26221f',
    neutral100: '#1b1816',
    neutral150: '#393430',
    neutral200: '#4f4943',
    neutral300: '#6e675f',
    neutral400: '#aba299',
    neutral500: '#c3bbb3',
    neutral600: '#b0a79e',
    neutral700: '#ece8e3',
    neutral800: '#ffffff',
    neutral900: '#ffffff',
    neutral1000: '#ffffff',
  },
  shadows: {
    focus:
      'inset 2px 0px 0px #eda57a, inset 0px 2px 0px #eda57a, inset -2px 0px 0px #eda57a, inset 0px -2px 0px #eda57a',
  },
} as const
