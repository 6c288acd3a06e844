import { useLanguage } from '#kernel/languages/web';
import { Choice, Field } from '#platform/web/ui';
import { useSitting } from './sitting.ts';
import { useEdit } from './use-edit.ts';

/** The number of this version, what changed in it, and whether people do the course again because of it. */
export function VersionFields() {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const { course, review } = draft.source;
  const { version } = course;
  const note = review.changes[version] ?? '';
  return (
    <>
      <Field
        key={`version-${version}`}
        label={t('learning.edit.field.version')}
        hint={t('learning.edit.versionHint')}
        defaultValue={version}
        onBlur={({ target: { value } }) => {
          if (value !== version) edit({ type: 'put', file: 'course.yaml', path: ['version'], value: value.trim() });
        }}
      />
      <Field
        key={`note-${version}-${note}`}
        label={t('learning.edit.field.change')}
        hint={t('learning.edit.changeHint')}
        defaultValue={note}
        onBlur={({ target: { value } }) => {
          const said = value.trim();
          if (said === note) return;
          const changes = { ...review.changes, [version]: said };
          if (said !== '') edit({ type: 'put', file: 'review.yaml', path: ['changes'], value: changes });
        }}
      />
      {version.endsWith('.0.0') && <RetakeField />}
    </>
  );
}

/** Asked of a version whose first number rises: what was learned before may not be enough any more. */
function RetakeField() {
  const { t } = useLanguage();
  const { draft, today } = useSitting();
  const edit = useEdit();
  const { course, review } = draft.source;
  const said = review.retake[course.version] ?? null;
  const put = (value: string): boolean =>
    edit({ type: 'put', file: 'review.yaml', path: ['retake'], value: { ...review.retake, [course.version]: value } });
  return (
    <>
      <Choice
        legend={t('learning.edit.retake')}
        name="retake"
        options={[
          { value: 'no', label: t('learning.edit.retake.no') },
          { value: 'yes', label: t('learning.edit.retake.yes') },
        ]}
        value={said === null || said === 'no' ? said : 'yes'}
        onChange={(value) => void put(value === 'no' ? 'no' : today)}
      />
      {said !== null && said !== 'no' && (
        <Field
          key={said}
          type="date"
          label={t('learning.edit.retake.from')}
          defaultValue={said}
          onBlur={({ target: { value } }) => {
            if (value !== '' && value !== said) put(value);
          }}
        />
      )}
    </>
  );
}
