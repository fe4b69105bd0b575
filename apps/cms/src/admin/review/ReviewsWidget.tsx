import { Box, Flex, Link, Typography } from '@strapi/design-system'
import { Widget } from '@strapi/strapi/admin'
import { Link as RouterLink } from 'react-router-dom'
import { useMe } from '../me/use-me.ts'
import { useFresh } from '../use-fresh.ts'
import { parseReviewLists, type ReviewedEntry } from './review.ts'
import { lineOf } from './sentences.ts'

/** Home screen: what waits for whoever publishes, and what became of what somebody handed in. */
export default function ReviewsWidget() {
  const me = useMe()
  const reviews = useFresh('/wijkpers/reviews', parseReviewLists)
  if (reviews === 'loading' || !me) return <Widget.Loading />
  if (reviews === 'failed')
    return <Widget.Error>Dit is nu niet op te halen. We proberen het opnieuw.</Widget.Error>
  const { waiting, mine } = reviews.answer
  if (waiting.length === 0 && mine.length === 0)
    return (
      <Widget.NoData>
        {me.may('publish')
          ? 'Er ligt niets om na te kijken.'
          : 'Je hebt nog niets ingeleverd. Schrijf iets en klik op Inleveren.'}
      </Widget.NoData>
    )
  return (
    <Flex direction="column" alignItems="stretch" gap={5}>
      {waiting.length > 0 && <List title="Wacht op jou" entries={waiting} now={reviews.at} />}
      {mine.length > 0 && <List title="Wat jij inleverde" entries={mine} now={reviews.at} />}
    </Flex>
  )
}

interface ListProps {
  readonly title: string
  readonly entries: readonly ReviewedEntry[]
  readonly now: Date
}

function List({ title, entries, now }: ListProps) {
  return (
    <Box>
      <Typography tag="h3" variant="delta">
        {title}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={2}>
        {entries.map((entry) => (
          <Flex key={entry.documentId} tag="li" direction="column" alignItems="flex-start">
            <Link tag={RouterLink} to={`/content-manager/collection-types/${entry.uid}/${entry.documentId}`}>
              {entry.title}
            </Link>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {`${lineOf(entry, now)} · ${entry.kind}`}
            </Typography>
            {entry.state === 'returned' && entry.reason && (
              <Typography tag="p" textColor="neutral800">
                ‘{entry.reason}’
              </Typography>
            )}
          </Flex>
        ))}
      </Flex>
    </Box>
  )
}
