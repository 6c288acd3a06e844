import { addDays, type CivilDate, type SpaceId, type UserId } from '#platform/base';
import {
  isRunning,
  listSilences,
  needBands,
  needsOfOpenCase,
  nextDate,
  rankNeeds,
  type Need,
  type RankedNeed,
  type Silence,
} from '#modules/casework';
import type { CaseloadEntry } from '#modules/casework/client';

/** Days before its end from which a consent is worth a talk. */
const consentWarning = 14;

/** What needs somebody, most pressing first, from open rows and from what this device has opened. */
export function needsOfCaseload(entries: readonly CaseloadEntry[], on: CivilDate, user: UserId): readonly RankedNeed[] {
  const silences = new Map(silencesOfCaseload(entries, on).map((silence) => [silence.id, silence]));
  return rankNeeds(entries.flatMap((entry) => needsOf(entry, silences.get(entry.id), on, user)));
}

function needsOf(entry: CaseloadEntry, silence: Silence | undefined, on: CivilDate, user: UserId): readonly Need[] {
  const { id, open, head } = entry;
  if (!open || !isRunning(open.state.name)) return [];
  const acceptedOn = open.state.on;
  const need = (band: Need['band'], reason: Need['reason'], date: CivilDate | null): Need => ({
    subject: id,
    band,
    reason,
    date,
    acceptedOn,
  });
  const needs: Need[] = [...needsOfOpenCase({ id, state: open.state, due: open.due, acceptedOn }, on)];
  if (entry.trust === 'does-not-fit') needs.push(need(needBands.trust, 'record-does-not-fit', null));
  if (head?.safety?.result === 'now') needs.push(need(needBands.safety, 'safety-now', head.safety.on));
  if (head?.safety && head.safety.nextBy < on)
    needs.push(need(needBands.safety, 'safety-check-overdue', head.safety.nextBy));
  const asked = head?.asked.find(({ to }) => to === user);
  if (asked) needs.push(need(needBands.waitsForMe, 'question-waits', asked.on));
  for (const { until } of head?.consentEnds ?? []) {
    if (until <= addDays(on, consentWarning)) needs.push(need(needBands.consentEnds, 'consent-ends', until));
  }
  if (silence) needs.push(need(needBands.silence, 'silence', head?.lastTwoWay ?? acceptedOn));
  return needs;
}

/** Whom nobody spoke with for longer than agreed, longest first. */
export function silencesOfCaseload(entries: readonly CaseloadEntry[], on: CivilDate): readonly Silence[] {
  return listSilences(
    entries.flatMap(({ id, open, head }) => {
      if (!open || !head || !isRunning(open.state.name) || open.state.name === 'referred') return [];
      return [
        {
          id,
          state: open.state.name,
          phase: open.phase,
          acceptedOn: open.state.on,
          lastTwoWay: head.lastTwoWay,
          agreedDays: head.agreedDays,
          quietUntil: head.quietUntil,
          nextHardDate: nextDate(open.due.filter(({ weight }) => weight === 'hard')),
          reasons: head.silenceReasons,
        },
      ];
    }),
    on,
  );
}

/** The entry that a need or silence is about. */
export function entryById(entries: readonly CaseloadEntry[], id: string): CaseloadEntry | undefined {
  // Subjects of needs are ids of these very entries.
  return entries.find((entry) => entry.id === (id as SpaceId));
}
