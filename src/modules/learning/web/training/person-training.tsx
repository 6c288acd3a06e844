import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { Button, Notice } from '#platform/web/ui';
import { trainingRoutes } from '../../contract/training-routes.ts';
import { opensGate } from '../../model/open/standing/standing.ts';
import type { ProofId } from '../../model/open/standing/training-ids.ts';
import { refusalMessage } from '../refusal-message.ts';
import { ExemptForm } from './exempt-form.tsx';
import { PartRows } from './part-rows.tsx';
import { RecordProofForm } from './record-proof-form.tsx';
import { StandingMark } from './standing-mark.tsx';
import styles from './training.module.css';
import { useChange } from './use-change.ts';
import type { TrainedPerson, Training } from './use-training.ts';

/** One colleague: on what their standing rests, and what may be done about it. */
export function PersonTraining({
  person,
  name,
  found,
  onChanged,
}: {
  readonly person: TrainedPerson;
  readonly name: string;
  readonly found: Training;
  readonly onChanged: () => void;
}) {
  const { t, formatDay } = useLanguage();
  const { person: me, roles } = useOpenWork();
  const [form, setForm] = useState<'proof' | 'exempt' | null>(null);
  const others = person.user !== me.user;
  const shut = person.standings.filter(({ standing }) => !opensGate(standing));
  const done = (): void => {
    setForm(null);
    onChanged();
  };
  return (
    <div className={styles['inside']}>
      {person.standings.map(({ requirement: id, standing }) => {
        const requirement = found.requirements.find((one) => one.id === id);
        const programme = found.programmes.find((one) => one.id === requirement?.programme);
        if (requirement === undefined || programme === undefined) return null;
        return (
          <section key={id} aria-label={programme.name}>
            <p className={styles['part']}>
              <strong>
                <bdi>{programme.name}</bdi>
              </strong>
              <StandingMark standing={standing} requirement={requirement} />
            </p>
            <p className={styles['small']}>
              {t('learning.training.askedOf', { role: t(`accounts.role.${requirement.role}`) })}
            </p>
            <PartRows
              programme={programme}
              standing={standing}
              proofs={person.proofs}
              beside={(proof) =>
                proof.recordedBy === null ? null : <WithdrawProof proof={proof.id} onDone={onChanged} />
              }
            />
          </section>
        );
      })}
      {person.exemptions.map((one) => (
        <p key={one.id}>
          {t('learning.training.setAside', {
            day: formatDay(one.until),
            reason: t(`learning.exemption.${one.reason}`),
          })}
        </p>
      ))}
      {!others && <p className={styles['small']}>{t('learning.training.notOneself')}</p>}
      {others && form === null && (
        <p className={styles['marks']}>
          <Button onClick={() => setForm('proof')}>{t('learning.training.record')}</Button>
          {roles.includes('coordinator') && shut.length > 0 && (
            <Button onClick={() => setForm('exempt')}>{t('learning.training.exempt')}</Button>
          )}
        </p>
      )}
      {form === 'proof' && (
        <RecordProofForm person={person} name={name} found={found} onDone={done} onLeave={() => setForm(null)} />
      )}
      {form === 'exempt' && (
        <ExemptForm
          person={person}
          name={name}
          found={found}
          requirements={shut.map(({ requirement }) => requirement)}
          onDone={done}
          onLeave={() => setForm(null)}
        />
      )}
    </div>
  );
}

/** Takes back what was recorded by mistake; asks once. */
function WithdrawProof({ proof, onDone }: { readonly proof: ProofId; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const [sure, setSure] = useState(false);
  const { busy, refused, run } = useChange(onDone);
  const withdraw = (): Promise<void> => run(() => work.api.call(trainingRoutes.withdrawProof, { params: { proof } }));
  return (
    <span className={styles['marks']}>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {sure ? (
        <Button kind="danger" busy={busy && t('learning.organise.saving')} onClick={() => void withdraw()}>
          {t('learning.training.withdrawSure')}
        </Button>
      ) : (
        <Button onClick={() => setSure(true)}>{t('learning.training.withdraw')}</Button>
      )}
    </span>
  );
}
