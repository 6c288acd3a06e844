import type { CivilDate } from '#platform/base';
import type { JourneyAnswer } from '#kernel/procedures';
import type { JourneyRecord } from '../model/sealed/journey-record.ts';

type Shown = JourneyRecord['shown'][number];

/** Answers that are kept, the newest. */
const mostKept = 60;

/**
 * What was shown, with what is shown now: an answer takes the place of the one before on the same day only if it still says
 * every date that one said. So a date that was put right within a day leaves its trace like any other.
 */
export function keepShown(shown: readonly Shown[], now: Shown): Shown[] {
  const last = shown.at(-1);
  const replaces = last?.on === now.on && last.dates.every((date) => now.dates.some((one) => isSameDate(one, date)));
  return [...(replaces ? shown.slice(0, -1) : shown), now].slice(-mostKept);
}

function isSameDate(left: Shown['dates'][number], right: Shown['dates'][number]): boolean {
  return left.deadline === right.deadline && left.date === right.date;
}

/** What an answer shows on a day: the stage of the stay, and all dates that run or were missed. */
export function shownOn(answer: JourneyAnswer, on: CivilDate): Shown {
  return {
    on,
    stage: answer.stages.find(({ track }) => track === 'residence')?.stage ?? answer.stages[0]?.stage ?? 'none',
    dates: answer.deadlines
      .filter(({ state }) => state === 'running' || state === 'missed')
      .slice(0, 60)
      .map(({ id, ref, due, title, addressee, kind, state }) => ({
        deadline: id,
        ref,
        // The engine's days have the form of days; a term in hours ends on the day of its end.
        date: due.slice(0, 10) as CivilDate,
        title: title.slice(0, 300),
        whose: addressee,
        weight: kind,
        state,
      })),
  };
}
