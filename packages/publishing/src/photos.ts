/** The photos and documents that live entries refer to, and the logo of their wijk: only these become public. */
import { documentsOf, nameOf, photosOf, type Photo, type Wijk } from '@wijkpers/content'
import { photoKey, type SitePhoto } from '@wijkpers/content/site'
import type { VersionedEntry } from '@wijkpers/content/strapi'
import type { FileWithBody, PhotoStore } from './ports.ts'

/** A photo or document of an entry cannot become a file of the site. `cause` says why. */
export class UploadFailedError extends Error {
  override readonly name = 'UploadFailedError'
  readonly kind: 'photo' | 'document'
  /** Title of the entry that has it, or name of the wijk of which it is the logo. */
  readonly title: string
  constructor(kind: 'photo' | 'document', title: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super(`[publishing] the ${kind} of "${title}": ${why}`, { cause })
    this.kind = kind
    this.title = title
  }
}

/** The logo of `wijk` and all photos of `entries`, each once, with the title of what shows it. */
export function shownPhotos(
  { name, logo }: Pick<Wijk, 'name' | 'logo'>,
  entries: Iterable<VersionedEntry>,
): Map<string, { readonly photo: Pick<Photo, 'url' | 'version'>; readonly title: string }> {
  const shown = new Map<string, { photo: Pick<Photo, 'url' | 'version'>; title: string }>()
  if (logo) shown.set(photoKey(logo), { photo: logo, title: name })
  for (const { entry } of entries)
    for (const photo of photosOf(entry)) shown.set(photoKey(photo), { photo, title: nameOf(entry) })
  return shown
}

/** The photos of a site as pages show them, and as files of the release. Throws UploadFailedError. */
export async function takePhotos(
  wijk: Pick<Wijk, 'name' | 'logo'>,
  entries: Iterable<VersionedEntry>,
  store: PhotoStore,
) {
  const shown = shownPhotos(wijk, entries)
  const onSite: Record<string, SitePhoto> = {}
  const files = new Map<string, FileWithBody>()
  for (const [key, { photo, title }] of shown) {
    const file = await store.file(photo).catch((cause: unknown) => {
      throw new UploadFailedError('photo', title, cause)
    })
    const narrow = file.narrow.map(({ path, width }) => ({ src: `/${path}`, width }))
    onSite[key] = { src: `/${file.path}`, width: file.width, height: file.height, bytes: file.size, narrow }
    for (const one of [file, ...file.narrow]) files.set(one.path, one)
  }
  return { onSite, files: [...files.values()] }
}

/** All documents of `entries` as files of the release. Throws UploadFailedError. */
export async function takeDocuments(
  entries: Iterable<VersionedEntry>,
  store: PhotoStore,
): Promise<FileWithBody[]> {
  const files = new Map<string, FileWithBody>()
  for (const { entry } of entries)
    for (const document of documentsOf(entry)) {
      const file = await store.document(document).catch((cause: unknown) => {
        throw new UploadFailedError('document', nameOf(entry), cause)
      })
      files.set(file.path, file)
    }
  return [...files.values()]
}
