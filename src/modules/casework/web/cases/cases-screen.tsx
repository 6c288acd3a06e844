import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { phases, type Phase } from '#modules/casework';
import {
  Button,
  Card,
  Chip,
  EmptyState,
  Field,
  lookOf,
  Notice,
  Page,
  PersonChip,
  Select,
  Skeleton,
  StateMark,
} from '#platform/web/ui';
import { DueMark } from '../shared/due-mark.tsx';
import { createCaseFinder } from '../shared/find-cases.ts';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import { TrustMark } from '../shared/trust-mark.tsx';
import { useCaseload } from '../shared/use-caseload.ts';
import { caseLines, caseViews, fitsFilter, isInView, type CaseLine, type CaseViewName } from './case-filter.ts';
import styles from './cases-screen.module.css';

const pageSize = 25;

/** The list of cases: saved views, find, filters; code names only. */
export function CasesScreen() {
  const { t } = useLanguage();
  const { today, roles, names } = useOpenWork();
  const caseload = useCaseload();
  const [view, setView] = useState<CaseViewName>('open');
  const [text, setText] = useState('');
  const [phase, setPhase] = useState<Phase | ''>('');
  const [lead, setLead] = useState('');
  const [shown, setShown] = useState(pageSize);
  const lines = useMemo(() => caseLines(caseload.entries), [caseload.entries]);
  const finder = useMemo(() => createCaseFinder(caseload.entries), [caseload.entries]);
  const found = useMemo(() => filterLines(lines, text, finder), [lines, text, finder]);
  const listed = found.filter((line) => isInView(line, view, today) && fitsFilter(line, { phase, lead }));
  const leads = [...new Set(lines.flatMap((line) => line.lead ?? []))];
  const coordinates = roles.includes('coordinator') || roles.includes('duty');
  return (
    <Page
      title={t('casework.cases.title')}
      lead={
        caseload.at === 'open'
          ? t('casework.cases.count', { count: listed.length })
          : t('casework.cases.opening', { done: caseload.done })
      }
      actions={
        coordinates && (
          <Link to="/cases/new" className={lookOf('main')}>
            {t('casework.cases.new')}
          </Link>
        )
      }
    >
      <div className={styles['views']} role="group" aria-label={t('casework.cases.views')}>
        {caseViews.map((name) => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
            {t(`casework.cases.view.${name}`)} {found.filter((line) => isInView(line, name, today)).length}
          </button>
        ))}
      </div>
      <div className={styles['tools']}>
        <Field
          label={t('casework.cases.find')}
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Select
          label={t('casework.cases.phase')}
          value={phase}
          onChange={(event) => setPhase(phases.find((name) => name === event.target.value) ?? '')}
          options={[
            { value: '', label: t('casework.cases.any') },
            ...phases.map((name) => ({ value: name, label: t(`casework.phase.${name}`) })),
          ]}
        />
        {leads.length > 1 && (
          <Select
            label={t('casework.cases.lead')}
            value={lead}
            onChange={(event) => setLead(event.target.value)}
            options={[
              { value: '', label: t('casework.cases.any') },
              ...leads.map((user) => ({ value: user, label: names.get(user) ?? user.slice(0, 8) })),
            ]}
          />
        )}
      </div>
      {phase !== '' && (
        <p>
          <Chip
            removeLabel={t('casework.cases.removeFilter', { filter: t(`casework.phase.${phase}`) })}
            onRemove={() => setPhase('')}
          >
            {t(`casework.phase.${phase}`)}
          </Chip>
        </p>
      )}
      {caseload.refusal && (
        <Notice tone="late">
          <p>{caseRefusalMessage(t, caseload.refusal)}</p>
          <Button onClick={caseload.reload}>{t('casework.tryAgain')}</Button>
        </Notice>
      )}
      {caseload.at === 'opening' ? (
        <Skeleton label={t('casework.cases.opening', { done: caseload.done })} lines={8} />
      ) : (
        <CaseTable lines={listed.slice(0, shown)} total={listed.length} anyCase={lines.length > 0} />
      )}
      {listed.length > shown && (
        <div className={styles['more']}>
          <Button onClick={() => setShown(shown + pageSize)}>
            {t('casework.cases.more', { count: listed.length - shown })}
          </Button>
        </div>
      )}
    </Page>
  );
}

function filterLines(
  lines: readonly CaseLine[],
  text: string,
  finder: ReturnType<typeof createCaseFinder>,
): readonly CaseLine[] {
  if (text.trim() === '') return lines;
  const order = finder.find(text);
  const byId = new Map(lines.map((line) => [line.id, line]));
  return order.flatMap((id) => byId.get(id) ?? []);
}

function CaseTable({
  lines,
  total,
  anyCase,
}: {
  readonly lines: readonly CaseLine[];
  readonly total: number;
  readonly anyCase: boolean;
}) {
  const { t } = useLanguage();
  if (lines.length === 0) {
    return (
      <Card title={t('casework.cases.title')}>
        <EmptyState>{t(anyCase ? 'casework.cases.noneFits' : 'casework.cases.none')}</EmptyState>
      </Card>
    );
  }
  return (
    <div className={styles['table']}>
      <table>
        <caption className="visually-hidden">{t('casework.cases.caption', { count: total })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('casework.cases.case')}</th>
            <th scope="col">{t('casework.cases.nextDate')}</th>
            <th scope="col">{t('casework.cases.phase')}</th>
            <th scope="col">{t('casework.cases.lead')}</th>
            <th scope="col">{t('casework.cases.lastContact')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <CaseRow key={line.id} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CaseRow({ line }: { readonly line: CaseLine }) {
  const { t, formatShortDay } = useLanguage();
  const { today, names } = useOpenWork();
  const { open, entry, next, lead } = line;
  const title = entry.head?.nextDates.find(({ date }) => date === next)?.title;
  return (
    <tr>
      <td>
        <Link to="/cases/$case/$part" params={{ case: line.id, part: 'journey' }} className={styles['name']}>
          <bdi>{open.codeName}</bdi>
        </Link>
        {entry.trust === 'does-not-fit' && <TrustMark trust="does-not-fit" />}
        {title && next && (
          <span className={styles['line']}>
            {title}, {formatShortDay(next, today)}
          </span>
        )}
      </td>
      <td>
        {next ? (
          <DueMark date={next} today={today} />
        ) : (
          <StateMark kind="plain">{t('casework.cases.noDate')}</StateMark>
        )}
      </td>
      <td>
        {open.state.name === 'active' ? t(`casework.phase.${open.phase}`) : t(`casework.state.${open.state.name}`)}
      </td>
      <td>
        <PersonChip name={lead === null ? null : (names.get(lead) ?? null)} nobody={t('casework.noLead')} />
      </td>
      <td>{entry.head?.lastTwoWay ? formatShortDay(entry.head.lastTwoWay, today) : t('casework.cases.noContact')}</td>
    </tr>
  );
}
