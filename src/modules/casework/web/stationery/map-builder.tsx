import { templateFields } from '#kernel/documents';
import type { FormField } from '#kernel/documents/client';
import { useLanguage } from '#kernel/languages/web';
import { Check, Field, Select } from '#platform/web/ui';
import { writings, type FieldDraft, type MapDraft } from './map-draft.ts';
import styles from './stationery.module.css';

/** For each field of the form: what of the case goes into it. */
export function MapBuilder({
  fields,
  draft,
  onChange,
}: {
  readonly fields: readonly FormField[];
  readonly draft: MapDraft;
  readonly onChange: (draft: MapDraft) => void;
}) {
  const { t } = useLanguage();
  return (
    <div className={styles['map']} role="group" aria-label={t('casework.formMap.title')}>
      {fields.map((field) => {
        const one = draft.get(field.name);
        return field.kind === 'other' || !one ? (
          <div key={field.name} className={styles['mapped']}>
            <h4>{field.name}</h4>
            <p className={styles['muted']}>{t('casework.formMap.other')}</p>
          </div>
        ) : (
          <MappedRow
            key={field.name}
            field={field}
            one={one}
            onChange={(changed) => onChange(new Map([...draft, [field.name, changed]]))}
          />
        );
      })}
    </div>
  );
}

// Lists of rows have no single value that a box could hold.
const singleFields = Object.entries(templateFields)
  .filter(([, { items }]) => !items || Object.keys(items).length === 0)
  .map(([path]) => path);

function MappedRow({
  field,
  one,
  onChange,
}: {
  readonly field: FormField;
  readonly one: FieldDraft;
  readonly onChange: (one: FieldDraft) => void;
}) {
  const { t } = useLanguage();
  const reveals = templateFields[one.from]?.reveals;
  const hasAnswers = field.kind === 'radio' || field.kind === 'choice';
  return (
    <div className={styles['mapped']} role="group" aria-label={field.name}>
      <h4>
        <bdi>{field.name}</bdi>{' '}
        <span className={styles['muted']}>
          {t(`casework.formMap.kind.${field.kind}`)}
          {field.page !== null && `, ${t('casework.formMap.page', { page: field.page })}`}
          {field.max !== null && `, ${t('casework.formMap.max', { max: field.max })}`}
        </span>
      </h4>
      <Select
        label={t('casework.formMap.from')}
        hint={reveals && t(`casework.reveals.${reveals}`)}
        value={one.from}
        onChange={(event) => onChange({ ...one, from: event.target.value })}
        options={[
          { value: '', label: t('casework.formMap.empty') },
          ...singleFields.map((path) => ({ value: path, label: path })),
        ]}
      />
      {one.from !== '' && field.kind === 'text' && (
        <Select
          label={t('casework.formMap.writing')}
          value={one.writing}
          onChange={(event) =>
            onChange({ ...one, writing: writings.find((name) => name === event.target.value) ?? 'as-it-is' })
          }
          options={writings.map((value) => ({ value, label: t(`casework.formMap.writing.${value}`) }))}
        />
      )}
      {one.from !== '' &&
        hasAnswers &&
        field.options.map((option) => (
          <Field
            key={option}
            label={t('casework.formMap.when', { option })}
            value={one.answers[option] ?? ''}
            onChange={(event) => onChange({ ...one, answers: { ...one.answers, [option]: event.target.value } })}
          />
        ))}
      {one.from !== '' && (
        <Check
          label={t('casework.formMap.required')}
          checked={one.required}
          onChange={(required) => onChange({ ...one, required })}
        />
      )}
    </div>
  );
}
