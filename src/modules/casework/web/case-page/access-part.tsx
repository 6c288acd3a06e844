import { useState } from 'react';
import type { UserId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { StepUp, useOpenWork, useStepUp } from '#kernel/spaces/web';
import { changeCase, moveCase, type OpenedCase } from '#modules/casework/client';
import { Button, Card, Dialog, Notice, PersonChip, Rows, Stack, StateMark } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import { useTrainingGate, type TrainingGate } from '../shared/use-training-gate.ts';
import { TeamForm } from './intake-panel.tsx';
import styles from './next-date.module.css';

/** Who holds the key, giving it, and taking it back. */
export function AccessPart({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const { names, session, today } = useOpenWork();
  const act = useCaseAct(opened);
  const stepUp = useStepUp();
  const [leaving, setLeaving] = useState<UserId | null>(null);
  const coordinates = opened.relation === 'coordinator';
  const gate = useTrainingGate(coordinates);
  const active = opened.open.state.name === 'active' || opened.open.state.name === 'accepted';
  const revoke = (user: UserId): void => {
    setLeaving(null);
    stepUp.with(async () => {
      const { state } = opened.open;
      await act.run((own) =>
        state.name === 'active' && state.lead === user
          ? moveCase(own, opened, { ...state, lead: null, on: today }, { revokes: [user] })
          : changeCase(own, opened, { revokes: [user] }),
      );
    });
  };
  return (
    <>
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      <Card title={t('casework.access.title')} beside={t('casework.team.keys', { count: opened.members.length })}>
        <Rows>
          {opened.members.map(({ user, relation }) => (
            <li key={user}>
              <div className={styles['head']}>
                <span>
                  <PersonChip name={names.get(user) ?? null} nobody={t('casework.noName')} />{' '}
                  <span className={styles['muted']}>{t(`casework.relation.${relation}`)}</span>
                  <TrainingMark gate={gate} user={user} />
                </span>
                {coordinates && user !== session.user && relation !== 'coordinator' && (
                  <Button kind="danger" busy={act.busy && t('casework.saving')} onClick={() => setLeaving(user)}>
                    {t('casework.access.revoke')}
                  </Button>
                )}
              </div>
            </li>
          ))}
        </Rows>
        <p className={styles['muted']}>{t('casework.access.epoch', { epoch: opened.space.log.epoch })}</p>
      </Card>
      {coordinates && active && (
        <Card title={t('casework.access.team')}>
          <TeamForm opened={opened} />
        </Card>
      )}
      <Dialog title={t('casework.access.revokeTitle')} open={leaving !== null} onClose={() => setLeaving(null)}>
        <Stack>
          <p>{t('casework.access.revokeBody', { name: (leaving && names.get(leaving)) ?? t('casework.noName') })}</p>
          <div className={styles['actions']}>
            <Button kind="danger" onClick={() => leaving && revoke(leaving)}>
              {t('casework.access.revoke')}
            </Button>
            <Button onClick={() => setLeaving(null)}>{t('casework.cancel')}</Button>
          </div>
        </Stack>
      </Dialog>
      <StepUp {...stepUp} what={t('casework.access.stepUp')} />
    </>
  );
}

/** What whoever leads should know of a member's training: that it was set aside, or that it has ended since. */
function TrainingMark({ gate, user }: { readonly gate: TrainingGate; readonly user: UserId }) {
  const { t, formatDay } = useLanguage();
  const until = gate.setAsideUntil(user);
  if (until !== null)
    return <StateMark kind="waiting">{t('casework.team.setAside', { day: formatDay(until) })}</StateMark>;
  return gate.isOpen(user) ? null : <StateMark kind="late">{t('casework.team.lapsed')}</StateMark>;
}
