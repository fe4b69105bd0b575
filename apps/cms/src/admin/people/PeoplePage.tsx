import { Badge, Button, Flex, Typography } from '@strapi/design-system'
import { Layouts, Page, useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { Card } from '../home/Card.tsx'
import { useMe } from '../me/use-me.ts'
import { useFresh } from '../use-fresh.ts'
import { InviteForm } from './InviteForm.tsx'
import { Handover } from './Handover.tsx'
import { parsePeople, placeInWords, standing, type Colleague, type Invited, whatBecame } from './people.ts'
import { TakeOff } from './TakeOff.tsx'

const TITLE = 'Mensen'

/** Who works in the wijk, and a way to invite others. */
export default function PeoplePage() {
  // At once for what was done here, and for another wijk.
  const me = useMe()
  const [turn, setTurn] = useState(0)
  const fresh = useFresh('/wijkpers/people', parsePeople, `${turn} ${me?.currentWijk}`)
  const onChanged = () => setTurn((before) => before + 1)
  if (fresh === 'loading') return <Page.Loading />
  if (fresh === 'failed') return <Page.Error />
  const { colleagues, roles, wijken } = fresh.answer
  return (
    <Page.Main>
      <Page.Title>{TITLE}</Page.Title>
      <Layouts.Header title={TITLE} subtitle="Wie maakt de site, en wie vraag je erbij?" />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8} maxWidth="72rem">
          <Card title="Iemand uitnodigen">
            <InviteForm roles={roles} wijken={wijken} onInvited={onChanged} />
          </Card>
          <Card title="Wie er meewerken">
            {colleagues.length === 0 ? (
              <Typography tag="p">
                Nog niemand. Met twee of meer is het leuker, en ligt niet alles bij één.
              </Typography>
            ) : (
              <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
                {colleagues.map((colleague) => (
                  <Person
                    key={colleague.id}
                    colleague={colleague}
                    isInSeveral={wijken.length > 1}
                    now={fresh.at}
                    onChanged={onChanged}
                  />
                ))}
              </Flex>
            )}
          </Card>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  )
}

interface PersonProps {
  readonly colleague: Colleague
  readonly isInSeveral: boolean
  readonly now: Date
  readonly onChanged: () => void
}

function Person({ colleague, isInSeveral, now, onChanged }: PersonProps) {
  const { name, email, role, wijken, canInviteAgain, canTakeOff } = colleague
  const [handover, setHandover] = useState<Parameters<typeof Handover>[0] | null>(null)
  const words = standing(colleague, now)
  const about = [
    ...(email === name ? [] : [email]),
    ...(isInSeveral || wijken.some(({ isInvited }) => isInvited) ? wijken.map(placeInWords) : []),
  ].join(' · ')
  return (
    <Flex tag="li" direction="column" alignItems="flex-start" gap={1}>
      <Flex gap={2} wrap="wrap">
        <Typography fontWeight="bold">{name}</Typography>
        <Badge>{role}</Badge>
      </Flex>
      {about && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {about}
        </Typography>
      )}
      {words && <Typography tag="p">{words}</Typography>}
      <Flex gap={2} wrap="wrap">
        {canInviteAgain && (
          <Again person={colleague.id} name={name} onLink={setHandover} onChanged={onChanged} />
        )}
        {canTakeOff && <TakeOff colleague={colleague} onDone={onChanged} />}
      </Flex>
      {handover && <Handover {...handover} />}
    </Flex>
  )
}

interface AgainProps {
  readonly person: number
  readonly name: string
  readonly onLink: (handover: Parameters<typeof Handover>[0] | null) => void
  readonly onChanged: () => void
}

function Again({ person, name, onLink, onChanged }: AgainProps) {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const { _unstableFormatAPIError: inWords } = useAPIErrorHandler()

  async function again() {
    try {
      const { data } = await post<{ data: Invited }>('/wijkpers/people/invite-again', { person })
      const message = whatBecame(data.data, name)
      onLink(data.data.state === 'invited' ? { name, ...data.data } : null)
      if (message) toggleNotification({ type: 'success', message })
      onChanged()
    } catch (error) {
      toggleNotification({ type: 'danger', message: inWords(error as Parameters<typeof inWords>[0]) })
    }
  }

  return (
    <Button variant="tertiary" onClick={() => void again()} aria-label={`${name} opnieuw uitnodigen`}>
      Opnieuw uitnodigen
    </Button>
  )
}
