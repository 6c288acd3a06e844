import { OwnHandle } from '#kernel/accounts/web';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
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
  const { person } = useOpenWork();
  return (
    <>
      <OwnHandle handle={person.handle} />
      <Field
        label={`${t('accounts.stepUp')}: ${t('accounts.passphrase')}`}
        type="password"
        autoComplete="current-password"
        required
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
