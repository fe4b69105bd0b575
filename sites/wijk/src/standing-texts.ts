/**
 * What every site says of itself until its editors say it better: an info page with the same address goes before it, and keeps
 * the facts that must be there. Only what is so for every wijk, because of how the sites are made, stands here.
 */
import type { Publisher } from '@wijkpers/content'
import { longDay } from './page-data/dates.ts'

/** Whose site it is. */
export interface StandingSubject {
  readonly name: string
  readonly publisher: Publisher
  /** Address of the site, without a slash at its end. */
  readonly siteUrl: string
  /** Whether it rests or has stopped: then nobody asks for news, or reads what is sent in. */
  readonly isQuiet: boolean
}

export interface StandingText {
  readonly title: string
  readonly description: (wijk: string) => string
  readonly parts: (subject: StandingSubject) => readonly StandingPart[]
  /** What the law wants to be read there, also below a text that the editors wrote themselves. */
  readonly facts: (subject: StandingSubject) => readonly StandingPart[]
}

export interface StandingPart {
  /** Empty for one that needs none, such as the first. */
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly items?: readonly string[]
  /** Whether the ways to reach the redactie stand below it. */
  readonly withContact?: boolean
}

/** The day on which what is said of accessibility was last looked at. The build warns when that is a year ago. */
export const ACCESSIBILITY_LOOKED_AT = '2026-11-26'

/** A change of the house rules gets another number and day: who was refused must be able to see which held. */
const HOUSE_RULES = { version: 1, since: '2026-11-26' }

/** What the site does not do as it should: why, what is done about it, and when. */
function shortcoming(what: string, why: string, measure: string, when: string): string {
  return `${what} Hoe dat komt: ${why} Wat we doen: ${measure} Wanneer: ${when}`
}

/** Who answers for the site, as the law wants it: Burgerlijk Wetboek, article 3:15d. */
function publisherFacts({ name, address, kvkNumber, btwNumber }: Publisher): readonly string[] {
  return [
    ...(name ? [`Uitgever: ${name}`] : []),
    ...(address ? [`Adres: ${address}`] : []),
    ...(kvkNumber ? [`KvK-nummer: ${kvkNumber}`] : []),
    ...(btwNumber ? [`Btw-nummer: ${btwNumber}`] : []),
  ]
}

const CONTACT_POINT: StandingPart = {
  title: 'Contactpunt',
  paragraphs: [
    'Dezelfde gegevens zijn het contactpunt voor iedereen die de site gebruikt, en voor toezichthouders en andere autoriteiten (artikel 11 en 12 van de digitaledienstenverordening). Schrijf ons in het Nederlands.',
  ],
}
const ACCESSIBILITY_FEEDBACK: StandingPart = {
  title: 'Lukt er iets niet?',
  paragraphs: ['Laat het ons weten. Zeg erbij op welke pagina het was, en wat je gebruikt om te lezen.'],
  withContact: true,
}
const YOUR_RIGHTS: StandingPart = {
  title: 'Wat je kunt vragen',
  paragraphs: [
    'Je mag vragen wat wij van je hebben, en het laten verbeteren of weghalen. Kom je er met ons niet uit, dan kun je een klacht indienen bij de Autoriteit Persoonsgegevens.',
  ],
  withContact: true,
}
const responsible = ({ name: wijk, publisher }: StandingSubject): StandingPart => ({
  title: 'Wie verantwoordelijk is',
  paragraphs: [
    publisher.name === ''
      ? `De redactie van ${wijk} is verantwoordelijk voor wat hier van je bewaard wordt.`
      : `${publisher.name} geeft deze site uit, en is verantwoordelijk voor wat hier van je bewaard wordt.`,
  ],
  // The sentence says the name.
  items: publisherFacts({ ...publisher, name: '' }),
})

export const standingTexts = {
  contact: {
    title: 'Contact',
    description: (wijk) => `Zo bereik je de redactie van ${wijk}.`,
    parts: ({ name: wijk, isQuiet }) => [
      {
        title: '',
        paragraphs: [
          isQuiet
            ? `Er komt nu geen nieuws uit ${wijk} bij. Heb je een vraag over wat hier staat? Laat het ons weten.`
            : `Heb je een vraag, een tip of nieuws uit ${wijk}? Laat het ons weten.`,
        ],
        withContact: true,
      },
      {
        title: 'Klopt er iets niet?',
        paragraphs: [
          'Staat er een fout op de site, of staat er iets over jou dat je er niet wilt hebben? Zeg het ons, met het adres van de pagina erbij. Dan kijken we ernaar.',
        ],
      },
    ],
    facts: () => [{ title: 'Zo bereik je ons', paragraphs: [], withContact: true }],
  },
  colofon: {
    title: 'Colofon',
    description: (wijk) => `Wie de site van ${wijk} maakt, en hoe.`,
    parts: ({ name: wijk, publisher, isQuiet }) => [
      {
        title: isQuiet ? 'Wie maakte deze site' : 'Wie maakt deze site',
        paragraphs: [
          `De redactie van ${wijk} ${isQuiet ? 'maakte' : 'maakt'} deze site: van en voor de buurt.`,
        ],
        items: publisherFacts(publisher),
        withContact: true,
      },
      CONTACT_POINT,
      {
        title: 'Tekst en beeld',
        paragraphs: [
          'Bij elke foto staat wie hem maakte, en of je hem mag gebruiken. Wil je een tekst of een foto overnemen? Vraag het de redactie.',
        ],
      },
      {
        title: 'Advertenties',
        paragraphs: [
          'Wie hier adverteert, helpt de site en de wijk. Wat betaald is, herken je altijd: er staat ‘Advertentie van’ of ‘Gesponsord door’ boven de titel, met de naam erbij. Reclame voor politiek nemen we niet aan.',
        ],
      },
      {
        title: 'Techniek',
        paragraphs: ['De site is gemaakt met Wijkpers: vrije software, die elke wijk mag gebruiken.'],
      },
    ],
    facts: ({ publisher }) => [
      { title: 'Uitgever en contact', paragraphs: [], items: publisherFacts(publisher), withContact: true },
      CONTACT_POINT,
    ],
  },
  huisregels: {
    title: 'Huisregels',
    description: (wijk) => `Wat wel en niet kan op de site van ${wijk}.`,
    parts: ({ name: wijk, isQuiet }) => [
      {
        title: '',
        paragraphs: [
          isQuiet
            ? `Je kunt nu niets insturen voor de site van ${wijk}: er komt niets bij. Voor wat er staat, gelden deze regels.`
            : `Iedereen in ${wijk} mag iets insturen voor deze site. Daarbij houden we ons aan een paar regels.`,
        ],
        items: [
          'Het gaat over de wijk, of is voor de mensen die er wonen en werken.',
          'Het klopt, voor zover je weet.',
          'Je schrijft over anderen zoals je wilt dat ze over jou schrijven: niet schelden, niet discrimineren, niemand zwartmaken.',
          'Je zet geen adres, nummer of foto van een ander op de site als die dat niet wil.',
          'De foto is van jou, of je hebt gevraagd of je hem mag gebruiken.',
          'Wie iets verkoopt of ergens voor betaald wordt, zegt dat erbij.',
          'Wat van de wet niet mag, mag hier ook niet.',
        ],
      },
      {
        title: 'Wie kijkt ernaar',
        paragraphs: [
          isQuiet
            ? 'De redactie las alles voordat het op de site kwam. Dat deden mensen, geen computer.'
            : 'De redactie leest alles voordat het op de site komt. Dat doen mensen, geen computer. Soms maken we een tekst korter of duidelijker.',
          isQuiet
            ? 'Wil je dat iets van de site gaat? Laat het ons weten.'
            : 'Zetten we iets niet op de site, of halen we iets weg? Dan zeggen we waarom. Ben je het er niet mee eens, laat het ons weten: dan kijkt iemand anders van de redactie er nog eens naar.',
        ],
      },
      {
        title: 'Iets melden',
        paragraphs: [
          'Staat er iets op de site dat volgens jou niet mag? Stuur ons het adres van de pagina en zeg wat eraan scheelt.',
        ],
        withContact: true,
      },
      {
        title: '',
        paragraphs: [
          `Dit is versie ${HOUSE_RULES.version} van de huisregels. Ze gelden sinds ${longDay(HOUSE_RULES.since).text}.`,
        ],
      },
    ],
    facts: () => [
      {
        title: 'Ben je het niet eens met de redactie?',
        paragraphs: [
          'Zetten we iets niet op de site, of halen we iets weg? Dan zeggen we waarom. Laat het ons weten als je het er niet mee eens bent, of als er iets staat dat niet mag.',
        ],
        withContact: true,
      },
    ],
  },
  privacy: {
    title: 'Privacy',
    description: (wijk) => `Wat de site van ${wijk} wel en niet van je weet.`,
    parts: (subject) => [
      {
        title: 'Als je de site leest',
        paragraphs: [
          'Deze site zet geen cookies, bewaart niets op je telefoon of computer, en vraagt niets aan andere bedrijven. Er is niets dat je volgt, en dus ook niets om toestemming voor te geven.',
          'Om je een pagina te kunnen sturen, krijgt de computer waar de site op staat je internetadres (IP-adres). Dat kan niet anders. Wij gebruiken het niet om te zien wie je bent of wat je leest.',
          'Een link naar een andere site, naar een kaart of naar WhatsApp brengt je daarheen. Vanaf dat moment gelden de regels van die site. Zolang je er niet op klikt, weten zij van niets.',
        ],
      },
      {
        title: 'Als je op de site staat',
        paragraphs: [
          'In het wie-is-wie staan alleen mensen die dat zelf wilden. Bij een bericht op het prikbord staat alleen hoe je te bereiken bent als je daarvoor koos. Voor een foto waarop je te herkennen bent, legt de redactie vast waarom die er mag staan; voor kinderen is altijd toestemming van een ouder nodig.',
          'Uit elke foto halen we de gegevens die een camera erin zet, zoals de plek waar hij gemaakt is.',
        ],
      },
      responsible(subject),
      YOUR_RIGHTS,
    ],
    facts: (subject) => [responsible(subject), YOUR_RIGHTS],
  },
  toegankelijkheid: {
    title: 'Toegankelijkheid',
    description: (wijk) => `Hoe goed de site van ${wijk} te gebruiken is voor iedereen.`,
    parts: ({ name: wijk, siteUrl }) => [
      {
        title: '',
        paragraphs: [
          `Iedereen moet de site van ${wijk} kunnen gebruiken: ook wie weinig ziet, niet hoort, geen muis gebruikt of moeite heeft met lezen. We houden ons aan WCAG 2.2, niveau AA.`,
          `Deze verklaring gaat over alle pagina’s op ${new URL(siteUrl).host}.`,
        ],
      },
      {
        title: 'Status: C, eerste maatregelen genomen',
        paragraphs: [
          'Status A betekent dat een site helemaal voldoet, B dat hij voor een deel voldoet. Daarvoor is een onafhankelijk onderzoek door mensen nodig, en dat is er niet geweest. Daarom is onze status C: we doen veel, maar kunnen niet bewijzen dat alles klopt.',
        ],
      },
      {
        title: 'Hoe we dat nagaan',
        paragraphs: [
          'Elke nieuwe versie van deze site wordt eerst nagekeken: elk soort pagina, op een telefoon en op een groot scherm, licht en donker, met alleen het toetsenbord, sterk vergroot en zonder JavaScript. Vindt die proef een fout, dan komt de versie niet online.',
        ],
      },
      {
        title: 'Grotere letters, of alleen de tekst',
        paragraphs: [
          'Onder aan elke pagina kun je kiezen voor grotere letters, of voor een kale weergave: zonder foto’s in lijsten, zonder kleurvlakken, en alles onder elkaar. Dat geldt voor de pagina waar je bent, want we bewaren niets. Wil je altijd grotere letters? Stel dat in je browser in: elke pagina groeit mee.',
        ],
      },
      {
        title: 'Wat nog niet goed is',
        paragraphs: [],
        items: [
          shortcoming(
            'Een wijkkrant als pdf is niet altijd goed voor te lezen.',
            'een krant wordt gemaakt voor papier.',
            'we vragen de redactie om de berichten uit een krant ook als gewone pagina op de site te zetten. Staat een bericht alleen in de pdf? Vraag het ons, dan krijg je de tekst.',
            'we vragen dit bij elk nieuw nummer; uiterlijk 1 december 2027 kijken we of het gelukt is.',
          ),
          shortcoming(
            'Zoeken werkt alleen met JavaScript.',
            'de site is een map met bestanden, en heeft geen computer die voor je zoekt.',
            'zonder JavaScript kun je bladeren in het nieuws en de agenda. Dat blijft zo.',
            'dit lossen we niet op; op 1 december 2027 kijken we er opnieuw naar.',
          ),
          shortcoming(
            'Een tekst of de beschrijving van een foto kan onduidelijk zijn.',
            'bewoners schrijven ze zelf.',
            'een foto zonder beschrijving komt niet online. Meld je een onduidelijke, dan kijken we ernaar.',
            'als je het meldt; op 1 december 2027 kijken we hier opnieuw naar.',
          ),
        ],
      },
      ACCESSIBILITY_FEEDBACK,
      {
        title: '',
        paragraphs: [`Deze verklaring is het laatst bijgewerkt op ${longDay(ACCESSIBILITY_LOOKED_AT).text}.`],
      },
    ],
    // Status and day are those of their own statement: others below it would gainsay it.
    facts: () => [ACCESSIBILITY_FEEDBACK],
  },
} as const satisfies Record<string, StandingText>
