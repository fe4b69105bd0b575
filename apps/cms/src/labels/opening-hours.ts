import type { ComponentLabels } from './label.ts'

export const openingHours: ComponentLabels = {
  mainField: 'day',
  edit: [
    [
      ['day', 4],
      ['opensAt', 4],
      ['closesAt', 4],
    ],
  ],
  fields: {
    day: { label: 'Dag', hint: 'De dag van de week.' },
    opensAt: { label: 'Open van', hint: 'Vanaf hoe laat.' },
    closesAt: { label: 'Tot', hint: 'Tot hoe laat. Na middernacht mag ook.' },
  },
}
