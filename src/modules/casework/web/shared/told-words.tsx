import { useLanguage } from '#kernel/languages/web';
import { notTold } from '#modules/casework/client';
import { Choice, Select, Stack, TextArea } from '#platform/web/ui';
import type { TypedTold } from './typed-told.ts';

/** A question that is answered with yes or no, or left for a reason. */
export function ToldYesNo({
  name,
  label,
  value,
  onChange,
}: {
  readonly name: string;
  readonly label: string;
  readonly value: TypedTold;
  readonly onChange: (value: TypedTold) => void;
}) {
  const { t } = useLanguage();
  return (
    <Choice
      legend={label}
      name={name}
      inline
      value={value.words === '' ? value.why : value.words}
      onChange={(chosen) =>
        onChange(
          chosen === 'yes' || chosen === 'no'
            ? { ...value, words: chosen }
            : { words: '', why: notTold.find((why) => why === chosen) ?? 'not-asked' },
        )
      }
      options={[
        { value: 'yes', label: t('casework.yes') },
        { value: 'no', label: t('casework.no') },
        ...notTold.map((why) => ({ value: why, label: t(`casework.notTold.${why}`) })),
      ]}
    />
  );
}

/** A question that is answered in words; while there are none, the reason stands beside it. */
export function ToldWords({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: TypedTold;
  readonly onChange: (value: TypedTold) => void;
}) {
  const { t } = useLanguage();
  return (
    <Stack>
      <TextArea
        label={label}
        rows={2}
        value={value.words}
        onChange={(event) => onChange({ ...value, words: event.target.value })}
      />
      {value.words.trim() === '' && (
        <Select
          label={t('casework.told.why', { question: label })}
          value={value.why}
          onChange={(event) =>
            onChange({ ...value, why: notTold.find((why) => why === event.target.value) ?? 'not-asked' })
          }
          options={notTold.map((why) => ({ value: why, label: t(`casework.notTold.${why}`) }))}
        />
      )}
    </Stack>
  );
}
