import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { daysBetween, type CivilDate } from '#platform/base';
import { needBands, type RankedNeed } from '#modules/casework';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { CaseloadEntry } from '#modules/casework/client';
import { Button, EmptyState, Lit, lookOf, Rows, Skeleton, StateMark } from '#platform/web/ui';
import { DueMark } from '../shared/due-mark.tsx';
import type { CaseloadState } from '../shared/caseload-store.ts';
import { entryById, needsOfCaseload } from './needs-of-caseload.ts';
import styles from './overview-screen.module.css';

const shownAtFirst = 6;

/** Needs you first: each case once, in its most pressing band, with a reason and one way in. */
export function NeedsCard({ caseload }: { readonly caseload: CaseloadState }) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const [all, setAll] = useState(false);
  const needs = useMemo(() => needsOfCaseload(caseload.entries, today), [caseload.entries, today]);
  const shown = all ? needs : needs.slice(0, shownAtFirst);
  if (caseload.at === 'opening') {
    return (
      <Lit title={t('casework.overview.needs')}>
        <Skeleton label={t('casework.cases.opening', { done: caseload.done })} lines={6} />
      </Lit>
    );
  }
  return (
    <Lit
      title={t('casework.overview.needs')}
      beside={t('casework.overview.needsCount', { shown: shown.length, all: needs.length })}
    >
      {needs.length === 0 && <EmptyState>{t('casework.overview.needsNone')}</EmptyState>}
      <Rows>
        {shown.map((need) => (
          <li key={need.subject}>
            <NeedRow need={need} entry={entryById(caseload.entries, need.subject)} today={today} />
          </li>
        ))}
      </Rows>
      {needs.length > shown.length && (
        <Button kind="quiet" onClick={() => setAll(true)}>
          {t('casework.overview.needsAll', { count: needs.length })}
        </Button>
      )}
    </Lit>
  );
}

function NeedRow({
  need,
  entry,
  today,
}: {
  readonly need: RankedNeed;
  readonly entry: CaseloadEntry | undefined;
  readonly today: CivilDate;
}) {
  const { t } = useLanguage();
  const { names } = useOpenWork();
  const state = entry?.open?.state;
  const lead = state?.name === 'active' && state.lead !== null ? names.get(state.lead) : null;
  const title = entry?.head?.nextDates.find(({ date }) => date === need.date)?.title;
  return (
    <div className={styles['need']}>
      <NeedMark need={need} today={today} />
      <div>
        <strong>
          <bdi>{entry?.open?.codeName}</bdi>
        </strong>{' '}
        <span className={styles['muted']}>{lead ?? t('casework.noLead')}</span>
        <br />
        <span>
          {title ?? t(`casework.need.${need.reason}`)}
          {need.more > 0 && ` (${t('casework.overview.more', { count: need.more })})`}
        </span>
      </div>
      <Link to="/cases/$case/$part" params={{ case: need.subject, part: 'journey' }} className={lookOf('plain')}>
        {t('casework.overview.open')}
        <span className="visually-hidden"> {entry?.open?.codeName}</span>
      </Link>
    </div>
  );
}

function NeedMark({ need, today }: { readonly need: RankedNeed; readonly today: CivilDate }) {
  const { t } = useLanguage();
  if (need.band === needBands.trust) return <StateMark kind="unfit">{t('casework.trust.unfit')}</StateMark>;
  if (need.band === needBands.noLead) return <StateMark kind="plain">{t('casework.noLead')}</StateMark>;
  if (need.reason === 'silence' && need.date) {
    return <StateMark kind="soon">{t('casework.overview.silent', { days: daysBetween(need.date, today) })}</StateMark>;
  }
  if (need.reason === 'authority-late' && need.date)
    return <DueMark date={need.date} today={today} whose="authority" />;
  return need.date ? (
    <DueMark date={need.date} today={today} />
  ) : (
    <StateMark kind="plain">{t('casework.overview.look')}</StateMark>
  );
}
