/** What an operator has to know before anything else, with what to type. */
import { Typography } from '@strapi/design-system'
import { type Alarm, alarmText } from './alarms.ts'
import { Card, Typed } from './Card.tsx'

export function CmsAway() {
  return (
    <Warning title="De redactie antwoordt niet.">
      Hieronder staat wat er het laatst bekend was. Om te zien te zijn hebben de sites de redactie niet nodig,
      maar of ze dat zijn, weten we nu niet: open er een om het te weten. We vragen het steeds opnieuw.
    </Warning>
  )
}

export function PublisherAway() {
  return (
    <Warning title="De publisher antwoordt niet.">
      Wijzigingen staan klaar en gaan online zodra hij weer draait. Om te zien te zijn hebben de sites hem
      niet nodig, maar of ze dat zijn, weten we nu niet: open er een om het te weten. Draait hij nog, stop hem
      dan eerst. Start hem met <Typed>npm start</Typed> of <Typed>npm run start:publisher</Typed>. Hieronder
      staat wat er het laatst bekend was.
    </Warning>
  )
}

export function AlarmCard({ alarm, now }: { readonly alarm: Alarm; readonly now: Date }) {
  const { title, text, command } = alarmText(alarm, now)
  return (
    <Warning title={title}>
      {text} <Typed>{command}</Typed>
    </Warning>
  )
}

function Warning({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <Card role="status">
      <Typography tag="p" fontWeight="bold" textColor="danger600">
        {title}
      </Typography>
      <Typography tag="p">{children}</Typography>
    </Card>
  )
}
