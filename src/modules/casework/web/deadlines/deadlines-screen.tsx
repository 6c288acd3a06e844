import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { CircleDashed } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { Button, Card, Choice, Columns, EmptyState, Page } from '#platform/web/ui';
import { CalendarSave } from '../calendar/calendar-save.tsx';
import { daysOfOpenCase } from '../calendar/days-of-cases.ts';
import { CaseloadPart } from '../overview/caseload-part.tsx';
import { CheckNow } from '../overview/check-now.tsx';
import { DueMark } from '../shared/due-mark.tsx';
import { TrustMark } from '../shared/trust-mark.tsx';
import { titleOfDate } from '../shared/title-of-date.ts';
import { useCaseload } from '../shared/use-caseload.ts';
import { WeeksChart } from '../shared/weeks-chart.tsx';
import { datedLines, dateSpans, spanOf, weeksOf, type DatedLine } from './dated-lines.ts';
import styles from './deadlines-screen.module.css';

const pageSize = 25;

/** Every open date of my cases: how many in which span, week by week, and one by one. */
export function DeadlinesScreen() {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  const caseload = useCaseload();
  const navigate = useNavigate();
  const search: { readonly whose?: string; readonly span?: string } = useSearch({ strict: false });
  const [shown, setShown] = useState(pageSize);
  const whose = search.whose === 'authority' ? 'authority' : 'person';
  const span = dateSpans.find((name) => name === search.span) ?? null;
  const all = useMemo(() => datedLines(caseload.entries), [caseload.entries]);
  const days = useMemo(
    () => caseload.entries.flatMap(({ open, trust }) => (open && trust !== 'does-not-fit' ? daysOfOpenCase(open) : [])),
    [caseload.entries],
  );
  const side = all.filter(({ due }) => due.whose === whose);
  const lines = span === null ? side : side.filter(({ due }) => spanOf(due.date, today) === span);
  const choose = (change: { readonly whose?: string; readonly span?: string }): void => {
    setShown(pageSize);
    const kept = Object.entries({ ...search, ...change }).filter(([, value]) => value !== '');
    void navigate({ to: '/deadlines', search: Object.fromEntries(kept), replace: true, resetScroll: false });
  };
  return (
    <Page title={t('casework.deadlines.title')} lead={t('casework.deadlines.lead', { count: side.length })}>
      <div className={styles['spans']} role="group" aria-label={t('casework.deadlines.spans')}>
        {[null, ...dateSpans].map((name) => (
          <button key={name} type="button" aria-pressed={span === name} onClick={() => choose({ span: name ?? '' })}>
            {t(`casework.deadlines.${name ?? 'all'}`)}{' '}
            {side.filter(({ due }) => name === null || spanOf(due.date, today) === name).length}
          </button>
        ))}
      </div>
      <Columns
        main={
          <CaseloadPart caseload={caseload} lines={8}>
            {lines.length === 0 ? (
              <EmptyState>
                <p>{t(span === null ? 'casework.deadlines.none' : 'casework.deadlines.noneInSpan')}</p>
                {span !== null && (
                  <Button onClick={() => choose({ span: '' })}>{t('casework.deadlines.showAll')}</Button>
                )}
              </EmptyState>
            ) : (
              <SpanCards lines={lines.slice(0, shown)} counted={lines} />
            )}
            {lines.length > shown && (
              <div className={styles['more']}>
                <Button onClick={() => setShown(shown + pageSize)}>
                  {t('casework.cases.more', { count: lines.length - shown })}
                </Button>
              </div>
            )}
          </CaseloadPart>
        }
        aside={
          <>
            <Choice
              legend={t('casework.deadlines.whose')}
              name="whose"
              inline
              value={whose}
              onChange={(value) => choose({ whose: value === 'authority' ? value : '' })}
              options={[
                { value: 'person', label: t('casework.overview.ours') },
                { value: 'authority', label: t('casework.overview.authorities') },
              ]}
            />
            <Card title={t('casework.deadlines.weeks')}>
              <WeeksChart weeks={weeksOf(all, today)} />
              <CheckNow caseload={caseload} />
            </Card>
            <CalendarSave days={days} />
          </>
        }
      />
    </Page>
  );
}

/** One card per span that has dates; the count is that of the whole span, also when not all are shown. */
function SpanCards({
  lines,
  counted,
}: {
  readonly lines: readonly DatedLine[];
  readonly counted: readonly DatedLine[];
}) {
  const { t } = useLanguage();
  const { today } = useOpenWork();
  return dateSpans.map((span) => {
    const own = lines.filter(({ due }) => spanOf(due.date, today) === span);
    if (own.length === 0) return null;
    return (
      <Card
        key={span}
        title={t(`casework.deadlines.${span}`)}
        beside={counted.filter(({ due }) => spanOf(due.date, today) === span).length}
      >
        <ul className={styles['rows']}>
          {own.map(({ entry, due }) => (
            <DateLine key={due.id} entry={entry} due={due} />
          ))}
        </ul>
      </Card>
    );
  });
}

function DateLine({ entry, due }: DatedLine) {
  const { t, language, formatShortDay } = useLanguage();
  const { today, names } = useOpenWork();
  const title = titleOfDate(entry, due, language);
  const state = entry.open?.state;
  const lead = state?.name === 'active' && state.lead !== null ? names.get(state.lead) : null;
  return (
    <li>
      <span className={styles['day']}>{formatShortDay(due.date, today)}</span>
      <span>
        <Link to="/cases/$case/$part" params={{ case: entry.id, part: 'journey' }} data-row>
          <bdi>{entry.open?.codeName}</bdi>
        </Link>{' '}
        <span className={styles['muted']}>{lead ?? t('casework.noLead')}</span>
        <span className={styles['what']}>
          {title ?? t(`casework.dueType.${due.type}`)},{' '}
          <span className={styles['muted']}>{t(`casework.weight.${due.weight}`)}</span>
          {entry.trust === 'not-checked' && (
            <span className={styles['unchecked']}>
              <CircleDashed size={14} strokeWidth={1.75} aria-hidden /> {t('casework.trust.notChecked')}
            </span>
          )}
        </span>
      </span>
      {entry.trust === 'does-not-fit' ? (
        <TrustMark trust="does-not-fit" />
      ) : (
        <DueMark date={due.date} today={today} whose={due.whose} />
      )}
    </li>
  );
}
