import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { UserId } from '#platform/base';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import { phases } from '#modules/casework';
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
import { titleOfDate } from '../shared/title-of-date.ts';
import { TrustMark, UncheckedRing } from '../shared/trust-mark.tsx';
import { useCaseload } from '../shared/use-caseload.ts';
import { caseLines, caseViews, fitsFilter, isInView, type CaseLine } from './case-filter.ts';
import styles from './cases-screen.module.css';
import { listMemoryOf } from './list-memory.ts';

const pageSize = 25;

/** The view, phase and lead in the address as codes; what is typed and how much is shown stay in memory. */
function useListState() {
  const { work } = useWork();
  const memory = listMemoryOf(work);
  const navigate = useNavigate();
  const search: { readonly view?: string; readonly phase?: string; readonly lead?: string } = useSearch({
    strict: false,
  });
  const [text, setText] = useState(() => memory.place().text);
  const [shown, setShown] = useState(() => Math.max(pageSize, memory.place().shown));
  const choose = (change: { readonly view?: string; readonly phase?: string; readonly lead?: string }): void => {
    const kept = Object.entries({ ...search, ...change }).filter(([, value]) => value !== '');
    setShown(pageSize);
    void navigate({ to: '/cases', search: Object.fromEntries(kept), replace: true, resetScroll: false });
  };
  useEffect(() => {
    memory.keep({ text, shown });
  }, [memory, text, shown]);
  return {
    memory,
    text,
    setText,
    shown,
    showMore: () => setShown(shown + pageSize),
    view: caseViews.find((name) => name === search.view) ?? 'open',
    phase: phases.find((name) => name === search.phase) ?? ('' as const),
    lead: search.lead ?? '',
    choose,
  };
}

/** The list of cases: saved views, find, filters; code names only. */
export function CasesScreen() {
  const { t } = useLanguage();
  const { today, roles } = useOpenWork();
  const caseload = useCaseload();
  const list = useListState();
  const { view, phase, lead, text, memory } = list;
  const lines = useMemo(() => caseLines(caseload.entries), [caseload.entries]);
  const finder = useMemo(() => createCaseFinder(caseload.entries), [caseload.entries]);
  const found = useMemo(() => filterLines(lines, text, finder), [lines, text, finder]);
  const listed = useMemo(
    () => found.filter((line) => isInView(line, view, today) && fitsFilter(line, { phase, lead })),
    [found, view, today, phase, lead],
  );
  useEffect(() => {
    memory.keep({ order: listed.map(({ id }) => id) });
  }, [memory, listed]);
  const leads = [...new Set(lines.flatMap((line) => line.lead ?? []))];
  const coordinates = roles.includes('coordinator') || roles.includes('duty');
  const clear = (): void => {
    list.setText('');
    list.choose({ view: '', phase: '', lead: '' });
  };
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
            <Plus size={20} strokeWidth={1.75} aria-hidden />
            {t('casework.cases.new')}
          </Link>
        )
      }
    >
      <div className={styles['views']} role="group" aria-label={t('casework.cases.views')}>
        {caseViews.map((name) => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => list.choose({ view: name })}>
            {t(`casework.cases.view.${name}`)} {found.filter((line) => isInView(line, name, today)).length}
          </button>
        ))}
      </div>
      {lines.length > 0 && (
        <ListTools list={list} leads={leads} count={listed.length} opening={caseload.at === 'opening'} />
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
        <CaseTable
          lines={listed.slice(0, list.shown)}
          total={listed.length}
          none={
            lines.length > 0
              ? 'casework.cases.noneFits'
              : coordinates
                ? 'casework.cases.noneYet'
                : 'casework.cases.none'
          }
          {...(lines.length > 0 ? { clear } : {})}
        />
      )}
      {listed.length > list.shown && (
        <div className={styles['more']}>
          <Button onClick={list.showMore}>{t('casework.cases.more', { count: listed.length - list.shown })}</Button>
        </div>
      )}
    </Page>
  );
}

/** Find and filters; what is chosen stands below as chips that can be taken off. */
function ListTools({
  list,
  leads,
  count,
  opening,
}: {
  readonly list: ReturnType<typeof useListState>;
  readonly leads: readonly UserId[];
  readonly count: number;
  readonly opening: boolean;
}) {
  const { t } = useLanguage();
  const { names } = useOpenWork();
  const { phase, lead, text } = list;
  const nameOf = (user: string): string => {
    const known = leads.find((one) => one === user);
    return (known && names.get(known)) ?? t('casework.noName');
  };
  const chips = [
    ...(text.trim() === '' ? [] : [{ key: 'text', shown: `“${text}”`, off: () => list.setText('') }]),
    ...(phase === ''
      ? []
      : [{ key: 'phase', shown: t(`casework.phase.${phase}`), off: () => list.choose({ phase: '' }) }]),
    ...(lead === '' ? [] : [{ key: 'lead', shown: nameOf(lead), off: () => list.choose({ lead: '' }) }]),
  ];
  return (
    <>
      <div className={styles['tools']}>
        <Field
          label={t('casework.cases.find')}
          type="search"
          value={text}
          onChange={(event) => list.setText(event.target.value)}
        />
        <Select
          label={t('casework.cases.phase')}
          value={phase}
          onChange={(event) => list.choose({ phase: event.target.value })}
          options={[
            { value: '', label: t('casework.cases.any') },
            ...phases.map((name) => ({ value: name, label: t(`casework.phase.${name}`) })),
          ]}
        />
        {leads.length > 1 && (
          <Select
            label={t('casework.cases.lead')}
            value={lead}
            onChange={(event) => list.choose({ lead: event.target.value })}
            options={[
              { value: '', label: t('casework.cases.any') },
              ...leads.map((user) => ({ value: user, label: nameOf(user) })),
            ]}
          />
        )}
      </div>
      {chips.length > 0 && (
        <div className={styles['chips']}>
          {chips.map(({ key, shown, off }) => (
            <Chip key={key} removeLabel={t('casework.cases.removeFilter', { filter: shown })} onRemove={off}>
              {shown}
            </Chip>
          ))}
          <span className={styles['count']} role="status">
            {!opening && t('casework.cases.count', { count })}
          </span>
        </div>
      )}
    </>
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
  none,
  clear,
}: {
  readonly lines: readonly CaseLine[];
  readonly total: number;
  readonly none: string;
  readonly clear?: () => void;
}) {
  const { t } = useLanguage();
  if (lines.length === 0) {
    return (
      <Card title={t('casework.cases.title')}>
        <EmptyState>
          <p>{t(none)}</p>
          {clear && <Button onClick={clear}>{t('casework.cases.removeAll')}</Button>}
        </EmptyState>
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
      {lines.some(({ entry }) => entry.trust === 'not-checked') && (
        <p className={styles['legend']}>
          <UncheckedRing /> {t('casework.trust.legend')}
        </p>
      )}
    </div>
  );
}

function CaseRow({ line }: { readonly line: CaseLine }) {
  const { t, language, formatShortDay } = useLanguage();
  const { today, names } = useOpenWork();
  const { open, entry, next, lead } = line;
  const title = titleOfDate(entry, { date: next }, language);
  return (
    <tr>
      <td>
        <Link to="/cases/$case/$part" params={{ case: line.id, part: 'journey' }} className={styles['name']} data-row>
          <bdi>{open.codeName}</bdi>
        </Link>
        {entry.trust === 'not-checked' && <UncheckedRing />}
        {title && next && (
          <span className={styles['line']}>
            {title}, {formatShortDay(next, today)}
          </span>
        )}
      </td>
      <td>
        {entry.trust === 'does-not-fit' ? (
          <TrustMark trust="does-not-fit" />
        ) : next ? (
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
