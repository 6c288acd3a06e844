import { useLanguage } from '#kernel/languages/web';
import { Card, Field } from '#platform/web/ui';
import { textKeys } from '../../model/open/source/text-keys.ts';
import { FindingList } from './finding-list.tsx';
import { useSitting } from './sitting.ts';
import { TextField } from './text-field.tsx';
import { TextHelp } from './text-help.tsx';
import { useEdit } from './use-edit.ts';
import styles from './edit.module.css';

/** What holds for the whole course: its number, its time, what changed, and the texts that every scene shares. */
export function CoursePart() {
  const { t } = useLanguage();
  const { draft, findings } = useSitting();
  const { source } = draft;
  const { course } = source;
  const shared = textKeys(source).filter(({ key }) => /^(title$|help$|audience\.|people\.|heavy\.)/.test(key));
  return (
    <>
      <Card title={t('learning.edit.part.course')}>
        <div className={styles['form']}>
          <FindingList
            findings={findings.filter(({ file, path }) => file === 'course.yaml' && path[0] !== 'outline')}
          />
          <CourseNumbers />
          <ObjectivesField />
          <dl className={styles['facts']}>
            <dt>{t('learning.edit.licence')}</dt>
            <dd>{course.licence}</dd>
            <dt>{t('learning.edit.credit')}</dt>
            <dd>
              <bdi>{course.credit.join(', ')}</bdi>
            </dd>
            {course.lineage && (
              <>
                <dt>{t('learning.edit.lineage')}</dt>
                <dd>
                  <bdi>
                    {course.lineage.original} {course.lineage.version}
                  </bdi>
                </dd>
              </>
            )}
          </dl>
        </div>
      </Card>
      <Card title={t('learning.edit.sharedTexts')}>
        <div className={styles['form']}>
          <TextHelp />
          {shared.map((asked) => (
            <TextField key={asked.key} asked={asked} label={labelOf(asked.key, t)} />
          ))}
        </div>
      </Card>
    </>
  );
}

function labelOf(key: string, t: ReturnType<typeof useLanguage>['t']): string {
  const [kind = '', id] = key.split('.');
  return id === undefined ? t(`learning.edit.shared.${kind}`) : `${t(`learning.edit.shared.${kind}`)} (${id})`;
}

function CourseNumbers() {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const { course, review } = draft.source;
  const { version, budget } = course;
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
      <Field
        key={`budget-${String(budget)}`}
        label={t('learning.edit.field.budget')}
        type="number"
        min="1"
        max="600"
        defaultValue={budget}
        onBlur={({ target: { valueAsNumber: value } }) => {
          if (Number.isFinite(value) && value !== budget)
            edit({ type: 'put', file: 'course.yaml', path: ['budget'], value });
        }}
      />
    </>
  );
}

/** Objectives are named by a letter and a number; what they mean stands in the scenes that teach them. */
function ObjectivesField() {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const { objectives } = draft.source.course;
  return (
    <Field
      key={objectives.join()}
      label={t('learning.edit.field.objectivesOfCourse')}
      hint={t('learning.edit.objectivesHint')}
      defaultValue={objectives.join(', ')}
      onBlur={({ target: { value } }) => {
        const named = value.split(/[\s,]+/).filter(Boolean);
        if (named.join() !== objectives.join())
          edit({ type: 'put', file: 'course.yaml', path: ['objectives'], value: named });
      }}
    />
  );
}
