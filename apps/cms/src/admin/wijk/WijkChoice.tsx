import { Combobox, ComboboxOption, SingleSelect, SingleSelectOption } from '@strapi/design-system'

/** Above so many, whoever chooses types a few letters. */
const FEW = 12

interface WijkChoiceProps {
  readonly options: readonly { readonly documentId: string; readonly name: string }[]
  /** documentId. */
  readonly value: string
  readonly onChange: (documentId: string) => void
  readonly placeholder?: string
}

/** A choice of one wijk, in a field with a label. */
export function WijkChoice({ options, value, onChange, placeholder }: WijkChoiceProps) {
  const asked = { value, ...(placeholder !== undefined && { placeholder }) }
  return options.length > FEW ? (
    <Combobox {...asked} onChange={(chosen?: string) => onChange(chosen ?? '')}>
      {options.map(({ documentId, name }) => (
        <ComboboxOption key={documentId} value={documentId}>
          {name}
        </ComboboxOption>
      ))}
    </Combobox>
  ) : (
    <SingleSelect {...asked} onChange={(chosen) => onChange(String(chosen))}>
      {options.map(({ documentId, name }) => (
        <SingleSelectOption key={documentId} value={documentId}>
          {name}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  )
}
