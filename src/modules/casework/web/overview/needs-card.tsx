import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { daysBetween, type CivilDate } from '#platform/base';
import { needBands, type NeedReason, type RankedNeed } from '#modules/casework';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { CaseloadEntry } from '#modules/casework/client';
import { Button, EmptyState, Lit, lookOf, Rows, StateMark } from '#platform/web/ui';
import { DueMark } from '../shared/due-mark.tsx';
import { titleOfDate } from '../shared/title-of-date.ts';
import type { useCaseload } from '../shared/use-caseload.ts';
import { CaseloadPart } from './caseload-part.tsx';
import { entryById, needsOfCaseload } from './needs-of-caseload.ts';
import styles from './overview-screen.module.css';

const shownAtFirst = 6;

/** What one does about a reason: the code of the verb, and the part of the case where it is done. */
const ways: Partial<Record<NeedReason, readonly [verb: string, part: string]>> = {
  'record-does-not-fit': ['look', 'journey'],
  'referral-overdue': ['answer', 'journey'],
  'safety-check-overdue': ['check', 'journey'],
  'no-lead': ['match', 'access'],
  'lead-away': ['match', 'access'],
  'consent-ends': ['renew', 'person'],
  silence: ['ask', 'contact'],
  'question-waits': ['answer', 'contact'],
};

/** Needs you first: each case once, in its most pressing band, with a reason and one verb. */
export function NeedsCard({ caseload }: { readonly caseload: ReturnType<typeof useCaseload> }) {
  const { t } = useLanguage();
  const { today, session } = useOpenWork();
  const [all, setAll] = useState(false);
  const needs = useMemo(
    () => needsOfCaseload(caseload.entries, today, session.user),
    [caseload.entries, today, session.user],
  );
  const shown = all ? needs : needs.slice(0, shownAtFirst);
  return (
    <Lit
      title={t('casework.overview.needs')}
      beside={caseload.at === 'open' && t('casework.overview.needsCount', { shown: shown.length, all: needs.length })}
    >
      <CaseloadPart caseload={caseload} lines={6}>
        {needs.length === 0 && <NobodyWaits entries={caseload.entries} today={today} />}
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
      </CaseloadPart>
    </Lit>
  );
}

function NobodyWaits({ entries, today }: { readonly entries: readonly CaseloadEntry[]; readonly today: CivilDate }) {
  const { t, formatDay } = useLanguage();
  const next = entries
    .flatMap(({ open }) => open?.due ?? [])
    .filter(({ metOn, whose, date }) => metOn === null && whose === 'person' && date >= today)
    .map(({ date }) => date)
    .toSorted()[0];
  return (
    <EmptyState>
      {t('casework.overview.needsNone')} {next && t('casework.overview.needsNext', { day: formatDay(next) })}
    </EmptyState>
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
  const { t, language, formatShortDay } = useLanguage();
  const { names } = useOpenWork();
  const state = entry?.open?.state;
  const lead = state?.name === 'active' && state.lead !== null ? names.get(state.lead) : null;
  const title = titleOfDate(entry, need, language);
  const [verb, part] = ways[need.reason] ?? ['open', 'journey'];
  return (
    <div className={styles['need']}>
      <NeedMark need={need} today={today} />
      <div>
        <strong>
          <bdi>{entry?.open?.codeName}</bdi>
        </strong>{' '}
        <span className={styles['muted']}>{lead ?? t('casework.noLead')}</span>
        <p className={styles['reason']}>
          {title ?? t(`casework.need.${need.reason}`)}
          {need.date && `, ${formatShortDay(need.date, today)}`}
          {need.more > 0 && (
            <span className={styles['muted']}> {t('casework.overview.more', { count: need.more })}</span>
          )}
        </p>
      </div>
      <Link
        to="/cases/$case/$part"
        params={{ case: need.subject, part }}
        {...(need.reason === 'silence' ? { hash: 'ask' } : {})}
        className={lookOf('plain')}
        data-row
      >
        {t(`casework.overview.verb.${verb}`)}
        <span className="visually-hidden"> {entry?.open?.codeName}</span>
      </Link>
    </div>
  );
}

function NeedMark({ need, today }: { readonly need: RankedNeed; readonly today: CivilDate }) {
  const { t } = useLanguage();
  if (need.band === needBands.trust) return <StateMark kind="unfit">{t('casework.trust.unfit')}</StateMark>;
  if (need.reason === 'question-waits')
    return <StateMark kind="waiting">{t('casework.overview.waitsForYou')}</StateMark>;
  if (need.band === needBands.noLead) return <StateMark kind="plain">{t('casework.noLead')}</StateMark>;
  if (need.reason === 'silence' && need.date) {
    return <StateMark kind="soon">{t('casework.overview.silent', { days: daysBetween(need.date, today) })}</StateMark>;
  }
  if (need.reason === 'authority-late' && need.date)
    return <DueMark date={need.date} today={today} whose="authority" />;
  return need.date ? (
    <DueMark date={need.date} today={today} />
  ) : (
    <StateMark kind="plain">{t('casework.overview.verb.look')}</StateMark>
  );
}
