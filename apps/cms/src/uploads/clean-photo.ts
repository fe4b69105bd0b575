import { createReadStream } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'

/** What an editor may upload as a photo, by the name sharp has for it. */
const QUALITY = {
  jpeg: { quality: 86 },
  webp: { quality: 86 },
  png: { compressionLevel: 9 },
  avif: { quality: 65 },
}

/** Most pixels of a photo: 60 megapixels is above any phone, and 240 MB once decoded. */
const MAX_PIXELS = 60_000_000

export type PhotoFormat = keyof typeof QUALITY

/** A file on its way through Strapi's upload. */
export interface IncomingFile {
  readonly filepath: string
  readonly hash: string
  readonly tmpWorkingDirectory: string
}

export interface CleanedFile extends IncomingFile {
  readonly width: number
  readonly height: number
  /** In kilobytes of 1,000 bytes, as Strapi counts. */
  readonly size: number
  readonly sizeInBytes: number
  getStream(): NodeJS.ReadableStream
}

/** The format of a photo; null for a file that is not one, whatever its name says, or that is too large to decode. */
export async function photoFormat(file: string | Uint8Array): Promise<PhotoFormat | null> {
  try {
    const { format, compression, width, height } = await sharp(file).metadata()
    if (width * height > MAX_PIXELS) return null
    const name = format === 'heif' && compression === 'av1' ? 'avif' : format
    return name in QUALITY ? (name as PhotoFormat) : null
  } catch {
    return null
  }
}

/**
 * The photo written anew, upright: without that it says where and by whom it was taken, and without what else
 * may hide in the file. Strapi's own step keeps the original, place and all, when the new file is larger.
 */
export async function cleanPhoto<File extends IncomingFile>(
  file: File,
): Promise<File | (File & CleanedFile)> {
  const format = await photoFormat(file.filepath)
  if (format === null) return file
  const filepath = path.join(file.tmpWorkingDirectory, `clean-${file.hash}`)
  const { width, height, size } = await sharp(file.filepath, { limitInputPixels: MAX_PIXELS })
    .autoOrient()
    .toFormat(format, QUALITY[format])
    .toFile(filepath)
  return {
    ...file,
    filepath,
    width,
    height,
    size: Math.round(size / 10) / 100,
    sizeInBytes: size,
    getStream: () => createReadStream(filepath),
  }
}
