import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system'
import { Widget } from '@strapi/strapi/admin'
import { Link as RouterLink } from 'react-router-dom'
import { useMe } from '../me/use-me.ts'
import { Senders } from '../wijk/Senders.tsx'
import { useFresh } from '../use-fresh.ts'
import { contentSentence, LIFE_CYCLE, parseOverview, siteSentence, type WijkOverview } from './overview.ts'

/** A home screen has room for so many; an operator finds the others in the list. */
const ROOM = 8

/** Home screen: how the editor's own wijk is doing, with a way to its site. */
export default function OverviewWidget() {
  const me = useMe()
  const overview = useFresh('/wijkpers/overview', parseOverview)
  if (overview === 'loading') return <Widget.Loading />
  if (overview === 'failed')
    return <Widget.Error>De stand van je wijk is nu niet op te halen. We proberen het opnieuw.</Widget.Error>
  const { answer: wijken, at } = overview
  if (wijken.length === 0)
    return (
      <Widget.NoData>Je hoort nog niet bij een wijk. Vraag de beheerder om je toe te voegen.</Widget.NoData>
    )
  return (
    <>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {wijken.slice(0, ROOM).map((wijk) => (
          <Wijk key={wijk.slug} wijk={wijk} now={at} />
        ))}
        {wijken.length > ROOM && (
          <Box tag="li">
            <Link tag={RouterLink} to="/content-manager/collection-types/api::wijk.wijk">
              Alle {wijken.length} wijken bekijken
            </Link>
          </Box>
        )}
      </Flex>
      {me?.may('represent') && !me.isOperator && <Senders />}
    </>
  )
}

function Wijk({ wijk, now }: { readonly wijk: WijkOverview; readonly now: Date }) {
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
        <Link href={wijk.siteUrl} target="_blank" rel="noopener">
          Bekijk de site van {wijk.name} (nieuw tabblad)
        </Link>
      )}
    </Flex>
  )
}
