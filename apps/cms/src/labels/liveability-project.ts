import { PHOTOS_FIELD, PHOTO_FIELD, SLUG_FIELD, SUMMARY_FIELD, WIJK_FIELD, WIJK_ROW } from './fields.ts'
import type { TypeLabels } from './label.ts'

export const liveabilityProject: TypeLabels = {
  mainField: 'title',
  sortBy: 'updatedAt',
  sortOrder: 'DESC',
  list: ['title', 'stage', 'budget', 'wijk'],
  edit: [
    [
      ['title', 8],
      ['stage', 4],
    ],
    [['summary', 12]],
    [['goal', 12]],
    [
      ['budget', 6],
      ['spent', 6],
    ],
    [['body', 12]],
    [['updates', 12]],
    [['result', 12]],
    [['photo', 12]],
    [['photos', 12]],
    [['organisation', 12]],
    WIJK_ROW,
  ],
  fields: {
    title: {
      label: 'Titel',
      hint: 'Wat er komt of gebeurt, in een paar woorden.',
      placeholder: 'Een buurttuin aan de Wiekenlaan',
    },
    stage: { label: 'Hoe ver is het', hint: 'Zet dit verder als het project verder is, en publiceer.' },
    summary: SUMMARY_FIELD,
    goal: { label: 'Doel', hint: 'Wat de wijk eraan heeft als het lukt.' },
    budget: {
      label: 'Budget in euro',
      hint: 'Wat het mag kosten. Weet je het nog niet? Laat het leeg.',
      placeholder: '1250',
    },
    spent: { label: 'Uitgegeven in euro', hint: 'Wat er nu is uitgegeven.', placeholder: '430' },
    body: { label: 'Tekst', hint: 'Hoe het idee ontstond, wie meedoen en hoe je kunt helpen.' },
    updates: { label: 'Stappen', hint: 'Per stap een datum en een paar zinnen. De nieuwste mag onderaan.' },
    result: { label: 'Resultaat', hint: 'Wat het heeft opgeleverd. Nodig als het project klaar is.' },
    photo: PHOTO_FIELD,
    photos: PHOTOS_FIELD,
    organisation: {
      label: 'Trekker',
      hint: 'De organisatie uit dezelfde wijk die het doet, als die er is.',
      mainField: 'name',
    },
    wijk: WIJK_FIELD,
    slug: SLUG_FIELD,
  },
}
