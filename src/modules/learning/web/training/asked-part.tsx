import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { Button, Card, EmptyState, Notice, Rows, Skeleton } from '#platform/web/ui';
import { trainingRoutes } from '../../contract/training-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import { AskForm } from './ask-form.tsx';
import { ProgrammeCard } from './programme-card.tsx';
import { ProgrammeForm } from './programme-form.tsx';
import styles from './training.module.css';
import { useChange } from './use-change.ts';
import { useTraining, type AskedRequirement, type Training } from './use-training.ts';

const leads = ['administrator', 'coordinator'];

/** What is asked of which role, and what programmes there are. */
export function AskedPart() {
  const { t } = useLanguage();
  const { roles } = useOpenWork();
  const { found, refused, reload } = useTraining();
  const [form, setForm] = useState<'ask' | 'programme' | null>(null);
  if (refused !== null) return <Notice tone="late">{refusalMessage(t, refused)}</Notice>;
  if (found === null) return <Skeleton label={t('learning.training.loading')} lines={6} />;
  const may = roles.some((role) => leads.includes(role));
  const done = (): void => {
    setForm(null);
    reload();
  };
  return (
    <>
      <Card title={t('learning.training.asked')}>
        <div className={styles['form']}>
          {found.requirements.length === 0 && <EmptyState>{t('learning.training.nothingAskedYet')}</EmptyState>}
          <Rows>
            {found.requirements.map((requirement) => (
              <RequirementLine
                key={requirement.id}
                requirement={requirement}
                found={found}
                may={may}
                onChanged={reload}
              />
            ))}
          </Rows>
          {may && form === null && (
            <p className={styles['marks']}>
              {found.programmes.length > 0 && (
                <Button onClick={() => setForm('ask')}>{t('learning.training.ask')}</Button>
              )}
              <Button onClick={() => setForm('programme')}>{t('learning.training.makeProgramme')}</Button>
            </p>
          )}
          {form === 'ask' && <AskForm found={found} onDone={done} onLeave={() => setForm(null)} />}
          {form === 'programme' && <ProgrammeForm onDone={done} onLeave={() => setForm(null)} />}
        </div>
      </Card>
      {found.programmes.map((programme) => (
        <ProgrammeCard key={programme.id} programme={programme} may={may} onChanged={reload} />
      ))}
    </>
  );
}

function RequirementLine({
  requirement,
  found,
  may,
  onChanged,
}: {
  readonly requirement: AskedRequirement;
  readonly found: Training;
  readonly may: boolean;
  readonly onChanged: () => void;
}) {
  const { t, formatDay } = useLanguage();
  const { work } = useWork();
  const { busy, refused, run } = useChange(onChanged);
  const [sure, setSure] = useState(false);
  const programme = found.programmes.find(({ id }) => id === requirement.programme)?.name ?? '';
  const end = (): Promise<void> =>
    run(() => work.api.call(trainingRoutes.askNoMore, { params: { requirement: requirement.id } }));
  return (
    <li>
      <div className={styles['part']}>
        <span>
          <strong>{t(`accounts.role.${requirement.role}`)}</strong> · <bdi>{programme}</bdi>
        </span>
        {may &&
          (sure ? (
            <Button kind="danger" busy={busy && t('learning.organise.saving')} onClick={() => void end()}>
              {t('learning.training.askNoMoreSure')}
            </Button>
          ) : (
            <Button onClick={() => setSure(true)}>{t('learning.training.askNoMore')}</Button>
          ))}
      </div>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      <p className={styles['small']}>
        {t('learning.training.since', { day: formatDay(requirement.from) })}{' '}
        <ValidityWords validity={requirement.validity} />
      </p>
    </li>
  );
}

function ValidityWords({ validity }: { readonly validity: AskedRequirement['validity'] }) {
  const { t } = useLanguage();
  switch (validity.kind) {
    case 'always':
      return t('learning.validity.always');
    case 'months':
      return t('learning.validity.months', { months: validity.months, days: validity.renewalDays });
    case 'calendar':
      return t('learning.validity.calendar', {
        day: validity.ends === '12-31' ? t('learning.validity.yearEnd') : validity.ends,
      });
  }
}
