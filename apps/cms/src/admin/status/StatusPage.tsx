import { Badge, Box, Flex, Link, ProgressBar, Typography } from '@strapi/design-system'
import { Layouts, Page } from '@strapi/strapi/admin'
import { useFresh } from '../use-fresh.ts'
import { HoursChart } from './HoursChart.tsx'
import {
  duration,
  durationsOf,
  hoursOf,
  parseStatus,
  rolloutSentence,
  STANDINGS,
  storyOf,
  summary,
  verifiedSentence,
  type Rollout,
  type SitesStatus,
  type SiteStatus,
  type Standing,
} from './status.ts'

const TITLE = 'Stand van de sites'
/** One column on a phone, and as many as fit on a wide screen: some installations have hundreds of sites. */
const GRID = {
  display: 'grid',
  gap: 8,
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 20rem), 1fr))',
}

/** The operator's page: how every site stands, what waits, what went wrong. Stays fresh by itself. */
export default function StatusPage() {
  const fresh = useFresh('/wijkpers/status', parseStatus)
  if (fresh === 'loading') return <Page.Loading />
  if (fresh === 'failed') return <Page.Error />
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header title={TITLE} subtitle={summary(fresh.answer.sites)} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
          {fresh.answer.isPublisherAway && <PublisherAway />}
          {fresh.answer.rollout && <RolloutCard rollout={fresh.answer.rollout} />}
          <DayCard status={fresh.answer} now={fresh.at} />
          <ul aria-label="Sites" style={GRID}>
            {fresh.answer.sites.map((site) => (
              <Site key={site.documentId} site={site} now={fresh.at} />
            ))}
          </ul>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  )
}

function PublisherAway() {
  return (
    <Card role="status">
      <Typography tag="p" fontWeight="bold" textColor="danger600">
        De publisher antwoordt niet.
      </Typography>
      <Typography tag="p">
        Alle sites blijven gewoon online. Wijzigingen staan klaar en gaan online zodra hij weer draait. Start
        hem met <code>npm start</code> of <code>npm run start:publisher</code>. Hieronder staat wat er het
        laatst bekend was.
      </Typography>
    </Card>
  )
}

function RolloutCard({ rollout }: { readonly rollout: Rollout }) {
  return (
    <Card>
      <Typography tag="h2" variant="delta" fontWeight="bold">
        Nieuwe sitevorm
      </Typography>
      <Typography tag="p">{rolloutSentence(rollout)}</Typography>
      <ProgressBar
        value={Math.round((100 * rollout.done) / Math.max(1, rollout.total))}
        aria-label="Hoever de nieuwe sitevorm is"
      />
    </Card>
  )
}

function DayCard({ status, now }: { readonly status: SitesStatus; readonly now: Date }) {
  const durations = durationsOf(status.publishes)
  return (
    <Card>
      <Typography tag="h2" variant="delta" fontWeight="bold">
        De laatste 24 uur
      </Typography>
      <HoursChart hours={hoursOf(status.publishes, now)} />
      <Typography tag="p">
        {durations === null
          ? 'Er is de laatste 24 uur niets gepubliceerd.'
          : `De helft stond binnen ${duration(durations.half)} online, 95 van de 100 binnen ${duration(durations.most)}.`}
      </Typography>
    </Card>
  )
}

const COLOURS = {
  failed: 'danger',
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
      {site.release > 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {`Versie ${site.release}`}
          {site.durationMs === null ? '' : `, de laatste wijziging duurde ${duration(site.durationMs)}`}
        </Typography>
      )}
      {verified && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {verified}
        </Typography>
      )}
      {site.standing !== 'none' && (
        <Link href={site.siteUrl} target="_blank" rel="noopener">
          Bekijk de site van {site.name} (nieuw tabblad)
        </Link>
      )}
    </Card>
  )
}

interface CardProps {
  readonly children: React.ReactNode
  readonly tag?: 'li' | 'section'
  readonly role?: 'status'
}

function Card({ children, tag = 'section', role }: CardProps) {
  return (
    <Box tag={tag} role={role} background="neutral0" padding={5} hasRadius shadow="tableShadow">
      <Flex direction="column" alignItems="stretch" gap={2}>
        {children}
      </Flex>
    </Box>
  )
}
