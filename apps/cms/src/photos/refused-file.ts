import { open } from 'node:fs/promises'
import { errors } from '@strapi/utils'
import { photoFormat } from './clean-photo.ts'

/** What an editor reads when a file is not taken. */
export function refusedFile(): errors.ApplicationError {
  return new errors.ApplicationError(
    'Dit bestand kan niet. Gebruik een foto (jpg, png, webp of avif) of een pdf, van hoogstens 10 MB.',
  )
}

/** Whether a file is a photo; refuses what is neither that nor a PDF: Strapi believes a name where it knows nothing better. */
export async function isPhoto({ filepath }: { readonly filepath: string }): Promise<boolean> {
  if ((await photoFormat(filepath)) !== null) return true
  if (await isPdf(filepath)) return false
  throw refusedFile()
}

async function isPdf(filepath: string): Promise<boolean> {
  await using file = await open(filepath)
  const { buffer } = await file.read(Buffer.alloc(5), 0, 5, 0)
  return buffer.toString('latin1') === '%PDF-'
}
