/** Strapi has no setting for the icon in the tab of the browser. */
export function showFavicon(page: Document, address: string) {
  const link = page.createElement('link')
  link.rel = 'icon'
  link.type = 'image/svg+xml'
  link.href = address
  page.head.append(link)
}
