/** Names the entry whose form is open on the screen that asks: its uid, a slash, its documentId. */
export const OPENED_ENTRY = 'x-wijkpers-entry'
