import { useLanguage } from '#kernel/languages/web';
import { Field, Select } from '#platform/web/ui';
import { useSitting } from './sitting.ts';
import { useEdit } from './use-edit.ts';
import styles from './edit.module.css';

/** Licences under which courses are passed on, and what each asks for. */
const licences = ['CC-BY-SA-4.0', 'CC-BY-4.0', 'CC-BY-NC-SA-4.0', 'CC-BY-NC-4.0', 'CC-BY-ND-4.0', 'CC0-1.0'] as const;

/** Under which licence the course is passed on, who made it, and what it was adapted from. */
export function TermsFields() {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const { licence, credit, lineage } = draft.source.course;
  const put = (name: string, value: unknown): boolean =>
    edit({ type: 'put', file: 'course.yaml', path: [name], value });
  const known = licences.map((value) => ({ value, label: `${value}: ${t(`learning.edit.licence.${value}`)}` }));
  const own = licences.every((one) => one !== licence) ? [{ value: licence, label: licence }] : [];
  return (
    <>
      <Select
        label={t('learning.edit.licence')}
        hint={t(lineage === undefined ? 'learning.edit.licenceHint' : 'learning.edit.licenceKept')}
        options={[...own, ...known]}
        value={licence}
        onChange={({ target }) => put('licence', target.value)}
      />
      <Field
        key={credit.join()}
        label={t('learning.edit.credit')}
        hint={t('learning.edit.hint.credit')}
        defaultValue={credit.join(', ')}
        onBlur={({ target }) => {
          const named = target.value
            .split(',')
            .map((one) => one.trim())
            .filter(Boolean);
          if (named.join() !== credit.join()) put('credit', named);
        }}
      />
      {lineage && (
        <dl className={styles['facts']}>
          <dt>{t('learning.edit.lineage')}</dt>
          <dd>
            <bdi>
              {lineage.original} {lineage.version}, {lineage.credit.join(', ')}
            </bdi>
          </dd>
        </dl>
      )}
    </>
  );
}
