import type { Topic } from '@wijkpers/content'
import type { DemoAccessibility } from './demo-wijk.ts'
import type { TextFile } from './front-matter.ts'

const CHOICES = ['wheelchair', 'toilet', 'hearingLoop', 'parking'] as const

/** Where something is: its `address`, and the `point` of it on the map. */
export function placeOf({ fields }: TextFile) {
  const [address, mapPoint] = [fields.get('address'), fields.get('point')]
  return { ...(address !== undefined && { address }), ...(mapPoint !== undefined && { mapPoint }) }
}

/** `access: wheelchair toilet; De drempel is 3 cm.` as the CMS takes it. */
export function accessOf({ fields }: TextFile): { readonly accessibility?: DemoAccessibility } {
  const access = fields.get('access')
  if (access === undefined) return {}
  const [words = '', note = ''] = access.split(/; */)
  const said = words.split(' ').filter((word) => word !== '')
  const unknown = said.find((word) => !CHOICES.some((choice) => choice === word))
  if (unknown !== undefined) throw new RangeError(`${unknown}: expected one of ${CHOICES.join(', ')}`)
  const [wheelchair, toilet, hearingLoop, parking] = CHOICES.map((choice) => said.includes(choice))
  return {
    accessibility: {
      wheelchair: wheelchair!,
      toilet: toilet!,
      hearingLoop: hearingLoop!,
      parking: parking!,
      note,
    },
  }
}

/** What an entry is about. */
export function topicOf({ fields }: TextFile): { readonly topic?: Topic } {
  const topic = fields.get('topic')
  return topic === undefined ? {} : { topic: topic as Topic }
}
