/**
 * Of this many wijken, those published last, a process keeps what it knows: their content, and what each page read. Of
 * others everything is read and rendered anew, so more of them cost time and never memory.
 */
export const KEPT_WIJKEN = 250
