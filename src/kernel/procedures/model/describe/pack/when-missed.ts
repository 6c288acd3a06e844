import type { Condition, DeadlineRule, DeadlineState } from '../../pack.ts';
import type { PackSentence } from './pack-document.ts';
import { datesOf, guardOf, itemsOf, quoted, sentence, stageOf, stagesOf, type PackTeller } from './pack-teller.ts';
import { warningText } from './say-warning.ts';

/** What follows in a pack from a date that was missed: a stage, a warning, a step, another date. */
export function whenMissed(teller: PackTeller, rule: DeadlineRule): readonly PackSentence[] {
  if (rule.sense === 'from') return [];
  const items = [...timersAfter(teller, rule), ...warningsAfter(teller, rule), ...openedBy(teller, rule)];
  if (items.length === 0) return [sentence(teller.t('procedures.dates.missedNothing'))];
  return [{ text: teller.t('procedures.dates.missed'), items: itemsOf([...new Set(items)]) }];
}

function timersAfter(teller: PackTeller, { ref }: DeadlineRule): readonly string[] {
  return teller.pack.tracks.flatMap((track) =>
    track.timers
      .filter(({ after }) => after.includes(ref))
      .map((timer) =>
        teller.t('procedures.dates.missedTimer', {
          from: stagesOf(teller, track.id, timer.from),
          to: stageOf(teller, track.id, timer.to),
        }),
      ),
  );
}

function warningsAfter(teller: PackTeller, { ref }: DeadlineRule): readonly string[] {
  return teller.pack.warnings
    .filter(({ when }) => when !== undefined && asksMissed(when, ref, false))
    .map(({ code, values }) =>
      teller.t('procedures.dates.missedWarning', { warning: warningText(teller, code, values) }),
    );
}

function openedBy(teller: PackTeller, { ref }: DeadlineRule): readonly string[] {
  const { t, pack } = teller;
  return [
    ...pack.next
      .filter(({ when }) => when !== undefined && asksMissed(when, ref, false))
      .map(({ by }) => t('procedures.dates.missedStep', { by: quoted(teller, `fact.${by}`) })),
    ...pack.deadlines
      .filter(({ onlyIfMissed }) => onlyIfMissed === ref)
      .map((later) => t('procedures.dates.missedDate', { date: datesOf(teller, [later.ref]) })),
    ...pack.guards
      .filter((guard) => 'met' in guard && asksMissed(guard.met, ref, true))
      .map(({ id }) => t('procedures.dates.missedGuard', { guard: guardOf(teller, id) })),
  ];
}

const missed: DeadlineState = 'missed';

/** Whether a condition asks that a date is missed; `denied` asks that it is not. */
function asksMissed(condition: Condition, ref: string, denied: boolean): boolean {
  if ('all' in condition) return condition.all.some((part) => asksMissed(part, ref, denied));
  if ('any' in condition) return condition.any.some((part) => asksMissed(part, ref, denied));
  if ('not' in condition) return asksMissed(condition.not, ref, !denied);
  return !denied && 'deadline' in condition && condition.deadline.includes(ref) && condition.state.includes(missed);
}
