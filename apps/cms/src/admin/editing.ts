import type { DocumentActionComponent, RichTextBlocksStore } from '@strapi/content-manager/strapi-admin'
import { useMe } from './me/use-me.ts'
import { isEntry, versionOnScreen } from './receipt/entry-on-screen.ts'
import { askToTakeOff } from './receipt/TakeOffSite.tsx'
import { handInAction } from './review/HandInAction.tsx'
import { useReview } from './review/use-review.ts'

/**
 * Copying would start with a slug that is taken; the layout of the forms is code (src/labels) and is
 * written again at every start; content types are not made by clicking.
 */
const NOT_FOR_EDITORS = new Set(['clone', 'configure-the-view', 'edit-the-model'])

/** Acts of whoever publishes; whoever does not would only see them greyed out. */
const FOR_PUBLISHERS = new Set(['publish', 'unpublish', 'discard'])

/**
 * Not beside the buttons, where Strapi has a second menu of the same name, and nobody knows in which of them to look: what
 * throws away stands in the menu beside the title, and what takes off the site where it says since when it is there
 * (ReceiptPanel). What is left beside the buttons saves and publishes.
 */
const ELSEWHERE: Readonly<Record<string, DocumentActionComponent['position']>> = {
  unpublish: 'table-row',
  discard: 'header',
}

/** What whoever only writes can do with his own work, as long as it was not handed in and is not live. */
const CHANGES = new Set(['update', 'delete'])

/** The buttons of the edit view: what helps an editor, and for whoever may not publish, a way to hand in. */
export function editorsActions(actions: DocumentActionComponent[]): DocumentActionComponent[] {
  const helpful = actions
    .filter(({ type }) => type === undefined || !NOT_FOR_EDITORS.has(type))
    .map((action) => {
      if (FOR_PUBLISHERS.has(action.type ?? '')) return forPublishers(action)
      return CHANGES.has(action.type ?? '') ? whileItIsHis(action) : action
    })
  const save = actions.find(({ type }) => type === 'update')
  if (!save) throw new Error('Strapi has no act to save any more (see editing.ts)')
  return [handInAction(save), ...helpful]
}

function forPublishers(action: DocumentActionComponent): DocumentActionComponent {
  const elsewhere = ELSEWHERE[action.type ?? '']
  const position = elsewhere ?? action.position
  const ForPublishers: DocumentActionComponent = (props) => {
    const description = action(props)
    const { model: uid, documentId } = props
    const mayPublish = useMe()?.may('publish') ?? false
    // A menu holds what can be done now.
    if (!mayPublish || !description || (elsewhere && description.disabled)) return null
    if (action.type !== 'unpublish' || !documentId) return { ...description, position }
    const onClick = () => askToTakeOff({ uid, documentId })
    return { ...description, position, onClick, dialog: undefined }
  }
  return Object.assign(ForPublishers, { type: action.type, position })
}

function whileItIsHis(action: DocumentActionComponent): DocumentActionComponent {
  const WhileItIsHis: DocumentActionComponent = (props) => {
    const { model, documentId, document, meta } = props
    const description = action(props)
    const me = useMe()
    const review = useReview(model, documentId, versionOnScreen(document, meta))
    const isHis = review === 'loading' || !documentId || (review?.acts.includes('handIn') ?? false)
    return !me || me.may('publish') || !isEntry(model) || isHis ? description : null
  }
  return Object.assign(WhileItIsHis, { type: action.type, position: action.position })
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
