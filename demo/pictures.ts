/** The illustrations of the demo: SVG in `pictures/`, made for this project, without text. */
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'

/** Every picture there is; the names of the files in `pictures/`. */
export const PICTURES = [
  'allotment',
  'canal-bridge',
  'cyclists',
  'farm',
  'lantern-evening',
  'library',
  'library-bus',
  'market',
  'mill-square',
  'new-homes',
  'playground',
  'school',
  'shopping-street',
  'snow',
  'sports-field',
  'street-party',
  'village-church',
  'workshop',
] as const

export type PictureName = (typeof PICTURES)[number]

/** Who made the pictures, as shown below them. */
export const PICTURE_MAKER = 'Wijkpers'

const WIDTH = 1600
const QUALITY = 82

/** Whether `name` is one of our pictures. */
export function isPicture(name: string): name is PictureName {
  return (PICTURES as readonly string[]).includes(name)
}

// A wijk of thousands of pages shows the same few pictures over and over.
const made = new Map<PictureName, Promise<Buffer>>()

/** The picture as a JPEG, 1600 × 1000 pixels; the same bytes every time. */
export function rasterise(name: PictureName): Promise<Buffer> {
  const known = made.get(name)
  if (known) return known
  const jpeg = toJpeg(name)
  made.set(name, jpeg)
  return jpeg
}

async function toJpeg(name: PictureName): Promise<Buffer> {
  const svg = await readFile(new URL(`pictures/${name}.svg`, import.meta.url))
  return sharp(svg).resize({ width: WIDTH }).jpeg({ quality: QUALITY }).toBuffer()
}
