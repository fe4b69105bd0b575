/**
 * What residents ask, and the page they hope for: fifty questions to the demo wijk, as people type them into a telephone. Made before
 * either index was looked at. An inflection or another word for the same thing, and typing errors, are among them on purpose.
 */

/** The question, and the addresses of which any one answers it. */
export type Question = readonly [question: string, ...answers: readonly [string, ...string[]]]

export const QUESTIONS: readonly Question[] = [
  // The name of something.
  ['repaircafe', '/organisaties/repaircafe/', '/agenda/repaircafe/'],
  ['bakkerij kruim', '/ondernemers/kruim/'],
  ['de spil', '/organisaties/de-spil/'],
  ['wijkraad', '/organisaties/wijkraad/', '/wijkraad/'],
  ['spoortuin', '/organisaties/spoortuin/', '/agenda/open-dag-spoortuin/'],
  ['sv de wieken', '/organisaties/sv-de-wieken/'],
  ['kapsalon', '/ondernemers/kapsalon-haarfijn/'],
  ['fietsenmaker', '/ondernemers/fietsenmaker-rachid/', '/nieuws/bij-rachid-is-de-koffie-gratis/'],
  ['lindeschool', '/nieuws/oude-lindeschool-gaat-open/'],
  ['deelauto', '/projecten/deelauto-voor-de-wiekenlaan/'],
  // In other forms than the page has it.
  ['huisarts', '/nieuws/huisartsen-verhuizen-naar-de-spoorlaan/'],
  ['containers', '/nieuws/ondergrondse-containers-hoe-werkt-het/', '/afval-en-meldingen/'],
  ['regenton', '/nieuws/tachtig-regentonnen/'],
  ['lampion', '/nieuws/lampionnen-rond-de-molen/'],
  ['moestuin', '/organisaties/spoortuin/'],
  ['speelplek', '/speelplekken/', '/organisaties/speeltuin-de-wip/'],
  ['speeltuinen', '/organisaties/speeltuin-de-wip/', '/speelplekken/', '/nieuws/speeltuin-de-wip-is-klaar/'],
  ['plantje', '/nieuws/zeshonderd-planten-in-een-ochtend/'],
  ['gestolen fiets', '/nieuws/laat-je-fiets-graveren/'],
  ['bezorger', '/nieuws/bezorgers-gezocht-voor-de-molensteen/'],
  ['verhuizing huisartsen', '/nieuws/huisartsen-verhuizen-naar-de-spoorlaan/'],
  ['sleutels verloren', '/prikbord/sleutelbos-met-eend/'],
  ['piano', '/prikbord/piano-stemmen/'],
  ['oppas', '/prikbord/oppas-op-woensdag/'],
  ['boekenkast', '/prikbord/boekenkast-zelf-ophalen/'],
  // Typing errors.
  ['repiarcafe', '/organisaties/repaircafe/', '/agenda/repaircafe/'],
  ['biblioteek', '/nieuws/bibliotheek-langer-open/'],
  ['fysioterapie', '/ondernemers/fysiotherapie-spoorlaan/'],
  ['wijkagnet', '/nieuws/negen-vragen-aan-wijkagent-tom/'],
  ['lindeschol', '/nieuws/oude-lindeschool-gaat-open/'],
  ['rolator', '/prikbord/rollator-over/'],
  ['speeltuin de wib', '/organisaties/speeltuin-de-wip/', '/nieuws/speeltuin-de-wip-is-klaar/'],
  ['vrijmart', '/nieuws/vrijmarkt-op-het-molenplein/'],
  ['konigsdag', '/nieuws/vrijmarkt-op-het-molenplein/'],
  ['ondergronse containers', '/nieuws/ondergrondse-containers-hoe-werkt-het/'],
  // As one would ask a neighbour.
  ['wanneer wordt het papier opgehaald', '/afval-en-meldingen/'],
  ['waar kan ik kleding kwijt', '/afval-en-meldingen/'],
  ['kapotte lamp melden', '/afval-en-meldingen/'],
  ['zaal huren', '/contact/', '/organisaties/de-spil/'],
  ['wanneer is de molen open', '/organisaties/molen-de-morgenstond/', '/agenda/molen-open/'],
  ['brug dicht', '/nieuws/vijf-vragen-over-de-brug-die-dichtgaat/'],
  ['hoe hard mag je op de wiekenlaan', '/nieuws/wiekenlaan-wordt-30/'],
  ['nederlands leren', '/agenda/taalcafe/', '/nieuws/taalcafe-met-naaimachines/'],
  ['vrijwilliger worden', '/meedoen/'],
  ['telefoonnummer huisarts', '/nieuws/huisartsen-verhuizen-naar-de-spoorlaan/', '/contact/'],
  ['samen eten', '/agenda/samen-eten-op-vrijdag/'],
  ['koffie drinken met buren', '/agenda/koffie-inloop/', '/nieuws/gezocht-koffie-op-dinsdag/'],
  ['geld voor een idee in de wijk', '/nieuws/wijkkas-waar-ging-het-geld-naartoe/'],
  ['openingstijden bibliotheek', '/nieuws/bibliotheek-langer-open/'],
  [
    'voetbal voor ouderen',
    '/nieuws/voetballen-zonder-rennen/',
    '/organisaties/sv-de-wieken/',
    '/agenda/toernooi-wandelvoetbal/',
  ],
]
