import { Field } from '@strapi/design-system'

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
      <input
        id="logo"
        type="file"
        accept="image/png,image/jpeg,image/webp,image/avif"
        aria-describedby="logo-hint logo-error"
        onChange={({ target }) => onPick(target.files?.[0] ?? null)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  )
}
