import { useLanguage } from '#kernel/languages/web';
import { notTold } from '#modules/casework/client';
import { Choice, Select, Stack, TextArea } from '#platform/web/ui';
import { whyOf, type TypedTold } from './typed-told.ts';

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
        onChange(chosen === 'yes' || chosen === 'no' ? { ...value, words: chosen } : { words: '', why: whyOf(chosen) })
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
  name,
  label,
  value,
  onChange,
}: {
  /** Where a form remembers the caret. */
  readonly name?: string;
  readonly label: string;
  readonly value: TypedTold;
  readonly onChange: (value: TypedTold) => void;
}) {
  const { t } = useLanguage();
  return (
    <Stack>
      <TextArea
        {...(name ? { name } : {})}
        label={label}
        rows={2}
        value={value.words}
        onChange={(event) => onChange({ ...value, words: event.target.value })}
      />
      {value.words.trim() === '' && (
        <Select
          label={t('casework.told.why', { question: label })}
          value={value.why}
          onChange={(event) => onChange({ ...value, why: whyOf(event.target.value) })}
          options={notTold.map((why) => ({ value: why, label: t(`casework.notTold.${why}`) }))}
        />
      )}
    </Stack>
  );
}
