import type { ComponentLabels } from './label.ts'

export const openingHoursException: ComponentLabels = {
  mainField: 'date',
  edit: [
    [
      ['date', 6],
      ['closed', 6],
    ],
    [
      ['opensAt', 6],
      ['closesAt', 6],
    ],
    [['reason', 12]],
  ],
  fields: {
    date: { label: 'Datum', hint: 'De dag waarop het anders is.' },
    closed: { label: 'Die dag dicht', hint: 'Bij Nee vul je in van hoe laat tot hoe laat het wel open is.' },
    opensAt: { label: 'Open van', hint: 'Alleen als het die dag open is.' },
    closesAt: { label: 'Tot', hint: 'Alleen als het die dag open is.' },
    reason: { label: 'Waarom', hint: 'Kort. Dit staat erbij op de site.', placeholder: 'Tweede kerstdag' },
  },
}
