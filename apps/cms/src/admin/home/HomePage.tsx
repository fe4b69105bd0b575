import { Flex, Link, LinkButton, Typography } from '@strapi/design-system'
import { Plus } from '@strapi/icons'
import { Layouts, Page, useAuth } from '@strapi/strapi/admin'
import { Link as RouterLink } from 'react-router-dom'
import type { Me } from '../me/me.ts'
import { useMe } from '../me/use-me.ts'
import { FOR_A_THUMB } from '../thumb.ts'
import { useFresh } from '../use-fresh.ts'
import { Card } from './Card.tsx'
import { greeting } from './greeting.ts'
import { parseHome, type Home } from './home.ts'
import { Tasks } from './Tasks.tsx'
import { handedInOf, onlineOf, plannedOf, todoOf } from './todo.ts'
import { Wijken } from './Wijken.tsx'

/** One column on a phone, two on a wide screen. */
const COLUMNS = {
  display: 'grid',
  gap: 24,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 26rem), 1fr))',
  alignItems: 'start',
}

/** Under each other on a phone, as wide as it is; in a row elsewhere. */
const BUTTONS = {
  display: 'grid',
  gap: 8,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 26rem), 1fr))',
  maxWidth: '84rem',
}

/** The first screen: what there is to do now, what went online, and how the wijk is doing. In the place of Strapi's own. */
export function HomePage() {
  const me = useMe()
  const fresh = useFresh('/wijkpers/home', parseHome)
  const firstname = useAuth('HomePage', ({ user }) => user?.firstname)
  const now = fresh === 'loading' || fresh === 'failed' ? new Date() : fresh.at
  return (
    <Page.Main>
      <Page.Title>Start</Page.Title>
      <Layouts.Header
        title={greeting(firstname, now)}
        subtitle="Dit kun je nu doen, en zo staat je wijk ervoor."
      />
      <Layouts.Content>
        {fresh === 'failed' && (
          <Typography tag="p">
            Dit is nu niet op te halen. Je werk is bewaard en de site blijft online. We proberen het opnieuw.
          </Typography>
        )}
        {(fresh === 'loading' || !me) && fresh !== 'failed' && <Page.Loading />}
        {fresh !== 'loading' && fresh !== 'failed' && me && (
          <Columns home={fresh.answer} me={me} now={fresh.at} />
        )}
      </Layouts.Content>
    </Page.Main>
  )
}

function Columns({ home, me, now }: { readonly home: Home; readonly me: Me; readonly now: Date }) {
  const planned = plannedOf(home, now)
  const handedIn = handedInOf(home, now)
  const online = onlineOf(home, now)
  return (
    <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={8}>
      <Begin me={me} />
      <div style={COLUMNS}>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Todo home={home} me={me} now={now} />
          {handedIn.length > 0 && (
            <Card title="Wat jij inleverde">
              <Tasks label="Wat jij inleverde" tasks={handedIn} />
            </Card>
          )}
          {planned.length > 0 && (
            <Card title="Gepland">
              <Tasks
                label="Gepland"
                tasks={planned}
                after={({ waits }) => (
                  <Typography tag="p" variant="pi" textColor="neutral600">
                    {waits
                      ? 'De site is nog niet open, of wordt vastgehouden. Dit komt online zodra dat voorbij is.'
                      : 'Komt vanzelf online.'}
                  </Typography>
                )}
              />
            </Card>
          )}
          <Card title="Laatst online">
            {online.length === 0 ? (
              <Typography tag="p">Wat je publiceert, zie je hier terug met de tijd erbij.</Typography>
            ) : (
              <Tasks
                label="Laatst online"
                tasks={online}
                after={({ title, url }) => url && <ToSite title={title} url={url} />}
              />
            )}
          </Card>
        </Flex>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Card title={home.wijken.length > 1 ? 'Mijn wijken' : 'Mijn wijk'}>
            <Wijken home={home} me={me} now={now} />
          </Card>
        </Flex>
      </div>
    </Flex>
  )
}

function ToSite({ title, url }: { readonly title: string; readonly url: string }) {
  return (
    <Link
      href={url}
      target="_blank"
      rel="noopener"
      style={FOR_A_THUMB}
      aria-label={`Bekijk op de site: ${title} (nieuw tabblad)`}
    >
      Bekijk op de site
    </Link>
  )
}

function Todo({ home, me, now }: { readonly home: Home; readonly me: Me; readonly now: Date }) {
  const groups = todoOf(home, me, now)
  return (
    <Card title="Nu te doen">
      {groups.length === 0 && <Typography tag="p">{nothingToDo(me)}</Typography>}
      {groups.map(({ title, tasks }) => (
        <Flex key={title} direction="column" alignItems="stretch" gap={2}>
          <Typography tag="h3" variant="delta">
            {title}
          </Typography>
          <Tasks label={title} tasks={tasks} />
        </Flex>
      ))}
    </Card>
  )
}

function nothingToDo(me: Me): string {
  if (!me.may('write')) return 'Er ligt niets om na te kijken. Fijn!'
  return me.may('publish')
    ? 'Alles is bij. Tijd over? Een foto met drie regels uit de wijk is al nieuws.'
    : 'Er wacht niets op je. Zag of hoorde je iets in de wijk? Schrijf het op en lever het in.'
}

const CREATE = '/content-manager/collection-types'

const BEGINS = [
  ['Nieuwsbericht schrijven', 'api::article.article'],
  ['Activiteit toevoegen', 'api::event.event'],
  ['Prikbordbericht plaatsen', 'api::notice.notice'],
] as const

/** What people come for most, one click away. */
function Begin({ me }: { readonly me: Me }) {
  if (!me.may('write')) return null
  return (
    <div style={BUTTONS}>
      {BEGINS.map(([words, uid], index) => (
        <LinkButton
          key={uid}
          tag={RouterLink}
          to={`${CREATE}/${uid}/create`}
          startIcon={<Plus />}
          variant={index === 0 ? 'default' : 'secondary'}
          size="L"
        >
          {words}
        </LinkButton>
      ))}
    </div>
  )
}
