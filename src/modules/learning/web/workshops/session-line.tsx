import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { StateMark } from '#platform/web/ui';
import { useNow } from '../use-now.ts';
import { OwnSeat } from './own-seat.tsx';
import { useWhen } from './use-when.ts';
import type { ListedSession } from './use-workshops.ts';
import styles from './workshops.module.css';

/** One session: when and where it is, how full, and what one may do. */
export function SessionLine({
  session,
  title,
  onChanged,
}: {
  readonly session: ListedSession;
  /** Where sessions of several workshops stand together. */
  readonly title?: string;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  const { span, moment } = useWhen();
  const now = useNow();
  const { id, startsAt, endsAt, signUpUntil, state, leads, guide, mine } = session;
  const coming = new Date(startsAt) > now;
  return (
    <li className={styles['session']}>
      <p className={styles['marks']}>
        <strong>{span(startsAt, endsAt)}</strong>
        {title !== undefined && <bdi>{title}</bdi>}
        {state === 'cancelled' && <StateMark kind="plain">{t('learning.workshop.cancelled')}</StateMark>}
        {state === 'closed' && coming && <StateMark kind="plain">{t('learning.workshop.closed')}</StateMark>}
      </p>
      <SessionFacts session={session} />
      {coming && state === 'open' && mine === null && (
        <p className={styles['small']}>{t('learning.workshop.until', { moment: moment(signUpUntil) })}</p>
      )}
      <OwnSeat session={session} onChanged={onChanged} />
      {guide && (
        <p>
          <Link to="/workshops/$" params={{ _splat: `${id}/guide` }}>
            {t('learning.guide.open')}
            <span className="visually-hidden">, {span(startsAt, endsAt)}</span>
          </Link>
        </p>
      )}
      {leads && (
        <p>
          <Link to="/workshops/$" params={{ _splat: id }}>
            {t(coming ? 'learning.workshop.who' : 'learning.workshop.whoCame')}
            <span className="visually-hidden">, {span(startsAt, endsAt)}</span>
          </Link>
        </p>
      )}
    </li>
  );
}

/** Where it is, how full it is, who trains. */
export function SessionFacts({ session }: { readonly session: ListedSession }) {
  const { t } = useLanguage();
  const { names } = useOpenWork();
  const now = useNow();
  const { place, accessNote, link, free, places, waiting, trainers } = session;
  const nameOf = (user: (typeof trainers)[number]): string => names.get(user) ?? t('learning.training.somebody');
  return (
    <div className={styles['small']}>
      {place !== '' && (
        <p>
          <bdi>{place}</bdi>
        </p>
      )}
      {accessNote !== '' && (
        <p>
          <bdi>{accessNote}</bdi>
        </p>
      )}
      {link !== null && link !== '' && (
        <p>
          <a href={link} target="_blank" rel="noreferrer">
            {t('learning.workshop.link')}
            <span className="visually-hidden"> ({t('learning.training.newTab')})</span>
          </a>
        </p>
      )}
      {session.state !== 'cancelled' && new Date(session.startsAt) > now && (
        <p>{t('learning.workshop.full', { free, places, waiting })}</p>
      )}
      {trainers.length > 0 && <p>{t('learning.workshop.trainers', { names: trainers.map(nameOf).join(', ') })}</p>}
    </div>
  );
}
