import { Badge, Box, Field, Flex, Link, TextInput, Typography } from '@strapi/design-system'
import { Layouts, Page } from '@strapi/strapi/admin'
import { useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { WIJK } from '../../entries/entry-types.ts'
import { FOR_A_THUMB } from '../thumb.ts'
import { inSeconds, when } from '../time.ts'
import { useFresh } from '../use-fresh.ts'
import { Card, Typed } from './Card.tsx'
import { HoursChart } from './HoursChart.tsx'
import { AlarmCard, CmsAway, PublisherAway } from './Warnings.tsx'
import {
  daySentence,
  failedSentence,
  rolloutSentence,
  STANDINGS,
  storyOf,
  summary,
  verifiedSentence,
} from './sentences.ts'
import {
  type Day,
  parseStatus,
  sitesNamed,
  totalOf,
  type Rollout,
  type SiteStatus,
  type Standing,
} from './status.ts'

const TITLE = 'Stand van de sites'
/** One column on a phone, and as many as fit on a wide screen: some installations have hundreds of sites. */
const GRID = {
  display: 'grid',
  gap: 8,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 27rem), 1fr))',
}

/** Above so many, whoever looks for one site types a part of its name. */
const FEW = 12

/** The operator's page: how every site stands, what waits, what went wrong. Stays fresh by itself. */
export default function StatusPage() {
  const fresh = useFresh('/wijkpers/status', parseStatus)
  if (fresh === 'loading') return <Page.Loading />
  if (fresh === 'failed') return <Page.Error />
  const { sites, day, rollout, alarms, isPublisherAway } = fresh.answer
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header
        title={TITLE}
        subtitle={`${isPublisherAway || fresh.isStale ? 'Laatst bekend: ' : ''}${summary(sites)} Bijgewerkt ${when(fresh.at, new Date())}.`}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          {fresh.isStale && <CmsAway />}
          {isPublisherAway && <PublisherAway />}
          {alarms.map((alarm) => (
            <AlarmCard key={alarm.problem} alarm={alarm} now={fresh.at} />
          ))}
          {rollout && <RolloutCard rollout={rollout} />}
          {day && <DayCard day={day} />}
          <Sites sites={sites} now={fresh.at} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  )
}

function Sites({ sites, now }: { readonly sites: readonly SiteStatus[]; readonly now: Date }) {
  const [typed, setTyped] = useState('')
  const shown = sitesNamed(sites, typed)
  return (
    <>
      {sites.length > FEW && (
        <Box maxWidth="30rem">
          <Field.Root hint={typed.trim() === '' ? undefined : `${shown.length} van de ${sites.length} sites`}>
            <Field.Label>Zoek een site</Field.Label>
            <TextInput
              type="search"
              value={typed}
              onChange={({ target }: { target: { value: string } }) => setTyped(target.value)}
            />
            <div role="status">
              <Field.Hint />
            </div>
          </Field.Root>
        </Box>
      )}
      <ul aria-label="Sites" style={GRID}>
        {shown.map((site) => (
          <Site key={site.documentId} site={site} now={now} />
        ))}
      </ul>
    </>
  )
}

function RolloutCard({ rollout }: { readonly rollout: Rollout }) {
  const failed = failedSentence(rollout)
  return (
    <Card>
      <Typography
        tag="h2"
        variant="delta"
        fontWeight="bold"
        {...(rollout.pause?.by === 'failures' && { textColor: 'danger600' })}
      >
        Nieuwe sitevorm
      </Typography>
      <Typography tag="p">{rolloutSentence(rollout)}</Typography>
      {failed && <Typography tag="p">{failed}</Typography>}
      {rollout.pause && (
        <>
          <Typography tag="p">
            Verder met <Typed>npm run -s wijkpers -- format resume</Typed>
          </Typography>
          <Typography tag="p">
            Terug naar de vorige met <Typed>npm run -s wijkpers -- format undo</Typed>
          </Typography>
        </>
      )}
      <Progress done={rollout.done} total={rollout.total} label="Hoever de nieuwe sitevorm is" />
    </Card>
  )
}

interface ProgressProps {
  readonly done: number
  readonly total: number
  readonly label: string
}

function Progress({ done, total, label }: ProgressProps) {
  const percent = Math.round((100 * done) / Math.max(1, total))
  return (
    <Box
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      background="neutral200"
      hasRadius
      overflow="hidden"
    >
      <Box background="success600" height="8px" width={`${percent}%`} />
    </Box>
  )
}

function DayCard({ day }: { readonly day: Day }) {
  const { live, failed } = totalOf(day.hours)
  return (
    <Card>
      <Typography tag="h2" variant="delta" fontWeight="bold">
        De laatste 24 uur
      </Typography>
      <Typography tag="p">{daySentence(day)}</Typography>
      {live + failed > 0 && <HoursChart hours={day.hours} />}
    </Card>
  )
}

const LINKS = { display: 'flex', flexWrap: 'wrap', columnGap: 16 } as const

const COLOURS = {
  unseen: 'danger',
  failed: 'danger',
  wrong: 'danger',
  held: 'warning',
  waiting: 'primary',
  live: 'success',
  none: 'neutral',
} as const satisfies Record<Standing, string>

function Site({ site, now }: { readonly site: SiteStatus; readonly now: Date }) {
  const colour = COLOURS[site.standing]
  const verified = verifiedSentence(site, now)
  return (
    <Card tag="li">
      <Flex gap={2} wrap="wrap" alignItems="baseline">
        <Typography tag="h2" variant="delta" fontWeight="bold">
          {site.name}
        </Typography>
        <Badge backgroundColor={`${colour}100`} textColor={`${colour}700`}>
          {STANDINGS[site.standing]}
        </Badge>
      </Flex>
      <Typography tag="p">{storyOf(site, now)}</Typography>
      {site.held && (
        <Typography tag="p">
          Verder met <Typed>{`npm run -s wijkpers -- resume ${site.slug}`}</Typed>
        </Typography>
      )}
      {site.standing === 'wrong' && (
        <Typography tag="p">
          Welke en waarom: <Typed>{`npm run -s wijkpers -- verify ${site.slug}`}</Typed>
        </Typography>
      )}
      {site.isFormatFailing && (
        <Typography tag="p">De nieuwe sitevorm lukt hier niet; de site houdt de vorm die ze had.</Typography>
      )}
      {site.release > 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {`Versie ${site.release}`}
          {site.durationMs === null ? '' : `, de laatste wijziging duurde ${inSeconds(site.durationMs)}`}
        </Typography>
      )}
      {verified && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {verified}
        </Typography>
      )}
      <div style={LINKS}>
        {site.standing !== 'none' && (
          <Link
            href={site.siteUrl}
            target="_blank"
            rel="noopener"
            style={FOR_A_THUMB}
            aria-label={`Bekijk de site van ${site.name} (nieuw tabblad)`}
          >
            Bekijk de site
          </Link>
        )}
        <Link
          tag={RouterLink}
          to={`/content-manager/collection-types/${WIJK}/${site.documentId}`}
          style={FOR_A_THUMB}
          aria-label={`Gegevens van ${site.name}`}
        >
          Gegevens
        </Link>
      </div>
    </Card>
  )
}
