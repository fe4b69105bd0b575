/**
 * What must hold for the fields of an entry, apart from what others have. **Sound** is what may be saved, also in a
 * draft; **finished** is what may be published.
 */
import type { DocumentData } from '../document-call.ts'
import type { Fault } from '../refusal.ts'

/** What is particular about the fields of one type. */
export interface FieldRules {
  /**
   * Refuses what cannot be; answers the fields that are kept in another form than they were typed. `current` is what
   * stays where `data` is silent.
   */
  readonly sound?: (data: DocumentData, current: DocumentData | null) => DocumentData
  /** What is missing or wrong before the entry, with its components, can be published. */
  readonly unfinished?: (entry: DocumentData) => readonly Fault[]
}
