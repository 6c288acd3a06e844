import { compareText } from '#platform/base';
import type { AttemptEvent } from './attempt-event.ts';

/**
 * What several devices know of one attempt, in one order that is the same wherever it is put together: union by device and
 * number. Commutative, associative, idempotent. The events of one device keep their order whatever its clock did; between
 * devices the clocks decide, which can only change where the learner is taken back to.
 */
export function mergeEvents(...known: readonly (readonly AttemptEvent[])[]): readonly AttemptEvent[] {
  const byKey = new Map<string, AttemptEvent>();
  for (const event of known.flat()) {
    const key = keyOf(event);
    const before = byKey.get(key);
    // Two texts under one key: no device of ours does that; the same one is kept everywhere.
    if (before === undefined || printOf(event) < printOf(before)) byKey.set(key, event);
  }
  const inTurn = [...byKey.values()].toSorted(
    (left, right) => compareText(left.device, right.device) || left.seq - right.seq,
  );
  let device = '';
  let latest = '';
  const timed = inTurn.map((event) => {
    latest = event.device === device && latest > event.at ? latest : event.at;
    device = event.device;
    return { event, at: latest };
  });
  return timed
    .toSorted(
      (left, right) =>
        compareText(left.at, right.at) ||
        compareText(left.event.device, right.event.device) ||
        left.event.seq - right.event.seq,
    )
    .map(({ event }) => event);
}

function keyOf({ attempt, device, seq }: AttemptEvent): string {
  return JSON.stringify([attempt, device, seq]);
}

function printOf({ scene, block, kind, options, at }: AttemptEvent): string {
  return JSON.stringify([scene, block, kind, options, at]);
}
