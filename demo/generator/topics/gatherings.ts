/** What people do together: feasts, volunteering, sport, learning. */
import type { Topic } from './topic.ts'

const shared = {
  quotes: [
    'Ik dacht: wie komt hier nou op af? Nou, iedereen dus.',
    'Ik ken nu in een middag meer mensen dan in drie jaar.',
    'Als het regent, doen we het binnen. Zo moeilijk is het niet.',
    'Vroeger groette ik niemand. Nu kom ik niet meer op tijd.',
    'Ik had er niets van verwacht en ik ben tot het eind gebleven.',
  ],
  asides: [
    '{naam2} was er de hele tijd bij en maakte foto’s. Een deel daarvan hangt binnenkort {plek}. Sta je erop en wil je dat niet? Zeg het, dan gaat de foto weg.',
    'Wie slecht ter been is, kan worden opgehaald. Bel daarvoor een dag van tevoren naar 019-555 09 45. De rit kost niets als je in de wijk blijft.',
    'Het idee is niet nieuw. In een andere wijk doen ze het al {jaren} jaar. {naam} ging er kijken en kwam terug met een volle map en een pot jam.',
    'Opvallend was hoeveel jonge gezinnen er meededen. Veel van hen wonen nog maar kort {inStraat} en zochten een manier om mensen te leren kennen.',
  ],
}

export const GATHERINGS: readonly Topic[] = [
  {
    ...shared,
    titles: [
      'Straatfeest {inStraat} trekt {aantal} mensen',
      'Feest {inStraat}: zo was het',
      '{jaren} jaar straatfeest {inStraat}',
      'Lange tafel {inStraat}: iedereen schoof aan',
    ],
    summaries: [
      'Er was muziek, er was te veel salade en het bleef tot laat gezellig {inStraat}.',
      'Buren zetten hun tafels achter elkaar en aten samen. {voornaam} hield de stand bij.',
    ],
    openings: [
      'Om vier uur stond er nog een auto. Om vijf uur stond er een tafel van dertig meter. {naam} had de sleutel van de buurman gevonden en de straat was vrij.',
      'Wie {dag} {inStraat} kwam, rook het al van ver. Op elke stoep stond een pan, en op de meeste pannen een naam.',
      'Het begon met een briefje in de bus: neem een stoel mee en iets lekkers. Meer stond er niet op. Het was genoeg voor {aantal} mensen.',
    ],
    middles: [
      'Voor de kinderen was er een springkussen, en voor wie dat niet meer kan een schaduwplek met kussens op de bank. Halverwege de middag werd er van plek gewisseld.',
      '{naam2} had een oude draaitafel aangesloten op de fietsdynamo. Zolang er iemand trapte, was er muziek. Dat ging verrassend lang goed.',
      'Nieuwe bewoners kregen een sticker met hun huisnummer. Zo wist iedereen meteen wie er boven, onder of naast wie woont. Twee gezinnen ontdekten dat ze al een jaar aan dezelfde muur sliepen.',
      'Aan het eind van de avond werd er geveegd met muziek erbij. Om elf uur lag er niets meer op straat, behalve krijt.',
      'De kosten waren {uitgave}. Een deel kwam uit de wijkkas, de rest uit een pot die van hand tot hand ging.',
      'Een bewoner van de overkant keek eerst uit het raam en daarna toch maar mee. ‘Ik kwam klagen over het geluid,’ zei hij later, ‘maar toen stond er koffie.’',
    ],
    list: {
      heading: 'Wat er op tafel stond',
      items: [
        '{handvol} soorten salade',
        'een pan soep van {voornaam}',
        'stokbrood, meer dan nodig',
        'appeltaart met en zonder rozijnen',
        'kip in pindasaus',
        'een watermeloen in de vorm van een egel',
        'limonade van vlierbloesem',
      ],
    },
    closings: [
      'Volgend jaar is het feest weer op de laatste {dag} van juni. De organisatie zoekt iemand met een aanhanger.',
      'Er liggen nog drie schalen zonder naam bij {voornaam}. Herken je ze, bel dan even aan.',
    ],
    pictures: [
      [
        'street-party',
        'Buren zitten aan een lange gedekte tafel op straat. Tussen de gevels hangen slingers.',
      ],
      ['market', 'Een plein met kramen en oude gevels. Boven het plein hangen slingers met vlaggetjes.'],
    ],
  },
  {
    ...shared,
    titles: [
      'Gezocht: {handvol} vrijwilligers voor {club}',
      'Heb jij een uurtje over voor {club}?',
      '{club} kan niet zonder jou, zegt {voornaam}',
      'Wie helpt mee {plek}? {voornaam} zoekt hulp',
    ],
    summaries: [
      'De ploeg is klein geworden en het werk niet. {naam} vertelt wat je kunt doen.',
      'Je hoeft er niets voor te kunnen. Eén keer per maand is al genoeg.',
    ],
    openings: [
      '‘We waren met twaalf en nu met vijf,’ zegt {naam}. ‘Dat gaat nog net. Maar als er iemand griep krijgt, is het voorbij.’',
      'Op de lijst aan de muur staan veertien taken en zes namen. Bij drie taken staat dezelfde naam. Die van {naam}.',
      'Bij {club} hangt een briefje op de deur: help, wij zijn moe. Het is een grap, maar niet helemaal.',
    ],
    middles: [
      'Het werk is niet moeilijk. Je zet stoelen klaar, je ontvangt mensen en je ruimt samen op. De rest leer je onderweg, van iemand die het al jaren doet.',
      'Er zijn ook klussen voor wie liever thuis werkt. De ledenlijst bijhouden bijvoorbeeld, of een berichtje schrijven voor deze site.',
      'Nederlands hoef je niet perfect te spreken. {naam2} begon {jaren} jaar geleden met honderd woorden en leidt nu nieuwe mensen op.',
      'Je krijgt een vergoeding voor je kosten en één keer per jaar een uitje. Belangrijker vinden de meesten de koffie daarna.',
      'Wie eerst wil kijken, mag een keer meelopen. Bevalt het niet, dan zeg je dat. Niemand wordt boos.',
      'Jongeren kunnen er hun maatschappelijke stage doen. Vorig jaar bleven er twee van de drie daarna gewoon komen.',
    ],
    list: {
      heading: 'Hier is hulp bij nodig',
      items: [
        'koffie schenken, op {dag}',
        'boodschappen doen voor het eten',
        'posters ophangen in de winkels',
        'de kas bijhouden, een uur per maand',
        'kinderen begeleiden bij het knutselen',
        'de sleutel bewaren en op tijd afsluiten',
      ],
    },
    closings: [
      'Meld je bij {voornaam}: 019-555 09 22. Of kom op {dag} om {tijd} uur kijken {plek}.',
      'Zin? Loop een keer binnen {plek}. De koffie is gratis en je mag gewoon weer weg.',
    ],
    pictures: [
      ['workshop', 'Vrijwilligers werken samen aan een lange tafel. Aan de muur hangt gereedschap.'],
      ['allotment', 'Drie mensen werken in een moestuin met kolen, tomaten en pompoenen.'],
    ],
  },
  {
    ...shared,
    titles: [
      '{voornaam} krijgt {deStraat} in beweging',
      'Sporten {inStraat} voor wie lang stilzat',
      'Elke {dag} bewegen met {voornaam}',
      'Samen een blokje om vanaf {deStraat}',
    ],
    summaries: [
      'Je hoeft niet hard te kunnen en niet lang. Meedoen is genoeg, zegt {naam}.',
      'Buiten, gratis en met koffie na. {aantal} mensen doen al mee.',
    ],
    openings: [
      '‘Rustig aan, het is geen wedstrijd,’ roept {naam}. Achteraan wordt gelachen. Het tempo gaat omhoog.',
      'Op {dag} om {tijd} uur verzamelt zich een groepje {inStraat}. De een draagt een trainingspak, de ander een regenjas. Iedereen draagt goede schoenen.',
      'Een jaar geleden begon het met drie mensen en een bal. Nu zijn het er {aantal} en is er een wachtlijst voor de hesjes.',
    ],
    middles: [
      'De jongste is {handvol} jaar, de oudste 84. Ze doen niet hetzelfde, maar wel tegelijk. Dat is het idee.',
      'De huisarts verwijst er mensen naartoe. Niet met een recept, maar met een briefje waarop een tijd staat en een naam: {voornaam}.',
      '{naam2} had vorig jaar een nieuwe knie. ‘Eerst telde ik de stappen. Nu tel ik de ijsvogels. Het waren er deze week twee.’',
      'Na afloop wordt er koffie gedronken {plek}. Dat duurt meestal langer dan het sporten zelf.',
      'Regen is geen reden om thuis te blijven, vindt de groep. Alleen bij onweer gaat het niet door. Dan wordt er gekaart.',
      'Voor de spullen was {uitgave} nodig. Dat kwam van {club} en uit een actie met zelfgemaakte stroopwafels.',
    ],
    list: {
      heading: 'Wat heb je nodig?',
      items: [
        'schoenen die vastzitten',
        'een flesje water',
        'kleren die vies mogen worden',
        'een beetje tijd, ongeveer een uur',
        'niemand anders: alleen komen kan ook',
      ],
    },
    closings: [
      'De eerste drie keer zijn gratis. Daarna kost het € 5 per maand. Is dat te veel, zeg het dan. Er is een potje.',
      'Aanmelden hoeft niet. Wees er op {dag} om {tijd} uur, {inStraat}.',
    ],
    pictures: [
      [
        'sports-field',
        'Een voetbalveld met spelers in rood en blauw. Langs de lijn moedigen mensen hen aan.',
      ],
      ['cyclists', 'Een groepje mensen fietst langs het water. Aan de overkant staat een rij oude huizen.'],
    ],
  },
  {
    ...shared,
    titles: [
      'Repareren, lezen en naaien: {dag} {plek}',
      'Leren van {naam}: cursus voor buren {inStraat}',
      '{aantal} mensen bij de open dag van {club}',
      'Boeken, koffie en hulp {inStraat}',
    ],
    summaries: [
      'Er is elke week iets te doen {plek}. Je hoeft je niet aan te melden.',
      'Iedereen kan iets wat een ander wil leren. {naam} brengt die mensen bij elkaar.',
    ],
    openings: [
      'Op tafel ligt een kapot broodrooster, en daarnaast een woordenboek. Het broodrooster is van {naam}, het woordenboek van iedereen.',
      'De deur {plek} staat open, dus je kunt gewoon doorlopen. Binnen ruikt het naar soep en soldeer.',
      '{naam} geeft les in iets wat niemand op school leert: hoe je een formulier invult zonder boos te worden. Elke {dag} zitten er {handvol} mensen aan tafel.',
    ],
    middles: [
      'De regel is dat je meekijkt. Dus je brengt je stofzuiger niet weg, je maakt hem samen. Twee van de drie gaan weer heel naar huis.',
      'Aan de andere kant van de zaal wordt genaaid en gepraat. Mensen die Nederlands leren, vinden dat makkelijker met hun handen bezig. Er is altijd wel iemand die een woord weet.',
      'Kinderen kunnen er hun huiswerk maken, in de achterste kamer. Daar is het stil en er zijn stopcontacten. {naam2} helpt met rekenen.',
      'Voor wie thuis geen computer heeft, staan er drie. Je kunt er ook printen, voor tien cent per bladzijde.',
      'Wat je leert, mag je doorgeven. Zo leerde een jongen van veertien haken van een mevrouw van tachtig. Zij leerde van hem hoe je beeldbelt.',
      'Alles is gratis, alleen onderdelen betaal je zelf. Wie wat kan missen, doet iets in de pot. Vorig jaar zat daar {uitgave} in.',
    ],
    list: {
      heading: 'Deze week',
      items: [
        'maandag: breien en haken, vanaf 14.00 uur',
        'dinsdag: hulp bij formulieren, vanaf 9.30 uur',
        'woensdag: huiswerk en thee, vanaf 15.00 uur',
        'donderdag: taalcafé, vanaf 9.30 uur',
        'vrijdag: samen eten, € 5, vanaf 18.00 uur',
        'zaterdag: spullen repareren, vanaf 13.00 uur',
      ],
    },
    closings: [
      'Kom langs {plek}. Er is een lift, en de koffie is klaar voor je er bent.',
      'Wil je zelf iets leren aan een ander? Vertel het {voornaam}. Er is altijd een tafel vrij.',
    ],
    pictures: [
      [
        'library',
        'De leeszaal van een bibliotheek met hoge kasten vol boeken. Mensen lezen aan een ronde tafel.',
      ],
      ['workshop', 'Drie mensen repareren spullen aan een werktafel. Er hangt gereedschap aan de muur.'],
      [
        'library-bus',
        'Een groene bibliotheekbus met een open klep vol boeken. Kinderen en volwassenen staan ervoor.',
      ],
    ],
  },
]
