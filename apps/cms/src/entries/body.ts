import { refusal } from './refusal.ts'

/** The Blocks editor copies the fields of an image into the text: the copy would outlive the photo, and pass every wall. */
export function refuseCopiedPhotos(body: unknown): void {
  if (Array.isArray(body) && body.some((block: { type?: unknown } | null) => block?.type === 'image'))
    throw refusal('body', 'Er staat een foto in de tekst. Haal hem daar weg en zet hem in het veld Foto.')
}
