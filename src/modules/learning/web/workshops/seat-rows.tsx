import { useState } from 'react';
import { roomTime } from '#kernel/gatherings';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { Button, Disclosure, EmptyState, Notice, Rows, StateMark } from '#platform/web/ui';
import { workshopRoutes } from '../../contract/workshop-routes.ts';
import { refusalMessage } from '../refusal-message.ts';
import { useChange } from '../training/use-change.ts';
import { useNow } from '../use-now.ts';
import { SeatMark } from './seat-mark.tsx';
import { timesOf } from './times-of.ts';
import type { LedSession, ListedSeat } from './use-workshops.ts';
import { useWhen } from './use-when.ts';
import styles from './workshops.module.css';

interface SeatProps {
  readonly found: LedSession;
  readonly plans: boolean;
  readonly onChanged: () => void;
}

/** Everybody who has a place or waits, in order. */
export function SeatRows({ seats, ...props }: SeatProps & { readonly seats: readonly ListedSeat[] }) {
  const { t } = useLanguage();
  if (seats.length === 0) return <EmptyState>{t('learning.session.nobody')}</EmptyState>;
  return (
    <Rows>
      {seats.map((seat) => (
        <SeatRow key={seat.id} seat={seat} {...props} />
      ))}
    </Rows>
  );
}

function SeatRow({ seat, found, plans, onChanged }: SeatProps & { readonly seat: ListedSeat }) {
  const { t } = useLanguage();
  const { names, person } = useOpenWork();
  const change = useChange(onChanged);
  const now = useNow().getTime();
  const { startsAt, endsAt, state } = found.session;
  const name = seat.user === null ? seat.label : names.get(seat.user);
  const shown = name ?? t('learning.training.somebody');
  const begins = new Date(startsAt).getTime();
  const keeps =
    state !== 'cancelled' && seat.state === 'confirmed' && roomTime(timesOf(found.session), new Date(now)) !== 'early';
  return (
    <li className={styles['session']}>
      <div className={styles['seat']}>
        <span className={styles['marks']}>
          <strong>
            <bdi>{shown}</bdi>
          </strong>
          <SeatMark state={seat.state} until={seat.until} />
          {seat.mark !== null && (
            <StateMark kind={seat.mark === 'present' ? 'checked' : 'unchecked'}>
              {t(`learning.mark.${seat.mark}`)}
            </StateMark>
          )}
        </span>
        {keeps && seat.user !== person.user && <KeepMark seat={seat} name={shown} found={found} change={change} />}
        {!keeps && state !== 'cancelled' && now < Date.parse(endsAt) && (
          <ChangeSeat seat={seat} name={shown} found={found} plans={plans && now < begins} change={change} />
        )}
      </div>
      {seat.unreached && <p className={styles['small']}>{t('learning.session.unreached')}</p>}
      {change.refused !== null && <Notice tone="late">{refusalMessage(t, change.refused)}</Notice>}
      {(seat.marks.length > 1 || seat.marks[0]?.way === 'room-code') && <HowKept seat={seat} />}
    </li>
  );
}

interface RowAct {
  readonly seat: ListedSeat;
  readonly name: string;
  readonly found: LedSession;
  readonly change: ReturnType<typeof useChange>;
}

function KeepMark({ seat, name, found, change: { busy, run } }: RowAct) {
  const { t } = useLanguage();
  const { work } = useWork();
  const keep = (mark: 'present' | 'absent'): void =>
    void run(() =>
      work.api.call(workshopRoutes.keepAttendance, {
        params: { gathering: found.session.id, seat: seat.id },
        input: { mark },
      }),
    );
  return (
    <span className={styles['marks']}>
      {(['present', 'absent'] as const).map(
        (mark) =>
          seat.mark !== mark && (
            <Button key={mark} busy={busy && t('learning.organise.saving')} onClick={() => keep(mark)}>
              {t(`learning.mark.${mark}`)}
              <span className="visually-hidden">: {name}</span>
            </Button>
          ),
      )}
    </span>
  );
}

function ChangeSeat({ seat, name, found, plans, change: { busy, run } }: RowAct & { readonly plans: boolean }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const [sure, setSure] = useState(false);
  const params = { gathering: found.session.id, seat: seat.id };
  const saving = busy && t('learning.organise.saving');
  const given = seat.state === 'offered' || (seat.state === 'waiting' && found.session.free > 0);
  return (
    <span className={styles['marks']}>
      {given && (
        <Button
          busy={saving}
          onClick={() => void run(() => work.api.call(workshopRoutes.confirmSeat, { params, input: {} }))}
        >
          {t('learning.session.confirm')}
          <span className="visually-hidden">: {name}</span>
        </Button>
      )}
      {plans && !sure && (
        <Button onClick={() => setSure(true)}>
          {t('learning.session.takeOff')}
          <span className="visually-hidden">: {name}</span>
        </Button>
      )}
      {plans && sure && (
        <Button
          kind="danger"
          busy={saving}
          onClick={() => void run(() => work.api.call(workshopRoutes.takeOffSeat, { params }))}
        >
          {t('learning.session.takeOffSure')}
          <span className="visually-hidden">: {name}</span>
        </Button>
      )}
    </span>
  );
}

/** How it is known who was there, and what was kept before it was corrected. */
function HowKept({ seat }: { readonly seat: ListedSeat }) {
  const { t } = useLanguage();
  const { names } = useOpenWork();
  const { moment } = useWhen();
  return (
    <Disclosure quiet summary={t(seat.marks.length > 1 ? 'learning.session.corrected' : 'learning.session.how')}>
      <ul className={styles['small']}>
        {seat.marks.map(({ mark, by, way, at }) => (
          <li key={at}>
            {t(way === 'list' ? 'learning.session.keptLine' : 'learning.session.keptByCode', {
              mark: t(`learning.mark.${mark}`),
              by: names.get(by) ?? t('learning.training.somebody'),
              at: moment(at),
            })}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
