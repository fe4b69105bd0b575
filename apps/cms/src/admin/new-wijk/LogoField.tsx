import { Field } from '@strapi/design-system'
import { FilePicker } from '../FilePicker.tsx'

/** The picture that a wijk is known by; it is sent with the form. */
export function LogoField({
  fault,
  onPick,
}: {
  readonly fault: string | undefined
  readonly onPick: (file: File | null) => void
}) {
  return (
    <Field.Root
      id="logo"
      name="logo"
      error={fault}
      hint="Een png of jpg. Staat klein naast de naam. Heb je er nog geen? Dat kan later ook."
    >
      <Field.Label>Logo</Field.Label>
      <FilePicker
        id="logo"
        accept="image/png,image/jpeg,image/webp,image/avif"
        action="Kies een logo"
        describedBy="logo-hint logo-error"
        onPick={onPick}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  )
}
