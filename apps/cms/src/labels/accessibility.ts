import type { ComponentLabels } from './label.ts'

export const accessibility: ComponentLabels = {
  mainField: 'note',
  edit: [
    [
      ['wheelchair', 6],
      ['toilet', 6],
    ],
    [
      ['hearingLoop', 6],
      ['parking', 6],
    ],
    [['note', 12]],
  ],
  fields: {
    wheelchair: { label: 'Rolstoeltoegankelijk', hint: 'Zonder trede of drempel, ook van binnen.' },
    toilet: { label: 'Aangepast toilet', hint: 'Een toilet waar een rolstoel in kan.' },
    hearingLoop: { label: 'Ringleiding', hint: 'Voor wie een hoortoestel draagt.' },
    parking: { label: 'Gratis parkeren dichtbij', hint: 'Binnen honderd meter, ook voor een busje.' },
    note: {
      label: 'Wat mensen verder moeten weten',
      hint: 'Een drempel, een trap, een rustige hoek, of wie kan helpen.',
      placeholder: 'De lift past voor een rolstoel, niet voor een scootmobiel.',
    },
  },
}
