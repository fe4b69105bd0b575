import type { ComponentLabels } from './label.ts'

export const exception: ComponentLabels = {
  mainField: 'date',
  edit: [
    [
      ['date', 6],
      ['change', 6],
    ],
    [
      ['startsAt', 6],
      ['endsAt', 6],
    ],
    [['reason', 12]],
  ],
  fields: {
    date: { label: 'De keer van', hint: 'De dag waarop het eigenlijk zou zijn.' },
    change: { label: 'Wat er anders is', hint: 'Gaat niet door, of is op een ander moment.' },
    startsAt: { label: 'Nieuw begin', hint: 'Alleen als die keer verplaatst is.' },
    endsAt: {
      label: 'Nieuw einde',
      hint: 'Alleen als die keer verplaatst is. Weet je dit niet? Laat het dan leeg.',
    },
    reason: { label: 'Waarom', hint: 'Kort. Dit staat erbij op de site.', placeholder: 'Kerstvakantie' },
  },
}
