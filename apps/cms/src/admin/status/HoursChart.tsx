import { Typography, VisuallyHidden } from '@strapi/design-system'
import { useTheme } from 'styled-components'
import { hourSentence } from './sentences.ts'
import { busiestOf, type Hour } from './status.ts'

const HEIGHT = 120
const HOURS = { display: 'grid', gridTemplateColumns: 'repeat(24, 1fr)' } as const

/** How much was published in each of the last 24 hours; what failed stands on top, hatched, and below it, striped, what came later than it should. */
export function HoursChart({ hours }: { readonly hours: readonly Hour[] }) {
  const { colors } = useTheme()
  const fills = {
    atOnce: { background: colors.success600 },
    late: {
      background: `repeating-linear-gradient(0deg, ${colors.success600} 0 3px, ${colors.neutral0} 3px 5px)`,
      border: `1px solid ${colors.success600}`,
    },
    failed: {
      background: `repeating-linear-gradient(45deg, ${colors.danger600} 0 3px, ${colors.neutral0} 3px 6px)`,
      border: `1px solid ${colors.danger600}`,
    },
  }
  const busiest = busiestOf(hours)
  const most = busiest ? busiest.live + busiest.failed : 0
  const line = `1px solid ${colors.neutral300}`
  return (
    <>
      <div role="img" aria-label={busiest && `Het drukste uur was ${hourSentence(busiest)}.`}>
        <div style={{ display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 8 }}>
          <div style={{ display: 'flex', flexDirection: 'column', justifyContent: 'space-between' }}>
            <Figure>{most}</Figure>
            <Figure>0</Figure>
          </div>
          <div style={{ ...HOURS, height: HEIGHT, borderTop: line, borderBottom: line }}>
            {hours.map((hour, index) => (
              <div key={index} title={hourSentence(hour)} style={BAR}>
                {partsOf(hour).map(([part, times]) => {
                  const height = `${(100 * times) / Math.max(1, most)}%`
                  return times > 0 && <div key={part} style={{ ...fills[part], height, minHeight: 4 }} />
                })}
              </div>
            ))}
          </div>
          <span />
          <div style={HOURS}>
            {hours.map(
              ({ hour }, index) =>
                index % 4 === 0 && (
                  <span key={index} style={{ gridColumn: 'span 4' }}>
                    <Figure>{`${hour}.00`}</Figure>
                  </span>
                ),
            )}
          </div>
        </div>
        <div style={{ display: 'flex', flexWrap: 'wrap', columnGap: 16, paddingTop: 8 }}>
          <Key fill={fills.atOnce}>online gezet</Key>
          {hours.some(({ late }) => late > 0) && <Key fill={fills.late}>pas na een mislukte poging</Key>}
          <Key fill={fills.failed}>mislukt</Key>
        </div>
      </div>
      <VisuallyHidden>
        <ul aria-label="Per uur">
          {hours
            .filter(({ live, failed }) => live + failed > 0)
            .map((hour, index) => (
              <li key={index}>{hourSentence(hour)}</li>
            ))}
        </ul>
      </VisuallyHidden>
    </>
  )
}

/** From the top down. */
const partsOf = ({ live, late, failed }: Hour) =>
  [
    ['failed', failed],
    ['late', late],
    ['atOnce', live - late],
  ] as const

const BAR = {
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'flex-end',
  height: '100%',
  paddingInline: '8%',
} as const

function Figure({ children }: { readonly children: React.ReactNode }) {
  return (
    <Typography variant="pi" textColor="neutral600" style={{ lineHeight: 1 }}>
      {children}
    </Typography>
  )
}

function Key({ fill, children }: { readonly fill: object; readonly children: string }) {
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
      <span style={{ ...fill, width: 14, height: 14 }} />
      <Typography variant="pi" textColor="neutral700">
        {children}
      </Typography>
    </span>
  )
}
