/** Largest file an editor may upload, in bytes; a phone's photo is 3 to 8 MB. */
export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024

/** Largest body of a closed GraphQL call, in bytes: an import carries its photos in base64. */
export const MAX_IMPORT_BYTES = 256 * 1024 * 1024
