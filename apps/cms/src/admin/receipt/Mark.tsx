import { useTheme } from 'styled-components'

const SIZE = 16

/** Every kind has a shape of its own, so that nothing depends on colour. */
const SHAPES = {
  good: { colour: 'success600', lines: 'M4.5 8.5l2.3 2.3 4.7-5', isFilled: true },
  bad: { colour: 'danger600', lines: 'M8 4v5M8 11.3v.4', isFilled: true },
  busy: { colour: 'primary600', lines: 'M8 4.2V8l2.6 1.6', isFilled: false },
  held: { colour: 'warning600', lines: 'M6.3 5v6M9.7 5v6', isFilled: false },
  fair: { colour: 'warning600', lines: 'M4.8 8h6.4', isFilled: false },
  neutral: { colour: 'neutral600', lines: 'M4.8 8h6.4', isFilled: false },
  later: { colour: 'neutral400', lines: '', isFilled: false },
} as const

/** A small round mark before a line of text: check, exclamation mark, clock, pause, dash (a coloured one: it could be better) or empty circle. */
export function Mark({ kind }: { readonly kind: keyof typeof SHAPES }) {
  const { colors } = useTheme()
  const { colour, lines, isFilled } = SHAPES[kind]
  return (
    <svg
      width={SIZE}
      height={SIZE}
      viewBox="0 0 16 16"
      aria-hidden="true"
      style={{ flexShrink: 0 }}
      fill="none"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <circle cx="8" cy="8" r="7" stroke={colors[colour]} fill={isFilled ? colors[colour] : 'none'} />
      <path d={lines} stroke={isFilled ? colors.neutral0 : colors[colour]} />
    </svg>
  )
}
