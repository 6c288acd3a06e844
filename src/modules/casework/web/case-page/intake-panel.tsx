import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { UserId } from '#platform/base';
import { hasRole } from '#platform/crypto';
import { useLanguage } from '#kernel/languages/web';
import { StepUp, useOpenWork, useStepUp } from '#kernel/spaces/web';
import {
  acceptAttestations,
  acceptCase,
  giveTeam,
  moveCase,
  recordOf,
  recordsOf,
  startIntake,
  type OpenedCase,
} from '#modules/casework/client';
import { Button, Checks, Lit, Notice, Select, Stack } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { useCaseAct } from '../shared/use-case-act.ts';
import { useTrainingGate } from '../shared/use-training-gate.ts';
import styles from './next-date.module.css';

/** From first contact to a team, one step at a time; only steps that the state allows are there. */
export function IntakePanel({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const state = opened.open.state.name;
  if (opened.relation !== 'coordinator') return null;
  return (
    <Lit title={t(`casework.intake.title.${state}`)}>
      {state === 'referred' && <Begin opened={opened} />}
      {(state === 'intake' || state === 'waiting') && <Accept opened={opened} />}
      {state === 'accepted' && <GiveTeam opened={opened} />}
      {state === 'declined' && <p>{t('casework.intake.declined')}</p>}
      {(state === 'aftercare' || state === 'closed') && <p>{t('casework.intake.ended')}</p>}
    </Lit>
  );
}

function Begin({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const act = useCaseAct(opened);
  return (
    <Stack>
      <p>{t('casework.intake.beginLead')}</p>
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      <div className={styles['actions']}>
        <Button
          kind="main"
          busy={act.busy && t('casework.saving')}
          onClick={() => void act.run((session) => startIntake(session, opened))}
        >
          {t('casework.intake.begin')}
        </Button>
      </div>
    </Stack>
  );
}

/** Accepting needs what was seen on this device; the list says what is missing. */
function Accept({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const act = useCaseAct(opened);
  const [seen, setSeen] = useState<readonly string[]>([]);
  const hasReach = recordOf(opened, 'reach') !== null;
  const hasSupport = recordsOf(opened, 'consent').some(
    ({ content }) => content.purpose === 'support' && content.state.name === 'given',
  );
  const hasCheck = recordOf(opened, 'safety') !== null;
  // What is not written down cannot have been seen on this device.
  const offered = acceptAttestations.filter((name) => name !== 'safety-checked' || hasCheck);
  const missing = [
    ...(hasSupport ? [] : ['consent-support']),
    ...(hasReach ? [] : ['reach-agreed']),
    ...(hasCheck ? [] : ['safety-checked']),
  ];
  return (
    <Stack>
      <p>{t('casework.intake.acceptLead')}</p>
      {missing.length > 0 && (
        <Notice tone="soon">
          <p>{missing.map((name) => t(`casework.intake.missing.${name}`)).join(' ')}</p>
          <p>
            <Link to="/cases/$case/$part" params={{ case: opened.id, part: 'person' }}>
              {t('casework.part.person')}
            </Link>
          </p>
        </Notice>
      )}
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      <Checks
        legend={t('casework.intake.attest')}
        options={offered.map((value) => ({ value, label: t(`casework.attestation.${value}`) }))}
        values={seen}
        onChange={setSeen}
      />
      <div className={styles['actions']}>
        <Button
          kind="main"
          busy={act.busy && t('casework.saving')}
          onClick={() =>
            void act.run((session) =>
              acceptCase(session, opened, { attestations: offered.filter((name) => seen.includes(name)) }),
            )
          }
        >
          {t('casework.intake.accept')}
        </Button>
        {opened.open.state.name === 'intake' && (
          <Button
            kind="danger"
            onClick={() =>
              void act.run((session) =>
                moveCase(session, opened, { name: 'declined', on: today }, { attestations: ['person-told'] }),
              )
            }
          >
            {t('casework.intake.decline')}
          </Button>
        )}
      </div>
    </Stack>
  );
}

/** Giving the case to people who may work today; keys go to the keys that the verified directory names. */
function GiveTeam({ opened }: { readonly opened: OpenedCase }) {
  const { t } = useLanguage();
  return (
    <Stack>
      <p>{t('casework.intake.teamLead')}</p>
      <TeamForm opened={opened} />
    </Stack>
  );
}

/** Choosing lead and second; a fresh unlock is asked where the server wants one. */
export function TeamForm({ opened, onDone }: { readonly opened: OpenedCase; readonly onDone?: () => void }) {
  const { t } = useLanguage();
  const { session, names, today } = useOpenWork();
  const act = useCaseAct(opened);
  const stepUp = useStepUp();
  const [lead, setLead] = useState<string>(opened.members.find(({ relation }) => relation === 'lead')?.user ?? '');
  const [second, setSecond] = useState<string>(
    opened.members.find(({ relation }) => relation === 'second')?.user ?? '',
  );
  const gate = useTrainingGate(true);
  const volunteers = [...session.directory.people.values()].filter((person) => hasRole(person, 'volunteer', today));
  const options: { value: string; label: string }[] = [
    { value: '', label: t('casework.team.nobody') },
    ...volunteers.map(({ user }) => {
      const name = names.get(user) ?? t('casework.noName');
      return { value: user, label: gate.isOpen(user) ? name : t('casework.team.untrained', { name }) };
    }),
  ];
  // The values of the options are ids from the directory.
  const asUser = (value: string): UserId => value as UserId;
  const give = (): void => {
    stepUp.with(async () => {
      const team = {
        lead: lead === '' ? null : asUser(lead),
        seconds: second === '' || second === lead ? [] : [asUser(second)],
      };
      const saved = await act.run((own) => giveTeam(own, opened, team));
      if (saved) onDone?.();
    });
  };
  return (
    <Stack>
      {act.refusal && <Notice tone="late">{caseRefusalMessage(t, act.refusal)}</Notice>}
      <Select
        label={t('casework.relation.lead')}
        value={lead}
        onChange={(event) => setLead(event.target.value)}
        options={options}
      />
      <Select
        label={t('casework.relation.second')}
        value={second}
        onChange={(event) => setSecond(event.target.value)}
        options={options}
      />
      {[lead, second].some((user) => user !== '' && !gate.isOpen(asUser(user))) && (
        <Notice tone="soon">
          <p>{t('casework.refusal.TrainingNotValid')}</p>
          <p>
            <Link to="/training/$part" params={{ part: 'people' }}>
              {t('casework.team.training')}
            </Link>
          </p>
        </Notice>
      )}
      <div className={styles['actions']}>
        <Button kind="main" busy={act.busy && t('casework.saving')} onClick={give}>
          {t('casework.team.give')}
        </Button>
      </div>
      <StepUp {...stepUp} what={t('casework.team.stepUp')} />
    </Stack>
  );
}
