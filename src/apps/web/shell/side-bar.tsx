import { Link } from '@tanstack/react-router';
import {
  BadgeCheck,
  ChartScatter,
  Presentation,
  FileText,
  GraduationCap,
  Library,
  Scale,
  ScrollText,
  Table2,
  UserRound,
  Users,
} from 'lucide-react';
import { lazy, Suspense, useEffect, useId, useState } from 'react';
import { tenantRoutes } from '#kernel/accounts';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import styles from './frame.module.css';
import { ModuleLink } from './module-link.tsx';
import { useWays, type Way } from './use-ways.tsx';
import { shellIcon } from './shell-icon.ts';

const WayCount = lazy(async () => ({ default: (await import('#modules/casework/web')).WayCount }));

/** The strand one works in, then oneself; beside each way how much waits there. */
export function SideBar({
  coordinates,
  writes,
  counts,
}: {
  readonly coordinates: boolean;
  readonly writes: boolean;
  /** Speaks for the programme in numbers. */
  readonly counts: boolean;
}) {
  const { t } = useLanguage();
  const ways = useWays(coordinates);
  return (
    <nav className={styles['side']} aria-label={t('shell.casework')}>
      <div className={styles['sideInner']}>
        <div className={styles['sideBrand']}>
          <img src="/mark.svg" alt="" width="36" height="36" />
          <div>
            Baken
            <ProgrammeName />
          </div>
        </div>
        <div className={styles['group']}>{t('shell.casework')}</div>
        {ways.map((way) => (
          <SideWay key={way.to} way={way} />
        ))}
        <Link to="/procedures">
          <Scale {...shellIcon} />
          {t('shell.procedures')}
        </Link>
        {coordinates && (
          <Link to="/stationery">
            <FileText {...shellIcon} />
            {t('shell.stationery')}
          </Link>
        )}
        <div className={styles['group']}>{t('shell.learning')}</div>
        <ModuleLink icon={<GraduationCap {...shellIcon} />} />
        <Link to="/training">
          <BadgeCheck {...shellIcon} />
          {t('shell.training')}
        </Link>
        <Link to="/workshops">
          <Presentation {...shellIcon} />
          {t('shell.workshops')}
        </Link>
        {coordinates && (
          <Link to="/learning">
            <Users {...shellIcon} />
            {t('shell.learners')}
          </Link>
        )}
        {writes && (
          <Link to="/courses">
            <FileText {...shellIcon} />
            {t('shell.courses')}
          </Link>
        )}
        {counts && (
          <>
            <div className={styles['group']}>{t('shell.diplomacy')}</div>
            <Link to="/tables">
              <Table2 {...shellIcon} />
              {t('shell.tables')}
            </Link>
            <Link to="/ledger">
              <ScrollText {...shellIcon} />
              {t('shell.ledger')}
            </Link>
            <Link to="/abroad">
              <Library {...shellIcon} />
              {t('shell.abroad')}
            </Link>
            <Link to="/estimator">
              <ChartScatter {...shellIcon} />
              {t('shell.estimator')}
            </Link>
          </>
        )}
        <div className={styles['group']}>{t('shell.self')}</div>
        <Link to="/people">
          <Users {...shellIcon} />
          {t('shell.people')}
        </Link>
        <Link to="/account">
          <UserRound {...shellIcon} />
          {t('shell.account')}
        </Link>
      </div>
    </nav>
  );
}

/** The count is the link's description, so that the link keeps its plain name. */
function SideWay({ way }: { readonly way: Way }) {
  const told = useId();
  return (
    <Link to={way.to} aria-describedby={way.counts ? told : undefined}>
      {way.icon}
      {way.word}
      {way.counts && (
        <Suspense fallback={null}>
          <WayCount of={way.counts} id={told} />
        </Suspense>
      )}
    </Link>
  );
}

/** The programme on the door plate. */
function ProgrammeName() {
  const { work } = useWork();
  const [name, setName] = useState('');
  useEffect(() => {
    void work.api.call(tenantRoutes.readEntrance, {}).then((answer) => {
      if (answer.ok && answer.value.state === 'founded') setName(answer.value.name);
    });
  }, [work]);
  return (
    <span className={styles['programme']} dir="auto">
      {name}
    </span>
  );
}
