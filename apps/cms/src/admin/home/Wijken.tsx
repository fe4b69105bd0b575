import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system'
import { Link as RouterLink } from 'react-router-dom'
import type { Me } from '../me/me.ts'
import { Mark } from '../receipt/Mark.tsx'
import { FOR_A_THUMB } from '../thumb.ts'
import { Senders } from '../wijk/Senders.tsx'
import { ENERGY, energyOf, signsOf, type Level, type Sign, type Vitality } from './energy.ts'
import type { Home } from './home.ts'
import { contentSentence, LIFE_CYCLE, siteSentence, type WijkOverview } from './wijken.ts'

/** A home screen has room for so many; the others are in the list. */
const ROOM = 8

interface WijkenProps {
  readonly home: Home
  readonly me: Me
  readonly now: Date
}

/** How the wijken are doing: their site, what stands on it, and their energy. */
export function Wijken({ home: { wijken, vitality }, me, now }: WijkenProps) {
  if (wijken.length === 0)
    return (
      <Typography tag="p">
        {me.isOperator
          ? 'Er is nog geen wijk. Maak de eerste: dan staat er binnen een paar tellen een site.'
          : 'Je hoort nog niet bij een wijk. Vraag de platformbeheerder om je toe te voegen.'}
      </Typography>
    )
  return (
    <>
      <Flex tag="ul" aria-label="Wijken" direction="column" alignItems="stretch" gap={5}>
        {wijken.slice(0, ROOM).map((wijk) => (
          <Wijk
            key={wijk.slug}
            wijk={wijk}
            vitality={wijk.state === 'active' ? vitality.get(wijk.documentId) : undefined}
            isAlone={wijken.length === 1}
            now={now}
          />
        ))}
        {wijken.length > ROOM && (
          <Box tag="li">
            <Link tag={RouterLink} to="/content-manager/collection-types/api::wijk.wijk" style={FOR_A_THUMB}>
              Alle {wijken.length} wijken bekijken
            </Link>
          </Box>
        )}
      </Flex>
      {me.may('represent') && !me.isOperator && <Senders />}
    </>
  )
}

interface WijkProps {
  readonly wijk: WijkOverview
  readonly vitality: Vitality | undefined
  /** There is room for all of its signs of life. */
  readonly isAlone: boolean
  readonly now: Date
}

function Wijk({ wijk, vitality, isAlone, now }: WijkProps) {
  return (
    <Flex tag="li" direction="column" alignItems="flex-start" gap={1}>
      <Flex gap={2} wrap="wrap">
        <Typography tag="h3" variant="delta">
          {wijk.name}
        </Typography>
        <Badge>{LIFE_CYCLE[wijk.state]}</Badge>
      </Flex>
      <Typography tag="p" textColor="neutral800">
        {siteSentence(wijk, now)}
      </Typography>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {contentSentence(wijk)}
      </Typography>
      {wijk.siteUrl && wijk.liveAt && wijk.state !== 'draft' && (
        <Link href={wijk.siteUrl} target="_blank" rel="noopener" style={FOR_A_THUMB}>
          Bekijk de site van {wijk.name} (nieuw tabblad)
        </Link>
      )}
      {vitality && <Energy signs={signsOf(vitality, now)} isWhole={isAlone} />}
    </Flex>
  )
}

const MARKS = { good: 'good', fair: 'fair', low: 'bad' } as const satisfies Record<Level, string>

function Energy({ signs, isWhole }: { readonly signs: readonly Sign[]; readonly isWhole: boolean }) {
  const level = energyOf(signs)
  const shown = isWhole ? signs : signs.filter((sign) => sign.level === 'low').slice(0, 1)
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingTop={isWhole ? 3 : 0} width="100%">
      <Flex gap={2}>
        {!isWhole && <Mark kind={MARKS[level]} />}
        <Typography tag={isWhole ? 'h4' : 'p'} fontWeight="bold" textColor="neutral800">
          {ENERGY[level]}
        </Typography>
      </Flex>
      {shown.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
          {shown.map(({ name, level: of, text }) => (
            <Flex key={name} tag="li" alignItems="flex-start" gap={2}>
              {isWhole && (
                <Flex height="2rem">
                  <Mark kind={MARKS[of]} />
                </Flex>
              )}
              <Typography textColor="neutral800">{text}</Typography>
            </Flex>
          ))}
        </Flex>
      )}
    </Flex>
  )
}
