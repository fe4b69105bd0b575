/** Style of a link that stands by itself: as high as a thumb needs, in pixels. */
export const FOR_A_THUMB = { display: 'inline-flex', alignItems: 'center', minHeight: 44 } as const
