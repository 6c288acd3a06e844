import { useLanguage } from '#kernel/languages/web';
import { notTold } from '#modules/casework/client';
import { Select } from '#platform/web/ui';

/** Why a question has no answer: never a blank, which could mean any of these. */
export function WhyNot({
  question,
  value,
  onChange,
}: {
  readonly question: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useLanguage();
  return (
    <Select
      label={t('casework.told.why', { question })}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      options={notTold.map((why) => ({ value: why, label: t(`casework.notTold.${why}`) }))}
    />
  );
}
