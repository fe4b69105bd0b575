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

  aboutThisSite: 'Over deze wijk en deze site',
  contact: 'Contact',
  contactIntro: 'Vraag, tip of nieuws uit de buurt? Laat het ons weten.',
  mail: 'Mail ons',
  call: 'Bel ons',
  feed: 'Volg het nieuws met RSS',
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

  notFoundTitle: 'Deze pagina is er niet',
  notFound:
    'Misschien is het bericht weggehaald, of klopt het adres niet helemaal. Geen nood: vanaf hier vind je de weg terug.',
  notFoundHome: 'Naar de voorpagina',
  notFoundNews: 'Naar het nieuws',
} as const
