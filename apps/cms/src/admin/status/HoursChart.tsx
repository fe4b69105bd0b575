import { Box } from '@strapi/design-system'
import { useTheme } from 'styled-components'
import type { Hour } from './status.ts'

const WIDTH = 24
const HEIGHT = 6

/** How much was published in each of the last 24 hours; what failed stands on top, in red. */
export function HoursChart({ hours }: { readonly hours: readonly Hour[] }) {
  const { colors } = useTheme()
  const most = Math.max(1, ...hours.map(({ live, failed }) => live + failed))
  const tall = (count: number) => (count / most) * (HEIGHT - 1)
  return (
    <Box>
      <svg
        role="img"
        aria-label={sentence(hours)}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width="100%"
        height="96"
        preserveAspectRatio="none"
      >
        <rect x={0} y={HEIGHT - 0.04} width={WIDTH} height={0.04} fill={colors.neutral300} />
        {hours.map(({ hour, live, failed }, index) => (
          <g key={hour}>
            <rect
              x={index + 0.1}
              y={HEIGHT - tall(live)}
              width={0.8}
              height={tall(live)}
              fill={colors.success600}
            />
            <rect
              x={index + 0.1}
              y={HEIGHT - tall(live + failed)}
              width={0.8}
              height={tall(failed)}
              fill={colors.danger600}
            />
          </g>
        ))}
      </svg>
      <Ticks hours={hours} />
    </Box>
  )
}

function Ticks({ hours }: { readonly hours: readonly Hour[] }) {
  const { colors } = useTheme()
  return (
    <div
      aria-hidden
      style={{
        display: 'grid',
        gridTemplateColumns: 'repeat(24, 1fr)',
        fontSize: 12,
        color: colors.neutral600,
      }}
    >
      {hours.map(({ hour }, index) => (
        <span key={hour} style={{ textAlign: 'center' }}>
          {index % 4 === 3 ? hour : ''}
        </span>
      ))}
    </div>
  )
}

function sentence(hours: readonly Hour[]): string {
  const live = hours.reduce((sum, hour) => sum + hour.live, 0)
  const failed = hours.reduce((sum, hour) => sum + hour.failed, 0)
  const wrong = failed === 0 ? 'geen enkele keer mislukt' : `${failed} keer mislukt`
  return `In de laatste 24 uur ${live} keer iets online gezet, ${wrong}.`
}
