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

/** The original could not be read as a picture. Trying again does not help; another picture does. */
export class UnreadablePhotoError extends Error {
  override readonly name = 'UnreadablePhotoError'
}

/** Largest picture that is decoded, in pixels: a camera's 100 megapixels fit, a decompression bomb does not. */
const MAX_PIXELS = 100_000_000

/** `original` by the recipe: turned upright, without EXIF or GPS. Throws UnreadablePhotoError. */
export async function resizePhoto(original: Uint8Array): Promise<ResizedPhoto> {
  const { maxWidth, quality, effort } = photoRecipe
  try {
    const { data, info } = await sharp(original, { limitInputPixels: MAX_PIXELS })
      .autoOrient()
      .resize({ width: maxWidth, withoutEnlargement: true })
      .webp({ quality, effort })
      .toBuffer({ resolveWithObject: true })
    return { body: data, width: info.width, height: info.height }
  } catch (cause) {
    throw new UnreadablePhotoError(`[images] not a picture that can be read: ${(cause as Error).message}`, {
      cause,
    })
  }
}
