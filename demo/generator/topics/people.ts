/** Who lives and works here, and how it was before. */
import type { Topic } from './topic.ts'

const shared = {
  quotes: [
    'Een goede buur is beter dan drie vergaderingen.',
    'Ik heb overal gewoond, maar hier ben ik thuis.',
    'Je moet de deur openzetten. Dan komt er vanzelf iemand binnen.',
    'Vroeger was niet beter. Het was wel dichterbij.',
  ],
  asides: [
    'Dit verhaal komt binnenkort ook in de wijkkrant, met meer foto’s. Krijg je die niet in de bus? Geef dan je adres door.',
    'Terwijl we praten, gaat twee keer de bel. Eerst is het een pakje voor de buren, daarna de buren voor hun pakje. ‘Zo gaat het de hele dag,’ zegt {voornaam}.',
    'Ook {naam2} is aangeschoven. Die woont {inStraat2} en vult aan waar {voornaam} iets vergeet. Dat is niet vaak.',
    'Buiten begint het te regenen. Niemand heeft haast. Er komt nog een keer koffie, en een trommel met de laatste speculaas.',
  ],
}

export const PEOPLE: readonly Topic[] = [
  {
    ...shared,
    titles: [
      '{naam} ({leeftijd}): ‘Ik ga hier nooit meer weg’',
      'Op de koffie bij {naam} {inStraat}',
      'Het verhaal van {naam} {inStraat}',
      '{naam} kent iedereen {inStraat}',
    ],
    summaries: [
      'Buren kennen {voornaam} van gezicht. Maar wie is het eigenlijk? We gingen op bezoek.',
      'Een gesprek aan de keukentafel, over vroeger, over de straat en over wat beter kan.',
    ],
    openings: [
      'De deur gaat open voordat we kunnen bellen. {naam} had ons al zien aankomen. ‘Ik zie alles,’ klinkt het vrolijk. ‘Dat krijg je, met zo’n raam.’',
      'Er staan drie kopjes klaar, want je weet nooit wie er nog langskomt. {naam} ({leeftijd}) woont al {jaren} jaar {inStraat} en telt de buren tegenwoordig in generaties.',
      'Boven de bank hangt een kaart van de wijk, met spelden. ‘Rood is waar ik gewoond heb,’ wijst {naam} aan. ‘Blauw is waar ik verliefd ben geweest.’ Er zitten meer blauwe dan rode in.',
    ],
    middles: [
      'Het eerste huis was klein en vochtig, met een wc op de gang. Toch wordt er met warmte over verteld. Er was altijd iemand, en altijd iets te lachen.',
      'Werken deed {voornaam} bij de wasserij, tot die dichtging. Daarna kwam de post, en met de post kwamen de verhalen. Elke brievenbus heeft er een.',
      'De wijk is veranderd. Winkels verdwenen en andere kwamen terug. ‘Vroeger haalde je alles om de hoek. Nu haal je vooral een praatje. Ook goed.’',
      'Over {deStraat} geen kwaad woord. Alleen de vuilniszakken naast de bak, daar kan {voornaam} slecht tegen. Dus worden ze elke avond even rechtgezet.',
      'Op {dag} is het druk aan tafel. Dan komt {naam2} eten, en wie er verder honger heeft. De soep is altijd voor acht, ook als er twee zijn.',
      'De kinderen wonen ver weg en bellen elke week. Maar voor een lekke band of een kapotte lamp is de buurvrouw dichterbij, en die kan het ook nog.',
    ],
    list: {
      heading: 'Kort gevraagd',
      items: [
        '**Mooiste plek?** Het bankje bij het water, na zes uur.',
        '**Lekkerste geluid?** De eerste zwaluw.',
        '**Wat kan weg?** De betonnen paaltjes.',
        '**Wat moet blijven?** De buren.',
        '**Geheim?** Een sleutel onder de derde bloempot. Die ligt er nu dus niet meer.',
      ],
    },
    closings: [
      'Bij het afscheid krijgen we een pot jam mee. Die moet wel leeg terug. ‘Dan moet je dus nog een keer komen.’',
      'Ken je ook iemand van wie wij het verhaal moeten horen? Laat het de redactie weten.',
    ],
    pictures: [
      [
        'canal-bridge',
        'Een stenen brug over een gracht, met wandelaars en een fietser. In het water vaart een bootje.',
      ],
      [
        'village-church',
        'Een man zit op een bank bij een kerk met een spitse toren. Een vrouw laat haar hond uit.',
      ],
    ],
  },
  {
    ...shared,
    titles: [
      'Nieuwe winkel {inStraat}: {naam} opent de deur',
      '{naam} begint een zaak {inStraat}',
      'Een boodschap en een praatje bij {naam} {inStraat}',
      'Ondernemer {naam} over {deStraat}',
    ],
    summaries: [
      'Er brandt weer licht achter de etalage. {voornaam} vertelt waarom juist hier.',
      'Winkels komen en gaan. Deze hoort er echt bij, vinden de klanten.',
    ],
    openings: [
      'De bel boven de deur is van de vorige eigenaar. {naam} heeft hem laten hangen. ‘Mensen herkennen het geluid. Dan voelt het meteen als hun winkel.’',
      'Om half acht gaat het rolluik omhoog, en dan staat er meestal al iemand. {naam} kent de meeste klanten inmiddels bij naam, en anders bij bestelling.',
      'Het pand {inStraat} stond {jaren} maanden leeg. Er zat papier voor de ramen. Nu zitten er vingerafdrukken op, van kinderen die naar binnen kijken.',
    ],
    middles: [
      'Het begon klein, met een kraam op de markt. Toen de rij langer werd dan de kraam, werd het tijd voor een winkel.',
      'De verbouwing deed {voornaam} samen met {naam2}. De toonbank komt uit een oude school, de lampen uit een schip. ‘Alles hier heeft al eens een leven gehad.’',
      'Rijk word je er niet van. Maar het gaat goed genoeg, en elke week een beetje beter. Vooral {dag} is druk.',
      'De winkel doet mee met de wijkkas. Van elke aankoop gaat een klein bedrag naar plannen van bewoners. Vorig jaar was dat samen {uitgave}.',
      'Wie niet goed ter been is, kan bellen. Dan wordt de bestelling thuis gebracht, op de fiets en met een praatje.',
      'Veel klanten komen ook zonder iets nodig te hebben. Daar staat een stoel voor. Er zit bijna altijd iemand op.',
    ],
    list: {
      heading: 'Goed om te weten',
      items: [
        'open van dinsdag tot en met zaterdag',
        'op {dag} tot acht uur ’s avonds',
        'contant en met pin',
        'honden mogen mee naar binnen',
        'de deur is breed genoeg voor een scootmobiel',
      ],
    },
    closings: [
      'Nieuwsgierig? Loop eens binnen {inStraat}. Er staat een schaal met iets lekkers, tot hij leeg is.',
      'Heb je zelf een zaak in de wijk en is er nieuws? Laat het de redactie weten.',
    ],
    pictures: [
      [
        'shopping-street',
        'Een winkelstraat met gestreepte zonneschermen. Mensen lopen met tassen langs de etalages.',
      ],
      ['market', 'Een markt met kramen vol fruit en bloemen. Mensen doen boodschappen.'],
    ],
  },
  {
    ...shared,
    titles: [
      'Weet jij nog hoe {deStraat} vroeger was?',
      'Oude foto van {deStraat} gevonden',
      'Verdwenen: de winkel van {voornaam} {inStraat}',
      'Herinneringen aan {deStraat}, door {naam}',
    ],
    summaries: [
      'Een doos op zolder, een foto en veel vragen. Wie weet meer?',
      '{naam} vertelt over een straat die er niet meer zo uitziet.',
    ],
    openings: [
      'De foto is klein en bruin, met een kartelrand. Er staan {aantal} kinderen op, een paard en een man met een mand. Achterop staat met potlood: {straat}.',
      'Wie nu {inStraat} loopt, ziet een rij auto’s en een glasbak. Wie {naam} hoort vertellen, ziet een smidse, een pomp en een meisje met een emmer.',
      'Het lag in een doos met kerstballen. {naam} zocht een piek en vond een schrift, vol met namen en bedragen. Het was het kasboek van een winkel {inStraat}.',
    ],
    middles: [
      'In dat huis zat een kruidenier. Je kocht er suiker uit een bak en stroop uit een kraan. Betalen deed je op vrijdag, als het loon er was.',
      'Op maandag hing de hele straat vol was. Je wist van iedereen wat hij droeg, en van wie het gestopt was.',
      'Na school speelden de kinderen buiten tot de lantaarnopsteker kwam. Zijn ladder was langer dan de dag, zegt {voornaam}.',
      '{naam2} heeft uitgezocht wie er woonden. In {handvol} huizen zaten samen meer dan vijftig mensen. Nu zijn het er elf, en twee katten.',
      'De sloop begon in 1971. Mensen stonden erbij te kijken met hun armen over elkaar. Sommigen namen een steen mee. {voornaam} heeft hem nog, op de schoorsteen.',
      'Niet alles was beter, dat wordt er eerlijk bij gezegd. Het was koud, het lekte en je moest naar buiten voor de wc.',
    ],
    list: {
      heading: 'Wat we graag willen weten',
      items: [
        'wie de man met de mand is',
        'wanneer de pomp is weggehaald',
        'hoe de hond heette',
        'of er nog meer foto’s zijn',
        'wie hier op school heeft gezeten',
      ],
    },
    closings: [
      'Weet je meer? Kom naar het verhalenuur, elke laatste {dag} van de maand om {tijd} uur, {plek}.',
      'Gooi oude foto’s niet weg. De redactie maakt er een kopie van en je krijgt ze terug.',
    ],
    pictures: [
      ['canal-bridge', 'Oude huizen aan weerszijden van een gracht, met een stenen brug en een roeibootje.'],
      ['village-church', 'Een dorpskerk tussen bomen en lage huizen, met een pad over het gras.'],
    ],
  },
]
