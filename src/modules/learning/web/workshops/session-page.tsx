import { Link } from '@tanstack/react-router';
import { evaluationTime, roomTime } from '#kernel/gatherings';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Breadcrumbs, Card, Notice, Page, Skeleton, StateMark } from '#platform/web/ui';
import { refusalMessage } from '../refusal-message.ts';
import { useNow } from '../use-now.ts';
import { ChangeSession } from './change-session.tsx';
import { EvaluationCard } from './evaluation-card.tsx';
import { InviteCard } from './invite-card.tsx';
import { MaterialsCard } from './materials-card.tsx';
import { RoomCard } from './room-card.tsx';
import { SeatRows } from './seat-rows.tsx';
import { SessionFacts } from './session-line.tsx';
import { timesOf } from './times-of.ts';
import { useSession, type LedSession } from './use-workshops.ts';
import { useWhen } from './use-when.ts';
import styles from './workshops.module.css';

const leading = ['administrator', 'coordinator'];

/** One session for whoever trains or plans it: who comes, who came, and what may be changed. */
export function SessionPage({ id }: { readonly id: string }) {
  const { t } = useLanguage();
  const { found, refused, reload } = useSession(id);
  const { span } = useWhen();
  return (
    <Page
      title={found ? <bdi>{found.title}</bdi> : t('learning.workshops.title')}
      lead={found ? span(found.session.startsAt, found.session.endsAt) : undefined}
      crumbs={
        <Breadcrumbs
          label={t('learning.workshops.way')}
          parts={[
            <Link key="all" to="/workshops">
              {t('learning.workshops.title')}
            </Link>,
            found?.title ?? '…',
          ]}
        />
      }
      actions={
        found?.session.guide && (
          <Link to="/workshops/$" params={{ _splat: `${id}/guide` }}>
            {t('learning.guide.open')}
          </Link>
        )
      }
      marks={
        found?.session.state === 'cancelled' && <StateMark kind="plain">{t('learning.workshop.cancelled')}</StateMark>
      }
    >
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {found === null && refused === null && <Skeleton label={t('learning.workshops.loading')} lines={6} />}
      {found && <Parts found={found} onChanged={reload} />}
    </Page>
  );
}

function Parts({ found, onChanged }: { readonly found: LedSession; readonly onChanged: () => void }) {
  const { t } = useLanguage();
  const { roles } = useOpenWork();
  const now = useNow();
  const { session, seats } = found;
  const plans = roles.some((role) => leading.includes(role));
  const coming = new Date(session.startsAt) > now && session.state !== 'cancelled';
  const here = seats.filter(({ state }) => state !== 'left');
  return (
    <>
      <Card title={t('learning.session.about')}>
        <div className={styles['stack']}>
          <SessionFacts session={session} />
          {plans && coming && <ChangeSession session={session} onChanged={onChanged} />}
        </div>
      </Card>
      <Card
        title={t(new Date(session.endsAt) > now ? 'learning.session.people' : 'learning.workshop.whoCame')}
        beside={here.length}
      >
        <SeatRows found={found} seats={here} plans={plans} onChanged={onChanged} />
      </Card>
      {session.state !== 'cancelled' && <MaterialsCard session={session} plans={plans} />}
      {session.state !== 'cancelled' && roomTime(timesOf(session), now) === 'open' && <RoomCard session={session} />}
      {session.state !== 'cancelled' && evaluationTime(timesOf(session), now) !== 'early' && (
        <EvaluationCard evaluation={found.evaluation} />
      )}
      {plans && coming && <InviteCard found={found} onChanged={onChanged} />}
    </>
  );
}
