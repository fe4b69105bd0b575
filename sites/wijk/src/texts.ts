/** Everything a visitor reads that no editor wrote: plain Dutch, level B1. */

export const texts = {
  skip: 'Naar de inhoud',
  menu: 'Menu',
  home: 'Voorpagina',
  news: 'Nieuws',
  youAreHere: 'Je bent hier',

  latest: 'Het laatste nieuws',
  allNews: 'Al het nieuws',
  welcome: (wijk: string) => `Welkom in ${wijk}`,
  aboutTheWijk: (wijk: string) => `Meer over ${wijk}`,
  homeDescription: (wijk: string) => `Nieuws en informatie uit ${wijk}, van en voor bewoners.`,

  newsIntro: (wijk: string) => `Alles wat er in ${wijk} gebeurt, het nieuwste bovenaan.`,
  newsDescription: (wijk: string) => `Al het nieuws uit ${wijk} op een rij, het nieuwste bovenaan.`,
  olderNews: 'Ouder nieuws',
  newsOfYear: (year: number) => `Nieuws uit ${year}`,
  archiveDescription: (wijk: string, year: number) => `Al het nieuws uit ${wijk} van het jaar ${year}.`,

  noNewsTitle: 'Hier begint het nieuws',
  noNews: (wijk: string) =>
    `Deze site is nog maar net begonnen. Straks lees je hier wat er in ${wijk} gebeurt: groot en klein nieuws, van en voor de buurt.`,
  noNewsLeftTitle: 'Geen nieuws',
  noNewsLeft: (wijk: string) => `Op deze site staan nu geen berichten uit ${wijk}.`,
  noNewsInvite: 'Heb jij al iets te vertellen? We horen het graag.',

  published: 'Geplaatst op',
  updated: 'Bijgewerkt op',
  readingTime: (minutes: number) => (minutes === 1 ? '1 minuut lezen' : `${minutes} minuten lezen`),
  emptyArticle: 'Bij dit bericht staat verder geen tekst.',
  emptyInfoPage: 'Deze pagina wordt nog geschreven. Kom binnenkort nog eens kijken.',
  moreNews: 'Meer nieuws',
  newer: 'Nieuwer bericht',
  older: 'Ouder bericht',

  readAlso: (organisation: string) => `Ook van ${organisation}`,
  belongsTo: 'Hoort bij',

  agenda: 'Agenda',
  agendaIntro: (wijk: string) => `Wat er te doen is in ${wijk}.`,
  agendaDescription: (wijk: string) => `De agenda van ${wijk}: wat er te doen is, dag voor dag.`,
  today: 'Vandaag',
  tomorrow: 'Morgen',
  underway: 'Nu bezig',
  cancelled: 'Afgelast',
  cancelledPrefix: 'AFGELAST:',
  cancelledText: 'Deze activiteit gaat niet door.',
  over: 'Deze activiteit is geweest.',
  toAgenda: 'Naar de agenda',
  thisWeek: 'Deze week',
  soon: 'Binnenkort',
  allOfAgenda: 'De hele agenda',
  allDay: 'hele dag',
  at: (time: string) => `${time} uur`,
  fromTo: (from: string, to: string) => `${from}–${to} uur`,
  fromToLong: (from: string, to: string) => `${from} tot ${to} uur`,
  until: (time: string) => `tot ${time} uur`,
  upTo: (day: string) => `t/m ${day}`,
  upToLong: (day: string) => `tot en met ${day}`,
  when: 'Wanneer',
  where: 'Waar',
  price: 'Kosten',
  organiser: 'Organisatie',
  map: 'Zoek op de kaart',
  intoCalendar: 'Zet in mijn agenda',
  calendarTitle: (wijk: string) => `Agenda van ${wijk}`,
  subscribeTitle: 'De agenda op je telefoon',
  subscribe:
    'Volg de agenda van de wijk in je eigen agenda. Komt er iets bij of verandert er iets, dan zie je het daar vanzelf.',
  subscribeLink: 'Volg de agenda',
  eventDescription: (title: string, when: string, place: string) =>
    place === '' ? `${title}: ${when}.` : `${title}: ${when}, ${place}.`,
  pastEvents: 'Wat er geweest is',
  agendaOfMonth: (month: string) => `Agenda van ${month}`,
  agendaOfMonthDescription: (wijk: string, month: string) => `Wat er in ${month} te doen was in ${wijk}.`,
  noEventsTitle: 'De agenda is nog leeg',
  noEvents: (wijk: string) => `Er zijn nu geen activiteiten in ${wijk} bekend.`,
  noEventsInvite: 'Organiseer je iets voor de buurt? Laat het weten, dan komt het hier te staan.',

  organisations: 'Organisaties',
  organisationsIntro: (wijk: string) => `Clubs, verenigingen en andere groepen in ${wijk}.`,
  organisationsDescription: (wijk: string) =>
    `De organisaties van ${wijk} op een rij: wat ze doen en hoe je ze bereikt.`,
  organisationDescription: (name: string, wijk: string) =>
    `${name} in ${wijk}: wat ze doen en hoe je ze bereikt.`,
  noOrganisationsTitle: 'Hier komen de organisaties',
  noOrganisations: (wijk: string) => `Er staan nog geen clubs of verenigingen uit ${wijk} op deze site.`,
  noOrganisationsInvite: 'Hoor je bij een club of groep? Laat het weten, dan komt die hier te staan.',
  comingEvents: 'In de agenda',
  organisationNews: 'In het nieuws',
  website: 'Website',

  pictureBy: (maker: string) => `Beeld: ${maker}`,
  pictureSource: (source: string) => `via ${source}`,
  licences: { ownWork: 'eigen werk', permission: 'met toestemming' },

  aboutThisSite: 'Over deze wijk en deze site',
  contact: 'Contact',
  contactIntro: 'Vraag, tip of nieuws uit de buurt? Laat het ons weten.',
  mail: 'Mail ons',
  call: 'Bel ons',
  feed: 'Volg het nieuws met RSS',
  calendarFeed: 'Volg de agenda in je eigen kalender',
  feedTitle: (wijk: string) => `Nieuws uit ${wijk}`,
  footer: 'Deze site gebruikt geen cookies en volgt niemand.',
  printedFrom: 'Dit staat op',

  resting: {
    title: 'Deze site rust even',
    text: (_wijk: string) =>
      'Er komt nu geen nieuws bij, omdat er even niemand is om het te maken. Alles wat er staat, blijft te lezen.',
    invitation: (wijk: string) => `Wil jij ${wijk} weer van zich laten horen? Neem dan contact op.`,
  },
  archived: {
    title: 'Deze site is een archief',
    text: (wijk: string) =>
      `Er komt geen nieuws meer bij. Wat er over ${wijk} geschreven is, blijft hier staan om terug te lezen.`,
    invitation: (_wijk: string) => 'Heb je een vraag over wat hier staat? Neem dan contact op.',
  },

  search: 'Zoeken',
  searchIntro: (wijk: string) => `Zoek in alles wat er over ${wijk} op deze site staat.`,
  searchDescription: (wijk: string) => `Zoek in het nieuws, de agenda en de organisaties van ${wijk}.`,
  searchLabel: 'Waar zoek je naar?',
  searchButton: 'Zoek',
  searchWithoutScript:
    'Zoeken gebeurt in je eigen browser, en daarvoor is JavaScript nodig. Dat staat bij jou uit. Bladeren kan wel:',
  searchNone: 'Niets gevonden. Probeer een ander woord, of een stukje ervan.',
  searchOne: '1 pagina gevonden.',
  searchMany: '{count} pagina’s gevonden.',
  searchGuess: '‘{word}’ staat er niet; dit lijkt er het meest op.',
  searchFailed: 'Zoeken lukt nu niet. Kijk of je internet hebt en probeer het nog eens.',
  searchMore: 'Meer resultaten',
  /** What a result is, behind its title. */
  foundAs: { article: 'Nieuws', event: 'Agenda', organisation: 'Organisatie', infoPage: 'Over de wijk' },

  notFoundTitle: 'Deze pagina is er niet',
  notFound:
    'Misschien is het bericht weggehaald, of klopt het adres niet helemaal. Geen nood: vanaf hier vind je de weg terug.',
  notFoundHome: 'Naar de voorpagina',
  notFoundNews: 'Naar het nieuws',
} as const
