import type { ComponentLabels } from './label.ts'

export const projectUpdate: ComponentLabels = {
  mainField: 'date',
  edit: [[['date', 4]], [['text', 12]]],
  fields: {
    date: { label: 'Datum', hint: 'Wanneer dit gebeurde.' },
    text: { label: 'Wat er gebeurde', hint: 'Een paar zinnen.' },
  },
}
