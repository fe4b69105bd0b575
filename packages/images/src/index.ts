/** How a photo becomes files of a release: recipes and names, pure. */
import { createHash } from 'node:crypto'

/** What is made of every photo: one WebP, never wider than this, and narrower ones for small places; for all wijken alike. */
export const photoRecipe = {
  version: 1,
  maxWidth: 1200,
  /** Of what stands beside: a thumbnail on a sharp phone, and a card or the width of a phone. */
  narrowWidths: [400, 800],
  /** WebP quality; 75 was measured as the best ratio of size to effort. */
  quality: 75,
  /** 0-6; above 4 the encoder takes twice the time for under 2 % fewer bytes. */
  effort: 4,
} as const

/** The folder of a release that holds its photos. */
export const PHOTO_FOLDER = 'foto/'

/** The file of a release for a photo with these original bytes: same bytes and recipe, same name, in every wijk. */
export function photoFile(original: Uint8Array): string {
  const { version, maxWidth, quality } = photoRecipe
  const hash = createHash('sha256')
    .update(`${version}:${maxWidth}:${quality}:`)
    .update(original)
    .digest('hex')
  return `${PHOTO_FOLDER}${hash.slice(0, 24)}.webp`
}

/** The file of the same photo, so many pixels wide: `foto/3f2a….webp` becomes `foto/3f2a…-400.webp`. */
export function narrowFile(file: string, width: number): string {
  return file.replace(/\.webp$/, `-${width}.webp`)
}
