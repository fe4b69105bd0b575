/** Strapi's upload plugin, with what a file has to know about the wijk it belongs to and about its bytes. */
import { readFile } from 'node:fs/promises'
import { isTaggedPdf } from '../../uploads/tagged-pdf.ts'
import { cleanPhoto } from '../../uploads/clean-photo.ts'
import { isPhoto } from '../../uploads/refused-file.ts'

interface Plugin {
  readonly contentTypes: {
    readonly file: { readonly schema: { readonly attributes: Record<string, object> } }
  }
  readonly services: Record<string, object>
}

interface File {
  readonly filepath: string
  readonly mime: string
  taggedPdf?: boolean
}

/** Whether it is a photo. What is none is a PDF, and is kept with whether that can be read out: Strapi asks before it keeps a file. */
async function isPhotoOrNoted(file: File): Promise<boolean> {
  if (await isPhoto(file)) return true
  file.taggedPdf ??= isTaggedPdf(await readFile(file.filepath))
  return false
}

export default (plugin: Plugin): Plugin => {
  Object.assign(plugin.contentTypes.file.schema.attributes, {
    // documentId of the wijk; empty until the first use of what an operator uploaded.
    wijkKey: { type: 'string', configurable: false, private: true },
    // documentIds of wijken that it was of before, with spaces between: their earlier releases may show it.
    formerWijkKeys: { type: 'text', configurable: false, private: true },
    // Differs when the bytes do: replacing a file keeps its address.
    bytesVersion: { type: 'string', configurable: false, private: true },
    // Of a PDF: whether it can be read out; empty for one from before that was looked at.
    taggedPdf: { type: 'boolean', configurable: false, private: true },
  })

  plugin.services['image-manipulation'] = {
    ...plugin.services['image-manipulation'],
    // Strapi does not know AVIF by the name that sharp gives it, and would keep it as it came.
    isImage: isPhotoOrNoted,
    isOptimizableImage: isPhoto,
    // Asked of photos only, when the file may have been moved to its place already.
    isResizableImage: () => Promise.resolve(true),
    optimize: cleanPhoto,
  }
  return plugin
}
