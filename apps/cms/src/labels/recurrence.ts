import type { ComponentLabels } from './label.ts'

export const recurrence: ComponentLabels = {
  mainField: 'pattern',
  edit: [
    [['pattern', 12]],
    [
      ['lastDay', 6],
      ['count', 6],
    ],
  ],
  fields: {
    pattern: { label: 'Hoe vaak', hint: 'De weekdag en de tijd zijn die van de eerste keer.' },
    lastDay: { label: 'Tot en met', hint: 'De laatste dag waarop het kan zijn, hoogstens twee jaar verder.' },
    count: { label: 'Aantal keren', hint: 'Of zeg hoe vaak in totaal. Vul een van de twee in.' },
  },
}
