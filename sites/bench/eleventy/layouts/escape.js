const named = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML. */
export const escape = (text) => text.replaceAll(/[&<>"']/g, (character) => named[character])
