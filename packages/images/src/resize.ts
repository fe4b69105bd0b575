/** The only place where pixels are touched. */
import sharp from 'sharp'
import { photoRecipe } from './index.ts'

/** A photo, made ready for the site. */
export interface ResizedPhoto {
  readonly body: Uint8Array
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** The same at every width of the recipe that is smaller than it. */
export interface ResizedPhotos extends ResizedPhoto {
  readonly narrow: readonly ResizedPhoto[]
}

/** The original could not be read as a picture. Trying again does not help; another picture does. */
export class UnreadablePhotoError extends Error {
  override readonly name = 'UnreadablePhotoError'
}

/** Largest picture that is decoded, in pixels: a camera's 100 megapixels fit, a decompression bomb does not. */
const MAX_PIXELS = 100_000_000

/** What a WebP can be at most, each way: https://developers.google.com/speed/webp/faq */
const MAX_SIDE = 16_383

/** `original` by the recipe: turned upright, without EXIF or GPS. Throws UnreadablePhotoError. */
export async function resizePhoto(original: Uint8Array): Promise<ResizedPhotos> {
  const { maxWidth, narrowWidths } = photoRecipe
  try {
    const whole = await atWidth(original, maxWidth)
    // One after another: publishes of other wijken wait for the same cores.
    const narrow: ResizedPhoto[] = []
    for (const width of narrowWidths) if (width < whole.width) narrow.push(await atWidth(original, width))
    return { ...whole, narrow }
  } catch (cause) {
    throw new UnreadablePhotoError(`[images] not a picture that can be read: ${(cause as Error).message}`, {
      cause,
    })
  }
}

async function atWidth(original: Uint8Array, width: number): Promise<ResizedPhoto> {
  const { quality, effort } = photoRecipe
  const { data, info } = await sharp(original, { limitInputPixels: MAX_PIXELS })
    .autoOrient()
    .resize({ width, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality, effort })
    .toBuffer({ resolveWithObject: true })
  return { body: data, width: info.width, height: info.height }
}
