import type { AttemptEvent } from './attempt-event.ts';

/** Where a learner is in a course. Grows only: what was once seen or answered stays so. */
export interface AttemptState {
  /** Scenes by id, and heavy blocks that were gone into, as `scene/block`. */
  readonly opened: ReadonlySet<string>;
  readonly finished: ReadonlySet<string>;
  /** Blocks that came into sight, as `scene/block`. */
  readonly reached: ReadonlySet<string>;
  /** Every answer that was checked, by `scene/block`, oldest first. */
  readonly answers: ReadonlyMap<string, readonly (readonly string[])[]>;
  readonly shown: ReadonlySet<string>;
  /** Ids of what was shown last, by `scene/block`, where nothing was answered since. */
  readonly shownLast: ReadonlyMap<string, readonly string[]>;
  /** Heavy scenes, by id, and heavy blocks, as `scene/block`, that were passed by. Nothing is lost by it. */
  readonly skipped: ReadonlySet<string>;
  readonly workplace: string | null;
  /** What to go back to; null before anything was opened. */
  readonly place: { readonly scene: string; readonly block: string | null } | null;
}

/** The place of a block in an attempt. */
export function placeOf(scene: string, block: string): string {
  return `${scene}/${block}`;
}

/** What the events of one attempt amount to, in the order of `mergeEvents`. */
export function foldAttempt(events: readonly AttemptEvent[]): AttemptState {
  const [opened, finished, reached, shown, skipped] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  const answers = new Map<string, readonly (readonly string[])[]>();
  const shownLast = new Map<string, readonly string[]>();
  let workplace: string | null = null;
  const last: { place: AttemptState['place'] } = { place: null };
  for (const { kind, scene, block, options } of events) {
    const where = block === null ? null : placeOf(scene, block);
    if (kind === 'opened') opened.add(where ?? scene);
    else if (kind === 'finished') finished.add(scene);
    else if (kind === 'skipped') skipped.add(where ?? scene);
    else if (kind === 'workplace') workplace = options[0] ?? null;
    else if (where !== null && kind === 'reached') reached.add(where);
    else if (where !== null && kind === 'shown') {
      shown.add(where);
      shownLast.set(where, options);
    } else if (where !== null) {
      answers.set(where, [...(answers.get(where) ?? []), options]);
      shownLast.delete(where);
    }
    last.place = { scene, block: block ?? (last.place?.scene === scene ? last.place.block : null) };
  }
  return { opened, finished, reached, answers, shown, shownLast, skipped, workplace, ...last };
}
