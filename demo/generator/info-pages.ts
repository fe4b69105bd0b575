/** The info pages of a made-up wijk. */
import type { DemoInfoPage, DemoSettings } from '../demo-wijk.ts'
import { textToBlocks } from '../text-to-blocks.ts'

/** The four pages that every wijk needs first, in the order of the menu. */
export function infoPagesOf({ name, contactEmail, contactPhone }: DemoSettings): DemoInfoPage[] {
  const page = (position: number, slug: string, title: string, text: string): DemoInfoPage => ({
    kind: 'infoPage',
    slug,
    title,
    body: textToBlocks(text),
    position,
  })
  return [
    page(
      10,
      'over-de-wijk',
      'Over de wijk',
      `${name} bestaat niet echt. Deze wijk is gemaakt door de computer, om te proberen hoe een grote site werkt.

De straten, de mensen en de bedragen zijn bedacht. Komt iets je bekend voor, dan is dat toeval.

## Wat vind je hier?

- Nieuws over de straten, van feest tot wegwerk
- Verhalen van bewoners
- Besluiten van de wijkraad en uitgaven van de wijkkas`,
    ),
    page(
      20,
      'meedoen',
      'Meedoen',
      `In ${name} is altijd iets te doen, en meestal is er net iemand te weinig.

1. Kies iets wat je leuk vindt.
2. Loop een keer mee.
3. Zeg eerlijk of het bevalt.

Je kunt ook meehelpen aan deze site. Schrijven hoef je niet te kunnen. Een goede foto of een tip is ook welkom.`,
    ),
    page(
      30,
      'spelen-en-groen',
      'Spelen en groen',
      `## Speeltuin

Achter de school ligt een speeltuin met een hek eromheen. Honden mogen er niet in.

## Park

Het park is dag en nacht open. De lampen gaan om elf uur uit. Vuur maken mag alleen op de vuurplaats.

Is er iets stuk? Meld het bij de gemeente en zet er de dichtstbijzijnde straat bij.`,
    ),
    page(
      40,
      'contact',
      'Contact',
      `Mail de redactie: [${contactEmail}](mailto:${contactEmail}). Bellen kan ook: ${contactPhone}.

## Je privacy

Deze site gebruikt geen cookies en telt geen bezoekers.`,
    ),
  ]
}
