import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Check, Notice, StateMark, type StateKind } from '#platform/web/ui';
import { mostInvited } from '../../model/open/people/invitation-lines.ts';
import { refusalMessage } from '../refusal-message.ts';
import { useChange } from '../training/use-change.ts';
import type { Invited, ListedPerson, PeopleCalls } from './people-calls.ts';
import styles from './people.module.css';

const kinds: Readonly<Record<ListedPerson['standing']['state'], StateKind>> = {
  done: 'done',
  due: 'soon',
  expired: 'late',
};

/** Shown at once, and more when asked for: as many as can be taken off the list in one go. */
const shownAtOnce = mostInvited;

/** Everybody on the list, and what is done about several of them at once. */
export function PeopleRows({
  people: everybody,
  calls,
  onChanged,
  onLink,
}: {
  readonly people: readonly ListedPerson[];
  readonly calls: PeopleCalls;
  readonly onChanged: () => void;
  readonly onLink: (made: Invited) => void;
}) {
  const { t } = useLanguage();
  const [from, setFrom] = useState(0);
  // Where people were taken off the list, the last page may be gone.
  const start = from < everybody.length ? from : 0;
  const people = everybody.slice(start, start + shownAtOnce);
  const [chosen, setChosen] = useState<readonly ListedPerson['id'][]>([]);
  const there = chosen.filter((id) => people.some((one) => one.id === id));
  const all = there.length === people.length;
  if (people.length === 0) return <p>{t('learning.people.noneOfThem')}</p>;
  return (
    <>
      <div className={styles['all']}>
        <Check
          label={t('learning.people.all')}
          checked={all}
          onChange={() => setChosen(all ? [] : people.map(({ id }) => id))}
        />
      </div>
      <ul className={styles['rows']}>
        {people.map((person) => (
          <li key={person.id} className={styles['row']}>
            <Check
              label={<bdi className={styles['label']}>{person.label}</bdi>}
              checked={there.includes(person.id)}
              onChange={(on) => setChosen(on ? [...there, person.id] : there.filter((id) => id !== person.id))}
            />
            <PersonMarks person={person} />
            {person.invitation !== 'opened' && <AnotherLink person={person} calls={calls} onLink={onLink} />}
          </li>
        ))}
      </ul>
      {everybody.length > shownAtOnce && (
        <p className={styles['all']}>
          <span role="status">
            {t('learning.people.page', { from: start + 1, to: start + people.length, of: everybody.length })}
          </span>{' '}
          {start > 0 && (
            <Button kind="quiet" onClick={() => setFrom(start - shownAtOnce)}>
              {t('learning.people.before')}
            </Button>
          )}
          {start + shownAtOnce < everybody.length && (
            <Button kind="quiet" onClick={() => setFrom(start + shownAtOnce)}>
              {t('learning.people.after')}
            </Button>
          )}
        </p>
      )}
      <Withdraw key={there.join()} chosen={there} calls={calls} onChanged={onChanged} />
    </>
  );
}

function PersonMarks({ person: { invitation, until, letter, standing } }: { readonly person: ListedPerson }) {
  const { t, formatDay } = useLanguage();
  const words = (): string => {
    switch (standing.state) {
      case 'done':
        return standing.until === null
          ? t('learning.people.done')
          : t('learning.people.doneUntil', { day: formatDay(standing.until) });
      case 'due':
        return t(standing.good ? 'learning.people.dueAgain' : 'learning.people.due', { day: formatDay(standing.by) });
      case 'expired':
        return t('learning.people.expired', { day: formatDay(standing.since) });
    }
  };
  return (
    <span className={styles['marks']}>
      <StateMark kind={kinds[standing.state]}>{words()}</StateMark>
      {invitation !== 'opened' && (
        <StateMark kind={invitation === 'waiting' ? 'waiting' : 'stale'}>
          {t(`learning.people.invitation.${invitation}`, { day: formatDay(until) })}
        </StateMark>
      )}
      {letter && <span className={styles['small']}>{t(`learning.people.letter.${letter}`)}</span>}
    </span>
  );
}

function AnotherLink({
  person,
  calls,
  onLink,
}: {
  readonly person: ListedPerson;
  readonly calls: PeopleCalls;
  readonly onLink: (made: Invited) => void;
}) {
  const { t } = useLanguage();
  const [refused, setRefused] = useState<string | null>(null);
  const renew = async (): Promise<void> => {
    const answer = await calls.renew(person.id);
    setRefused(answer.ok ? null : answer.refusal.type);
    if (answer.ok) onLink(answer.value);
  };
  return (
    <span>
      <Button kind="quiet" onClick={() => void renew()}>
        {t('learning.people.renew', { label: person.label })}
      </Button>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
    </span>
  );
}

function Withdraw({
  chosen,
  calls,
  onChanged,
}: {
  readonly chosen: readonly ListedPerson['id'][];
  readonly calls: PeopleCalls;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const [sure, setSure] = useState(false);
  const { busy, refused, run } = useChange(onChanged);
  const count = chosen.length;
  if (count === 0) return <p className={styles['small']}>{t('learning.people.choose')}</p>;
  return (
    <>
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {sure && <Notice>{t('learning.people.withdrawWhat')}</Notice>}
      <p>
        {sure ? (
          <Button
            kind="danger"
            busy={busy && t('learning.organise.saving')}
            onClick={() => void run(() => calls.withdraw(chosen))}
          >
            {t('learning.people.withdrawSure', { count })}
          </Button>
        ) : (
          <Button onClick={() => setSure(true)}>{t('learning.people.withdraw', { count })}</Button>
        )}
      </p>
    </>
  );
}
