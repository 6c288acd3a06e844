import { useLanguage } from '#kernel/languages/web';
import { Card, Field } from '#platform/web/ui';
import { textKeys } from '../../model/open/source/text-keys.ts';
import { FindingList } from './finding-list.tsx';
import { LanguagesCard } from './languages-card.tsx';
import { RuleCard } from './rule-card.tsx';
import { useSitting } from './sitting.ts';
import { TermsFields } from './terms-fields.tsx';
import { TextField } from './text-field.tsx';
import { TextHelp } from './text-help.tsx';
import { useEdit } from './use-edit.ts';
import { VersionFields } from './version-fields.tsx';
import { WorkplacesCard } from './workplaces-card.tsx';
import styles from './edit.module.css';

/** What holds for the whole course: its number, time and terms, when it is done, for whom and in which languages it is, and shared texts. */
export function CoursePart() {
  const { t } = useLanguage();
  const { draft, findings } = useSitting();
  const shared = textKeys(draft.source).filter(({ key }) => /^(title$|help$|people\.|heavy\.)/.test(key));
  // What is found about the rule stands beside its clauses.
  const elsewhere = new Set<PropertyKey | undefined>(['outline', 'rule']);
  return (
    <>
      <Card title={t('learning.edit.part.course')}>
        <div className={styles['form']}>
          <FindingList
            findings={findings.filter(({ file, path }) => file === 'course.yaml' && !elsewhere.has(path[0]))}
          />
          <VersionFields />
          <BudgetField />
          <ObjectivesField />
          <TermsFields />
        </div>
      </Card>
      <RuleCard />
      <WorkplacesCard />
      <LanguagesCard />
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

function BudgetField() {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const { budget } = draft.source.course;
  return (
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
