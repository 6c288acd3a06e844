import type { Deadline } from '#kernel/procedures';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork } from '#kernel/spaces/web';
import type { OpenedCase } from '#modules/casework/client';
import { StateMark } from '#platform/web/ui';
import { WhyThisDate } from '../case-page/why-this-date.tsx';
import { DueMark } from '../shared/due-mark.tsx';
import { engineDay } from '../shared/engine-day.ts';
import { isPresumed } from '../shared/is-presumed.ts';
import { DateHistoryLines } from './date-history-lines.tsx';
import styles from './dates.module.css';
import { titleOfFact } from './fact-words.ts';
import { ProofOfFact } from './proof-of-fact.tsx';
import type { DateHistory } from './use-date-history.ts';
import { factThatCameLate, factThatMet } from './what-met.ts';

/** One date: how far it is, what met or missed it, what moved it, and why it is what it is. */
export function DateRow({
  opened,
  deadline,
  history,
}: {
  readonly opened: OpenedCase;
  readonly deadline: Deadline;
  readonly history: DateHistory;
}) {
  const { t, formatShortDay } = useLanguage();
  const { today } = useOpenWork();
  const pack = history.packs.find(({ id }) => id === deadline.pack);
  const day = engineDay(deadline.due);
  return (
    <div className={styles['row']}>
      <div className={styles['head']}>
        <span>
          <strong>{deadline.title}</strong>{' '}
          <span className={styles['muted']}>
            {formatShortDay(day, today)}, {t(`casework.weight.${deadline.kind}`)}
          </span>
        </span>
        {deadline.state === 'met' ? (
          <StateMark kind="done">{t('casework.dates.isMet')}</StateMark>
        ) : (
          <DueMark date={day} today={today} whose={deadline.addressee} />
        )}
      </div>
      {deadline.state === 'met' && <MetWords opened={opened} deadline={deadline} history={history} />}
      {deadline.state === 'missed' && <MissedWords deadline={deadline} history={history} />}
      <DateHistoryLines deadline={deadline} history={history} />
      {pack && <WhyThisDate deadline={deadline} pack={pack} presumed={isPresumed(opened, deadline)} />}
    </div>
  );
}

/** What met a date, and the paper that shows it. */
function MetWords({
  opened,
  deadline,
  history,
}: {
  readonly opened: OpenedCase;
  readonly deadline: Deadline;
  readonly history: DateHistory;
}) {
  const { t, language, formatDay } = useLanguage();
  const day = formatDay(engineDay(deadline.metOn ?? deadline.due));
  const fact = factThatMet(history.lines, history.packs, deadline);
  if (!fact) {
    return (
      <p className={styles['muted']}>{t(`casework.dates.met.${deadline.sense === 'from' ? 'from' : 'on'}`, { day })}</p>
    );
  }
  const title = titleOfFact(history.packs, fact.fact, language);
  const rests = opened.open.state.name === 'closed' || opened.open.state.name === 'aftercare';
  return (
    <>
      <p className={styles['muted']}>{t('casework.dates.met.by', { day, fact: title })}</p>
      <ProofOfFact opened={opened} fact={fact} title={title} mayAdd={!rests} />
    </>
  );
}

/** That a date passed and stays missed; and what came too late for it. */
export function MissedWords({ deadline, history }: { readonly deadline: Deadline; readonly history: DateHistory }) {
  const { t, language, formatDay } = useLanguage();
  const late = factThatCameLate(history.lines, history.packs, deadline);
  return (
    <p className={styles['muted']}>
      {t(`casework.dates.missed.${deadline.addressee}`, { day: formatDay(engineDay(deadline.due)) })}{' '}
      {late &&
        t('casework.dates.missed.late', {
          fact: titleOfFact(history.packs, late.fact, language),
          day: formatDay(late.on),
        })}
    </p>
  );
}
