import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Button, Card, EmptyState, Notice, Rows, Skeleton, Stack } from '#platform/web/ui';
import { refusalMessage } from '../refusal-message.ts';
import styles from '../training/training.module.css';
import { usePartName } from '../training/use-part-name.ts';
import { GiveLicenceForm } from './give-licence-form.tsx';
import { LicenceLacks, LicenceMark } from './licence-mark.tsx';
import { RuleForm } from './rule-form.tsx';
import { useTeaching, type Teaching } from './use-teaching.ts';

const leading = ['administrator', 'coordinator'];

/** Who may teach, who is on the way, and what it takes. */
export function TeachPart() {
  const { t } = useLanguage();
  const { roles } = useOpenWork();
  const { found, refused, reload } = useTeaching();
  const [ruling, setRuling] = useState(false);
  const rules = roles.some((role) => leading.includes(role));
  if (refused !== null) return <Notice tone="late">{refusalMessage(t, refused)}</Notice>;
  if (found === null) return <Skeleton label={t('learning.training.loading')} lines={5} />;
  const done = (): void => {
    setRuling(false);
    reload();
  };
  return (
    <>
      {found.rules.length === 0 && <EmptyState>{t('learning.licence.noRule')}</EmptyState>}
      {found.rules.map((rule) => (
        <CourseTeaching key={rule.course} rule={rule} found={found} onChanged={reload} />
      ))}
      {rules && !ruling && (
        <p>
          <Button onClick={() => setRuling(true)}>{t('learning.licence.rule')}</Button>
        </p>
      )}
      {ruling && <RuleForm found={found} onDone={done} onLeave={() => setRuling(false)} />}
    </>
  );
}

function CourseTeaching({
  rule,
  found,
  onChanged,
}: {
  readonly rule: Teaching['rules'][number];
  readonly found: Teaching;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const { names, roles } = useOpenWork();
  const nameOf = usePartName();
  const [giving, setGiving] = useState(false);
  const people = found.people.filter(({ course }) => course === rule.course);
  const may = roles.includes('coordinator') && found.mayGive.includes(rule.course);
  return (
    <Card
      title={t('learning.licence.toTeach', { course: nameOf({ course: rule.course, name: null }) })}
      beside={people.filter(({ licence }) => licence.state === 'held').length}
    >
      <Stack>
        <p className={styles['small']}>
          {t('learning.licence.ruleSays', { count: rule.coTaught, months: rule.months })}
        </p>
        {people.length === 0 && <p>{t('learning.licence.nobody')}</p>}
        {people.length > 0 && (
          <Rows>
            {people.map(({ user, licence }) => (
              <li key={user}>
                <div className={styles['part']}>
                  <bdi>{names.get(user) ?? t('learning.training.somebody')}</bdi>
                  <LicenceMark licence={licence} />
                </div>
                <LicenceLacks licence={licence} />
              </li>
            ))}
          </Rows>
        )}
        {may && !giving && (
          <p>
            <Button onClick={() => setGiving(true)}>{t('learning.licence.give')}</Button>
          </p>
        )}
        {giving && (
          <GiveLicenceForm
            course={rule.course}
            onDone={() => {
              setGiving(false);
              onChanged();
            }}
            onLeave={() => setGiving(false)}
          />
        )}
      </Stack>
    </Card>
  );
}
