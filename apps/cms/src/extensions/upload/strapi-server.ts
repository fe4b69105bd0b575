/** Strapi's upload plugin, with what a file has to know about the wijk it belongs to and about its bytes. */
import { cleanPhoto } from '../../photos/clean-photo.ts'
import { isPhoto } from '../../photos/refused-file.ts'

interface Plugin {
  readonly contentTypes: {
    readonly file: { readonly schema: { readonly attributes: Record<string, object> } }
  }
  readonly services: Record<string, object>
}

export default (plugin: Plugin): Plugin => {
  Object.assign(plugin.contentTypes.file.schema.attributes, {
    // documentId of the wijk; empty until the first use of what an operator uploaded.
    wijkKey: { type: 'string', configurable: false, private: true },
    // documentIds of wijken that it was of before, with spaces between: their earlier releases may show it.
    formerWijkKeys: { type: 'text', configurable: false, private: true },
    // Differs when the bytes do: replacing a file keeps its address.
    bytesVersion: { type: 'string', configurable: false, private: true },
  })

  plugin.services['image-manipulation'] = {
    ...plugin.services['image-manipulation'],
    // Strapi does not know AVIF by the name that sharp gives it, and would keep it as it came.
    isImage: isPhoto,
    isOptimizableImage: isPhoto,
    // Asked of photos only, when the file may have been moved to its place already.
    isResizableImage: () => Promise.resolve(true),
    optimize: cleanPhoto,
  }
  return plugin
}
