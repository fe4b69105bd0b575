import type { DocumentActionComponent, RichTextBlocksStore } from '@strapi/content-manager/strapi-admin'

/**
 * Copying would start with a slug that is taken; the layout of the forms is code (src/labels) and is
 * written again at every start; content types are not made by clicking.
 */
const NOT_FOR_EDITORS = new Set(['clone', 'configure-the-view', 'edit-the-model'])

export function editorsActions(actions: DocumentActionComponent[]): DocumentActionComponent[] {
  return actions.filter(({ type }) => type === undefined || !NOT_FOR_EDITORS.has(type))
}

/**
 * Blocks an editor does not get to choose. They keep rendering, so that text that has them (an import)
 * still opens.
 * - `image` copies the file's fields into the text: replacing, deleting or describing the photo would not
 *   reach it, nor would the walls between wijken. An article has a photo field instead.
 * - headings: the title is the page's only first heading, and two levels below it are enough.
 */
const NOT_TO_CHOOSE = new Set(['image', 'code', 'heading-one', 'heading-four', 'heading-five', 'heading-six'])

export function calmBlocks(blocks: RichTextBlocksStore): RichTextBlocksStore {
  return Object.fromEntries(
    Object.entries(blocks).map(([name, block]) => [
      name,
      NOT_TO_CHOOSE.has(name) ? { ...block, isInBlocksSelector: false, snippets: [] } : block,
    ]),
  ) as RichTextBlocksStore
}
