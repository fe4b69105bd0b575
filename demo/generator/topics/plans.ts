/** What changes in the wijk, and who decides: streets, money, green, safety, the wijkraad. */
import type { Topic } from './topic.ts'

const shared = {
  quotes: [
    'Je moet niet wachten tot iemand anders begint.',
    'Het is niet groot, maar het is wel van ons.',
    'Wij klagen ook weleens. Maar dan wel met koffie erbij.',
    'Praten helpt. Maar een schep helpt ook.',
    'Ik hoef geen gelijk te krijgen. Ik wil weten waar ik aan toe ben.',
  ],
  asides: [
    'Niet iedereen was er meteen voor. Een paar bewoners maakten zich zorgen en zeiden dat ook. Met hen zijn afspraken gemaakt, en die staan op papier.',
    'De redactie vroeg ook de gemeente om een reactie. Die laat weten dat ze blij is met de inzet van bewoners en dat ze meedenkt waar dat kan. We houden haar daaraan.',
    'Je leest hier binnenkort ook over in de wijkkrant. Krijg je die niet in de bus? Geef dan je adres door.',
    'Wie niet zo goed leest of geen internet heeft, kan het laten uitleggen {plek}. Daar is elke {dag} iemand die er de tijd voor neemt.',
  ],
}

export const PLANS: readonly Topic[] = [
  {
    ...shared,
    titles: [
      'Werk {inStraat} duurt {handvol} weken',
      '{straat} dicht: zo rijd je om',
      'Nieuwe drempels {inStraat}',
      'Minder hard rijden {inStraat}: dit gaat er gebeuren',
    ],
    summaries: [
      'De gemeente gaat aan het werk {inStraat}. Lees wanneer, waarom en waar je langs kunt.',
      'Er wordt te hard gereden {inStraat}. Daarom verandert er iets aan de weg.',
    ],
    openings: [
      'Bewoners vroegen er {jaren} jaar om en nu gaat het gebeuren. Op {dag} begint de aannemer met het werk {inStraat}.',
      'Vorig jaar telde de gemeente {inStraat} elke dag meer dan duizend auto’s. Een derde daarvan reed te hard. Dat moet anders.',
      'Er staan al gele borden {inStraat}. Wie goed leest, weet wat er komt. Voor wie haast had, leggen we het hier uit.',
    ],
    middles: [
      'De weg gaat in twee delen open. Lopend kun je altijd bij je voordeur komen. Met de fiets moet je afstappen, of omrijden via de parallelweg.',
      'Hulpdiensten kunnen er steeds langs. De vuilnisauto niet. Zet je bak daarom op de hoek, waar een rood kruis op de stoep staat.',
      'Ook het riool wordt vervangen, want dat is uit 1958. Daarna kan regenwater apart weglopen naar de vijver. Dat scheelt natte kelders.',
      'Er verdwijnen {handvol} parkeerplekken op de hoeken. Dat is voor de veiligheid: wie oversteekt, is dan eerder te zien.',
      '{naam} woont op de hoek en telde zelf mee, met een schrift op de vensterbank. ‘Ik ben geen zeurder,’ zegt {voornaam}. ‘Maar ik heb kleinkinderen.’',
      'Na een half jaar wordt er opnieuw geteld. De uitkomst komt op deze site te staan, ook als hij tegenvalt.',
    ],
    list: {
      heading: 'Wat er verandert',
      items: [
        'een drempel ter hoogte van nummer {aantal}',
        'een zebrapad met extra licht',
        'een rode strook voor fietsers, aan beide kanten',
        'een bredere stoep bij de bushalte',
        'twee bomen in plaats van een betonnen bak',
        'een bord dat je snelheid laat zien, met een gezicht erbij',
      ],
    },
    closings: [
      'Heb je vragen, of komt er elke dag thuiszorg bij je? Bel de uitvoerder op 019-555 09 17. Die denkt met je mee.',
      'Op {dag} is er inloop {plek}, van {tijd} tot {eindtijd} uur. De tekeningen hangen dan aan de muur.',
    ],
    pictures: [
      [
        'cyclists',
        'Mensen fietsen over een rood fietspad langs het water. Achter hen staan een molen en een rij huizen.',
      ],
      ['shopping-street', 'Een straat met winkels en zonneschermen. Er lopen en fietsen mensen voorbij.'],
    ],
  },
  {
    ...shared,
    titles: [
      '{bedrag} uit de wijkkas voor {club}',
      'Wijkkas betaalt mee aan plan {inStraat}',
      'Plan van {naam} krijgt {bedrag}',
      'Wat deden we met {bedrag} {inStraat}?',
    ],
    summaries: [
      'Een groep gelote bewoners koos dit plan uit {aantal} ideeën. Dit gaat er met het geld gebeuren.',
      'Geld van winkels en bewoners komt terug in de wijk. Hier staat hoe.',
    ],
    openings: [
      'De envelop was dun, maar het nieuws was goed. {naam} las het twee keer voor de zekerheid: het plan krijgt {bedrag} uit de wijkkas.',
      'Zeven bewoners, door het lot aangewezen, lazen dit jaar {aantal} plannen. Eén avond, twee kannen koffie, en toen waren ze eruit.',
      'Geld uit de wijkkas is geld van ons allemaal. Daarom vertellen we elke keer precies waar het blijft. Deze keer: {bedrag}.',
    ],
    middles: [
      'Het idee ontstond {inStraat}, aan de keukentafel. {naam2} tekende het uit op de achterkant van een rekening. Die tekening hangt nu ingelijst {plek}.',
      'Het grootste deel, {uitgave}, gaat naar materiaal. Het werk doen buren zelf, verdeeld over {handvol} zaterdagen.',
      'Niet elk plan kreeg geld. De groep vond twee plannen goed maar te duur, en één plan eigenlijk een taak van de gemeente. De indieners hebben een brief met uitleg gekregen.',
      'Een voorwaarde was dat het plan voor iedereen is. Daarom komt er ook een ingang zonder drempel, en hangt er straks een bord met eenvoudige tekst.',
      'Over een half jaar laten we zien hoe het is geworden, met foto en bonnetjes.',
      'De winkeliers in de buurt leggen elk jaar geld in. Zij merken het ook als er iets te beleven is in de wijk.',
    ],
    list: {
      heading: 'Zo wordt het geld besteed',
      items: [
        'hout en verf: {uitgave}',
        'gereedschap dat daarna te leen is',
        'planten die tegen droogte kunnen',
        'eten en drinken voor de helpers',
        'een bank met een rugleuning',
        'een kleine pot voor wat tegenzit',
      ],
    },
    closings: [
      'Zelf een plan? Indienen kan vóór 1 maart en vóór 1 oktober. Eén bladzijde is genoeg.',
      'De bonnetjes liggen {plek}. Iedereen mag ze bekijken.',
    ],
    pictures: [
      [
        'playground',
        'Een speeltuin met een schommel, een glijbaan en een zandbak. Kinderen spelen, een vrouw kijkt toe.',
      ],
      ['allotment', 'Een moestuin met volle bedden en een blauw schuurtje. Drie mensen zijn aan het werk.'],
    ],
  },
  {
    ...shared,
    titles: [
      'Geveltuinen {inStraat}: {aantal} tegels eruit',
      'Nieuw groen {inStraat}',
      'Samen planten {inStraat}',
      '{club} maakt {deStraat} groener',
    ],
    summaries: [
      'Met een schep, een emmer en {handvol} buren wordt een grijze stoep een tuin.',
      'Bewoners plantten bloemen, kruiden en klimrozen. Je kunt nog meedoen.',
    ],
    openings: [
      'De eerste tegel is altijd de lastigste. {naam} zette er de schep onder en ging erop staan. Toen kwam hij los, en daarna ging het vanzelf.',
      'Vorig jaar was het hier nog grijs. Nu zoemt het. {inStraat} staan stokrozen van twee meter hoog en ligt er een kat in de lavendel.',
      'Op {dag} stond er om {tijd} uur een kar vol planten {inStraat}. Om twaalf uur was de kar leeg.',
    ],
    middles: [
      'Groen houdt de straat koel. Op een warme dag scheelt het al gauw vijf graden. En na een bui zakt het water in de grond, in plaats van in de kelder.',
      '{naam2} weet welke plant waar kan. In de zon lavendel en salie, in de schaduw varens en vrouwenmantel. En overal klimop, als je maar snoeit.',
      'Kinderen maakten bordjes met de namen van de planten. Bij één plant staat: weet ik niet, maar hij is mooi.',
      'De gemeente haalt de tegels gratis op. Ze worden gebruikt voor een pad in het park, dus je loopt er nog weleens overheen.',
      'Belangrijk is dat er 1,20 meter stoep vrij blijft. Dan kunnen een rolstoel en een kinderwagen er langs.',
      'Er is ook gedacht aan dieren. {inStraat2} hangen {handvol} kastjes voor mussen en twee voor vleermuizen.',
    ],
    list: {
      heading: 'Zo houd je het in leven',
      items: [
        'geef de eerste zes weken elke dag water',
        'leg wat schors om de planten, tegen uitdrogen',
        'knip dode bloemen weg',
        'vraag de buren als je op vakantie gaat',
        'laat in de winter de stengels staan, daar slapen insecten in',
      ],
    },
    closings: [
      'Er staan nog plantjes {plek}. Neem er een mee, en neem er ook een mee voor je nieuwe buren.',
      'Meedoen kan op elke eerste {dag} van de maand. Laarzen zijn handig, groene vingers niet nodig.',
    ],
    pictures: [
      [
        'allotment',
        'Een moestuin met kolen, tomaten en pompoenen. Bij een blauw schuurtje staan zonnebloemen.',
      ],
      ['cyclists', 'Bomen en bloemen langs een fietspad bij het water. Er fietsen mensen voorbij.'],
    ],
  },
  {
    ...shared,
    titles: [
      'Veilig {inStraat}: tips van de wijkagent',
      '{aantal} meldingen {inStraat}: dit kun je doen',
      'Zo maken buren {deStraat} veiliger',
      'Met een zaklamp door {deStraat}',
    ],
    summaries: [
      'Bewoners maakten zich zorgen. De politie, de gemeente en de straat maakten samen een plan.',
      'Melden helpt, ook als er niets meteen gebeurt. De wijkagent legt uit waarom.',
    ],
    openings: [
      'Eerst ging er één lamp stuk, toen drie. Daarna liep er ’s avonds niemand meer graag {inStraat}. {naam} schreef de nummers van de palen op en belde de gemeente.',
      'Een nette man met een map stond aan de deur {inStraat}. Hij zei dat hij van het water was. {naam} ({leeftijd}) deed open, maar liet de ketting erop.',
      'In één maand kwamen er {aantal} meldingen binnen van bewoners {inStraat}. Dat lijkt slecht nieuws. De wijkagent is er blij mee.',
    ],
    middles: [
      '‘Acht meldingen is een patroon,’ zegt de wijkagent. ‘Nul meldingen is een rustige straat. Dan kom ik er ook niet.’',
      'Bewoners liepen een avond rond met een zaklamp en een lijst. Ze noteerden donkere hoeken, losse tegels en struiken die te ver uitgroeien. De lijst ligt nu bij de gemeente.',
      'Twee buren hebben elkaars nummer op de koelkast gehangen. Het klinkt simpel en dat is het ook. Sindsdien slapen ze beter.',
      '{naam2} helpt mensen met goede sloten. Dat kan gratis als je boven de 70 bent. Je kunt je opgeven {plek}.',
      'Camera’s komen er voorlopig niet. De meeste bewoners willen eerst meer licht en minder hoeken waar je niet omheen kunt kijken.',
      'Over drie maanden lopen ze dezelfde ronde nog een keer. Dan is te zien wat er is gedaan, en wat niet.',
    ],
    list: {
      heading: 'Wat je zelf kunt doen',
      items: [
        'zet je fiets met twee sloten vast',
        'laat onbekenden niet binnen, ook niet met een pasje',
        'doe altijd aangifte of een melding',
        'laat een lamp branden als je weg bent',
        'ken je buren, ook die van twee deuren verder',
      ],
    },
    closings: [
      'Zie je iets wat nu gebeurt? Bel **112**. Is er geen haast, bel dan het algemene nummer van de politie.',
      'De wijkagent zit elke {dag} van {tijd} tot {eindtijd} uur {plek}. Je hoeft geen afspraak te maken.',
    ],
    pictures: [
      [
        'lantern-evening',
        'Avond in de wijk. Lantaarns verlichten een plein met oude gevels en mensen met lampionnen.',
      ],
    ],
  },
  {
    ...shared,
    titles: [
      'Uit de wijkraad: {deStraat} en {bedrag}',
      'Wijkraad praat over {deStraat}',
      '{aantal} bewoners bij de wijkraad over {deStraat}',
      'Besloten: dit gebeurt er met {deStraat}',
    ],
    summaries: [
      'Het was een volle zaal en een lange avond. Dit is er besloten, en dit is blijven liggen.',
      'De wijkraad vergaderde {plek}. Een verslag in het kort.',
    ],
    openings: [
      'Er waren {aantal} stoelen en te weinig koffie. De wijkraad vergaderde {plek}, en het onderwerp dat iedereen bezighield was {deStraat}.',
      'Voorzitter {naam} opende om {tijd} uur en vroeg wie er voor het eerst was. De helft van de zaal stak een hand op.',
      'Sommige vergaderingen zijn voorbij voor je jas droog is. Deze niet. Pas na drie uur viel de hamer.',
    ],
    middles: [
      'Over {deStraat} waren de meningen verdeeld. De ene helft wil meer groen, de andere helft wil kunnen parkeren. {naam2} stelde voor om het een half jaar te proberen. Daar was iedereen voor.',
      'De gemeente had een ambtenaar gestuurd die eerlijk zei dat er dit jaar geen geld is. Dat werd gewaardeerd, meer dan een mooi verhaal.',
      'De penningmeester liet zien hoe het gaat met de wijkkas. Er zit {bedrag} in. Dat is iets meer dan vorig jaar om deze tijd.',
      'Jongeren vroegen om een plek waar ze droog kunnen zitten. Ze hadden een tekening bij zich en hadden al met de buren gepraat. De raad was onder de indruk.',
      'Over de prullenbakken is opnieuw gesproken. Ze worden voortaan ook op zondag geleegd. Dat is een proef van zes maanden.',
      'Een bewoner vroeg waarom het verslag altijd zo laat komt. Hij had gelijk. Vanaf nu staat het binnen drie dagen op deze site.',
    ],
    list: {
      heading: 'Besluiten',
      items: [
        'proef {inStraat} van zes maanden',
        'brief aan de gemeente over de verlichting',
        '{uitgave} voor {club}',
        'een extra bank bij de bushalte',
        'een gesprek met de sportschool over parkeren',
        'de sleutel van de zaal gaat naar {voornaam2}',
      ],
    },
    closings: [
      'De volgende vergadering is over zes weken, weer {plek}. Je bent welkom en je mag gewoon iets vragen.',
      'Wil je iets op de agenda? Geef het uiterlijk een week van tevoren door aan de secretaris.',
    ],
    pictures: [
      [
        'mill-square',
        'Een plein met een molen, omringd door oude gevels. Op het plein wandelen en fietsen mensen.',
      ],
      ['school', 'Een oud schoolgebouw met een klok in de gevel. Op het plein lopen ouders en kinderen.'],
    ],
  },
]
