import { Link } from '@tanstack/react-router';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Lit, lookOf, Page } from '#platform/web/ui';
import { useCaseload } from '../shared/use-caseload.ts';
import { DatesCard } from './dates-card.tsx';
import { LoadCard } from './load-card.tsx';
import { NeedsCard } from './needs-card.tsx';
import styles from './overview-screen.module.css';
import { PhasesCard } from './phases-card.tsx';
import { ProgrammeCard } from './programme-card.tsx';
import { OlderRulesCard } from '../rules/older-rules-card.tsx';
import { SilenceCard } from './silence-card.tsx';
import { useOverview } from './use-overview.ts';

/** The coordinator's day: who needs somebody first, dates, phases, silence, load. */
export function OverviewScreen() {
  const { t, formatDay } = useLanguage();
  const { today, names, person } = useOpenWork();
  const overview = useOverview();
  const caseload = useCaseload();
  const counts = overview.at === 'loaded' ? overview.value : null;
  const open =
    counts?.states.reduce(
      (sum, { state, cases }) => sum + (state === 'declined' || state === 'closed' ? 0 : cases),
      0,
    ) ?? 0;
  const overdue = counts?.dates.overdue.person ?? 0;
  const name = names.get(person.user)?.split(' ')[0] ?? person.handle;
  const lead = counts ? t('casework.overview.lead', { day: formatDay(today), open, overdue }) : `${formatDay(today)}.`;
  return (
    <Page title={t('casework.overview.title', { name })} lead={lead}>
      {counts && open === 0 ? (
        <FirstDay />
      ) : (
        <div className={styles['grid']}>
          <div className={styles['wide']}>
            <NeedsCard caseload={caseload} />
          </div>
          <div className={styles['narrow']}>
            <DatesCard overview={overview} caseload={caseload} />
          </div>
          <div className={`${styles['half']} ${styles['stack']}`}>
            <PhasesCard overview={overview} open={open} />
            <ProgrammeCard overview={overview} />
            <OlderRulesCard caseload={caseload} />
          </div>
          <div className={styles['half']}>
            <SilenceCard caseload={caseload} />
          </div>
          <div className={styles['full']}>
            <LoadCard overview={overview} />
          </div>
        </div>
      )}
    </Page>
  );
}

/** Three steps in place of empty charts. */
function FirstDay() {
  const { t } = useLanguage();
  return (
    <Lit title={t('casework.overview.firstDay')}>
      <ol className={styles['steps']}>
        <li>
          <Link to="/people">{t('casework.overview.firstInvite')}</Link>
        </li>
        <li>
          <Link to="/cases/new">{t('casework.overview.firstCase')}</Link>
        </li>
        <li>{t('casework.overview.firstTeam')}</li>
      </ol>
      <p>
        <Link to="/people" className={lookOf('main')}>
          {t('casework.overview.firstInvite')}
        </Link>
      </p>
    </Lit>
  );
}
