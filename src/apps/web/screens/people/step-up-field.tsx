import { useLanguage } from '#kernel/languages/web';
import { Field } from '#platform/web/ui';

/** The passphrase once more, as part of a form that signs something. */
export function StepUpField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (passphrase: string) => void;
}) {
  const { t } = useLanguage();
  return (
    <Field
      label={`${t('accounts.stepUp')}: ${t('accounts.passphrase')}`}
      type="password"
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
