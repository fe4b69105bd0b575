import { open } from 'node:fs/promises'
import { errors } from '@strapi/utils'
import { photoFormat } from './clean-photo.ts'

/** What an editor reads when a file is not taken. */
export function refusedFile(): errors.ApplicationError {
  return new errors.ApplicationError(
    'Dit bestand kan niet. Gebruik een foto (jpg, png, webp of avif) of een pdf, van hoogstens 10 MB.',
  )
}

const PHOTO_KINDS = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif'])

/** To ask for a jpg would not help who has one. */
function unreadablePhoto(): errors.ApplicationError {
  return new errors.ApplicationError(
    'Deze foto is niet te lezen. Het bestand is stuk, of het is iets anders dan de naam zegt. Open de foto, bewaar hem opnieuw als jpg en upload die.',
  )
}

/**
 * Whether a file is a photo; refuses what is neither that nor a PDF, and what is another of the two than Strapi takes it for: that
 * believes a name before it believes the bytes, and a PDF called `foto.jpg` in an article would stop every publish of the wijk.
 */
export async function isPhoto({ filepath, mime }: IncomingKind): Promise<boolean> {
  const isOne = (await photoFormat(filepath)) !== null
  if (!isOne && !(await isPdf(filepath))) throw PHOTO_KINDS.has(mime) ? unreadablePhoto() : refusedFile()
  if (isOne !== mime.startsWith('image/'))
    throw new errors.ApplicationError(
      isOne
        ? 'Dit bestand is een foto, maar de naam zegt iets anders. Geef het een naam die eindigt op .jpg, .png, .webp of .avif, en upload het opnieuw.'
        : 'Dit bestand is een pdf, maar de naam zegt iets anders. Geef het een naam die eindigt op .pdf, en upload het opnieuw.',
    )
  return isOne
}

interface IncomingKind {
  readonly filepath: string
  /** What Strapi takes it for. */
  readonly mime: string
}

async function isPdf(filepath: string): Promise<boolean> {
  await using file = await open(filepath)
  const { buffer } = await file.read(Buffer.alloc(5), 0, 5, 0)
  return buffer.toString('latin1') === '%PDF-'
}
