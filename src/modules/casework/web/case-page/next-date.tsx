import { Link } from '@tanstack/react-router';
import { addDays, type CivilDate } from '#platform/base';
import { dueTypeOf, type Deadline, type JourneyAnswer, type Pack } from '#kernel/procedures';
import { formatMonth, formatWeekday } from '#kernel/languages';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import { silenceLimit } from '#modules/casework';
import { recordsOf, type OpenedCase } from '#modules/casework/client';
import { Button, CalendarLeaf, Lit, lookOf } from '#platform/web/ui';
import { DateHistoryLines } from '../journey/date-history-lines.tsx';
import { MissedWords } from '../journey/date-row.tsx';
import type { DateHistory } from '../journey/use-date-history.ts';
import { DueMark } from '../shared/due-mark.tsx';
import { isPresumed } from '../shared/is-presumed.ts';
import styles from './next-date.module.css';
import { WhyThisDate } from './why-this-date.tsx';

/** The day of a deadline; a term in hours ends on the day of its end. */
export function dayOfDeadline(deadline: Deadline): CivilDate {
  // The engine's days have the form of days.
  return deadline.due.slice(0, 10) as CivilDate;
}

/** Dates that somebody on the person's side must act on, running or missed, earliest first. */
export function ownDeadlines(answer: JourneyAnswer): readonly Deadline[] {
  return answer.deadlines.filter(
    ({ addressee, state, sense }) =>
      addressee === 'person' && sense !== 'from' && (state === 'running' || state === 'missed'),
  );
}

/** The one lit thing of a case: what must be done next, by when, and why then. */
export function NextDate({
  opened,
  answer,
  packs,
  history,
  onRecord,
}: {
  readonly opened: OpenedCase;
  readonly answer: JourneyAnswer;
  readonly packs: readonly Pack[];
  readonly history: DateHistory;
  readonly onRecord: () => void;
}) {
  const { t, language, formatDay } = useLanguage();
  const { today } = useOpenWork();
  const next = litDate(answer, today);
  const pack = packs.find(({ id }) => id === next?.pack);
  if (!next || !pack) {
    return (
      <Lit title={t('casework.next.title')}>
        <p>
          {t('casework.next.nothing')} {t('casework.next.checkIn', { day: formatDay(nextCheckIn(opened, today)) })}
        </p>
      </Lit>
    );
  }
  const day = dayOfDeadline(next);
  return (
    <Lit title={t('casework.next.title')} beside={<DueMark date={day} today={today} />}>
      <div className={styles['next']}>
        <div className={styles['row']}>
          <CalendarLeaf
            weekday={formatWeekday(day, language)}
            day={String(Number(day.slice(8)))}
            month={formatMonth(day, language)}
          />
          <div>
            <p className={styles['act']}>{next.title}</p>
            <p>{t(next.sense === 'end' ? 'casework.next.ends' : 'casework.next.by', { day: formatDay(day) })}</p>
            {next.state === 'missed' && <p className={styles['muted']}>{t('casework.next.late')}</p>}
          </div>
        </div>
        {next.state === 'missed' && <MissedWords deadline={next} history={history} />}
        <DateHistoryLines deadline={next} history={history} />
        <div className={styles['actions']}>
          {hasApplication(pack, next) && (
            <Link to="/cases/$case/$part" params={{ case: opened.id, part: 'applications' }} className={lookOf('main')}>
              {t('casework.next.openPack')}
            </Link>
          )}
          <Button kind={hasApplication(pack, next) ? 'plain' : 'main'} onClick={onRecord}>
            {t('casework.fact.record')}
          </Button>
        </div>
        <WhyThisDate deadline={next} pack={pack} open correct presumed={isPresumed(opened, next)} />
      </div>
    </Lit>
  );
}

/** Whether something is sent in for a date of this type. */
function hasApplication(pack: Pack, { ref }: Deadline): boolean {
  const type = dueTypeOf(pack, ref);
  return type === 'permit' || type === 'remedy' || type === 'supplement' || type === 'claim';
}

/** The day by which somebody should speak with the person again, as agreed or as usual. */
function nextCheckIn(opened: OpenedCase, today: CivilDate): CivilDate {
  const head = recordsOf(opened, 'head').at(-1)?.content;
  const limit = silenceLimit(
    {
      id: opened.id,
      state: opened.open.state.name,
      phase: opened.open.phase,
      acceptedOn: opened.open.state.on,
      lastTwoWay: head?.lastTwoWay ?? null,
      agreedDays: head?.agreedDays ?? null,
      quietUntil: head?.quietUntil ?? null,
      nextHardDate: null,
      reasons: [],
    },
    today,
  );
  const by = addDays(head?.lastTwoWay ?? opened.open.state.on, limit);
  return by < today ? today : by;
}

/** Days for which a hard date that passed stays what must be looked at first: some can still be repaired. */
const daysRepairable = 28;

/** The date that is lit: a hard one of the person that passed lately, else the earliest that still runs. */
export function litDate(answer: JourneyAnswer, today: CivilDate): Deadline | undefined {
  const deadlines = ownDeadlines(answer);
  const late = deadlines.filter(
    (deadline) =>
      deadline.state === 'missed' &&
      deadline.kind === 'hard' &&
      dayOfDeadline(deadline) >= addDays(today, -daysRepairable),
  );
  return late[0] ?? deadlines.find(({ state }) => state === 'running');
}
