import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Button, Card, EmptyState, Notice, Page, Rows, Skeleton } from '#platform/web/ui';
import { GivenSetPage } from '../guide/given-set-page.tsx';
import { GuidePage } from '../guide/guide-page.tsx';
import { refusalMessage } from '../refusal-message.ts';
import { useNow } from '../use-now.ts';
import { MakeWorkshopForm } from './make-workshop-form.tsx';
import { OfferedPlace } from './offered-place.tsx';
import { SessionLine } from './session-line.tsx';
import { SessionPage } from './session-page.tsx';
import { useWorkshops, type ListedSession, type Workshops } from './use-workshops.ts';
import { WorkshopCard } from './workshop-card.tsx';
import styles from './workshops.module.css';

const leading = ['administrator', 'coordinator'];

/** What is taught in a room or on line: when, who has a place, and the way to get one. */
export function WorkshopsScreen() {
  const { _splat: rest = '' }: { readonly _splat?: string } = useParams({ strict: false });
  const [session = '', part, material] = rest.split('/');
  if (session === '') return <WorkshopList />;
  if (part === 'given' && material !== undefined) return <GivenSetPage session={session} material={material} />;
  return part === undefined ? <SessionPage id={session} /> : <GuidePage session={session} part={part} />;
}

function WorkshopList() {
  const { t } = useLanguage();
  const { roles } = useOpenWork();
  const { found, refused, reload } = useWorkshops();
  const [making, setMaking] = useState(false);
  const now = useNow();
  const plans = roles.some((role) => leading.includes(role));
  const offered = found?.sessions.find(({ mine }) => mine?.state === 'offered');
  return (
    <Page
      title={t('learning.workshops.title')}
      lead={t('learning.workshops.lead')}
      actions={<Link to="/training">{t('learning.training.title')}</Link>}
    >
      {refused !== null && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
      {found === null && refused === null && <Skeleton label={t('learning.workshops.loading')} lines={6} />}
      {found && offered && <OfferedPlace session={offered} found={found} onChanged={reload} />}
      {found?.workshops.length === 0 && <EmptyState>{t('learning.workshops.none')}</EmptyState>}
      {found &&
        soonestFirst(found, now).map(({ workshop, sessions }) => (
          <WorkshopCard key={workshop.id} workshop={workshop} sessions={sessions} plans={plans} onChanged={reload} />
        ))}
      {plans && !making && (
        <p>
          <Button onClick={() => setMaking(true)}>{t('learning.workshops.make')}</Button>
        </p>
      )}
      {making && (
        <Card title={t('learning.workshops.make')}>
          <MakeWorkshopForm
            onDone={() => {
              setMaking(false);
              reload();
            }}
            onLeave={() => setMaking(false)}
          />
        </Card>
      )}
      {found && (
        <PastSessions
          sessions={found.sessions.filter((one) => isOver(one, now))}
          onChanged={reload}
          titleOf={titles(found)}
        />
      )}
    </Page>
  );
}

function PastSessions({
  sessions,
  titleOf,
  onChanged,
}: {
  readonly sessions: readonly ListedSession[];
  readonly titleOf: (session: ListedSession) => string;
  readonly onChanged: () => void;
}) {
  const { t } = useLanguage();
  if (sessions.length === 0) return null;
  return (
    <Card title={t('learning.workshops.past')} beside={sessions.length}>
      <div className={styles['stack']}>
        <Rows>
          {sessions.toReversed().map((session) => (
            <SessionLine key={session.id} session={session} title={titleOf(session)} onChanged={onChanged} />
          ))}
        </Rows>
      </div>
    </Card>
  );
}

function titles({ workshops }: { readonly workshops: readonly { readonly id: string; readonly title: string }[] }) {
  return ({ workshop }: ListedSession): string => workshops.find(({ id }) => id === workshop)?.title ?? '';
}

/** Workshops with what is to come of them; those of which nothing is come last. */
function soonestFirst({ workshops, sessions }: Workshops, now: Date) {
  const first = (of: readonly ListedSession[]): number =>
    of[0] ? Date.parse(of[0].startsAt) : Number.MAX_SAFE_INTEGER;
  return workshops
    .map((workshop) => ({
      workshop,
      // They are told in the order in which they begin.
      sessions: sessions.filter((one) => one.workshop === workshop.id && !isOver(one, now)),
    }))
    .toSorted((left, right) => first(left.sessions) - first(right.sessions));
}

function isOver({ endsAt }: ListedSession, now: Date): boolean {
  return new Date(endsAt) <= now;
}
