import type { ComponentLabels } from './label.ts'

export const photo: ComponentLabels = {
  mainField: 'alt',
  edit: [
    [['file', 12]],
    [
      ['alt', 8],
      ['decorative', 4],
    ],
    [
      ['maker', 6],
      ['licence', 6],
    ],
    [['source', 12]],
    [
      ['people', 6],
      ['consent', 6],
    ],
    [['consentNote', 12]],
  ],
  fields: {
    file: { label: 'Bestand', hint: 'Een foto of tekening. Waar en wanneer hij gemaakt is, halen we eruit.' },
    alt: {
      label: 'Wat is erop te zien',
      hint: 'Voor wie de foto niet kan zien. Eén zin, zoals je het aan de telefoon zou vertellen.',
      placeholder: 'Drie buren planten een boom op het Molenplein',
    },
    decorative: {
      label: 'Alleen versiering',
      hint: 'Zet dit op Ja als de foto niets vertelt. Dan hoeft er niet bij te staan wat erop te zien is.',
    },
    maker: {
      label: 'Maker',
      hint: 'Wie de foto maakte. Die naam staat eronder.',
    },
    licence: {
      label: 'Rechten',
      hint: 'Een foto die je op internet vond, mag je niet gebruiken. Dat kan een paar honderd euro kosten.',
    },
    source: {
      label: 'Bron',
      hint: 'Waar de foto vandaan komt, als dat ergens anders is dan van de maker zelf.',
      placeholder: 'Regionaal Archief',
    },
    people: {
      label: 'Zijn er mensen herkenbaar',
      hint: 'Kijk ook naar wie er achteraan staat. Een kind is iedereen onder de zestien.',
    },
    consent: {
      label: 'Toestemming',
      hint: 'Alleen nodig als er mensen herkenbaar zijn. Bij kinderen beslist een ouder of verzorger.',
    },
    consentNote: {
      label: 'Over de toestemming',
      hint: 'Van wie je toestemming kreeg en hoe, of waarom het zonder mag. Dit komt niet op de site.',
      placeholder: 'Gevraagd op het feest, 12 juni',
    },
  },
}
