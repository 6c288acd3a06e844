import { useLanguage } from '#kernel/languages/web';
import { Card, Check, Field } from '#platform/web/ui';
import { offeredClauses, ruleWith, type OfferedClause } from '../../model/open/edit/offered-clauses.ts';
import { explainCompletion } from '../../model/open/attempt/explain-completion.ts';
import { foldAttempt } from '../../model/open/attempt/fold-attempt.ts';
import type { CourseSource } from '../../model/open/source/course-source.ts';
import { clauseSentence } from '../clause-sentence.ts';
import { FindingList } from './finding-list.tsx';
import { useSitting } from './sitting.ts';
import { useEdit } from './use-edit.ts';
import styles from './edit.module.css';

/** When the course is done: what may count, what does, whether everybody can meet it, and how learners read it. */
export function RuleCard() {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const edit = useEdit();
  const { source } = draft;
  const offered = offeredClauses(source);
  const change = (one: OfferedClause, clause: OfferedClause['clause'] | null): boolean =>
    edit({ type: 'put', file: 'course.yaml', path: ['rule'], value: ruleWith(offered, one, clause) });
  return (
    <Card title={t('learning.edit.rule')}>
      <div className={styles['form']}>
        <p>{t('learning.edit.ruleLead')}</p>
        <ul className={styles['blocks']}>
          {offered.map((one) => (
            <li key={JSON.stringify(namedAs(one))} className={styles['text']}>
              <ClauseField one={one} onChange={(clause) => change(one, clause)} />
              <ClauseFindings at={one.at} />
              {one.chosen && isHeavy(source, one) && <p className={styles['small']}>{t('learning.edit.rule.heavy')}</p>}
            </li>
          ))}
        </ul>
        <AsLearnersRead />
      </div>
    </Card>
  );
}

function ClauseField({
  one: { clause, chosen, most },
  onChange,
}: {
  readonly one: OfferedClause;
  readonly onChange: (clause: OfferedClause['clause'] | null) => void;
}) {
  const { t } = useLanguage();
  const titleOf = useTitles();
  if ('of' in clause) {
    const right = chosen ? clause.right : 0;
    return (
      <Field
        key={right}
        label={t('learning.edit.rule.right', { bank: clause.of })}
        hint={t('learning.edit.rule.drawn', { most })}
        type="number"
        min="0"
        max={most}
        defaultValue={right}
        onBlur={({ target: { valueAsNumber: value } }) => {
          if (!Number.isInteger(value) || value < 0 || value === right) return;
          onChange(value === 0 ? null : { ...clause, right: value });
        }}
      />
    );
  }
  const scene = 'seen' in clause ? clause.seen : clause.in;
  const words = { title: titleOf(scene), block: 'seen' in clause ? '' : clause.decided };
  return (
    <Check
      label={t('seen' in clause ? 'learning.edit.rule.seen' : 'learning.edit.rule.decided', words)}
      checked={chosen}
      onChange={(on) => onChange(on ? clause : null)}
    />
  );
}

/** What is wrong with a clause where not everybody can meet it. */
function ClauseFindings({ at }: { readonly at: number | null }) {
  const { findings } = useSitting();
  if (at === null) return null;
  const here = findings.filter(({ file, path }) => file === 'course.yaml' && path[0] === 'rule' && path[1] === at);
  return <FindingList findings={here} />;
}

/** The same words that a learner has in front of them who has not begun. */
function AsLearnersRead() {
  const { t } = useLanguage();
  const { draft } = useSitting();
  const titleOf = useTitles();
  // Before the first step no scene needs to be looked into.
  const { clauses } = explainCompletion({ rule: draft.source.course.rule, scenes: [] }, foldAttempt([]));
  return (
    <div role="group" aria-label={t('learning.edit.rule.asRead')} className={styles['preview']}>
      <p>{t('learning.edit.rule.asRead')}</p>
      <ol className={styles['findings']}>
        {clauses.map((one, at) => (
          <li key={at}>{clauseSentence(t, { ...one, titleOf })}</li>
        ))}
      </ol>
    </div>
  );
}

function useTitles(): (scene: string) => string {
  const { draft } = useSitting();
  const { course, texts } = draft.source;
  return (scene) => texts.get(course.languages.source)?.[`${scene}.title`] ?? scene;
}

function isHeavy({ scenes }: CourseSource, { clause }: OfferedClause): boolean {
  if ('of' in clause) return false;
  const scene = scenes.get('seen' in clause ? clause.seen : clause.in);
  const block = 'seen' in clause ? undefined : scene?.blocks.find(({ id }) => id === clause.decided);
  return scene?.heavy !== undefined || block?.heavy !== undefined;
}

/** What a clause is known by, whatever number it asks for. */
function namedAs({ clause }: OfferedClause): unknown {
  return 'of' in clause ? { of: clause.of } : clause;
}
