import { dayInAmsterdam, expectOk, type SpaceId } from '#platform/base';
import { isServedWrong, type SpaceSession } from '#kernel/spaces/client';
import { addEntry, openCase, type CaseRefusal, type OpenedCase } from '#modules/casework/client';
import type { LyingWorld } from './lying-world.ts';

/**
 * One manipulation by the server and what an honest device makes of it: `refused: CODE` shows nothing
 * at all, `flagged: …` shows the rest with a mark that people see.
 */
export interface Lie {
  readonly lie: string;
  readonly outcome: string;
  attempt(world: LyingWorld): Promise<string>;
}

/** What opening a case gives, and whether anything could be written on top of what did not fit. */
export async function lookAt(session: SpaceSession, id: SpaceId): Promise<string> {
  const opened = await openCase(session, id);
  if (!opened.ok) return refusedAs(opened);
  return flagsOf(session, opened.value);
}

/** `unnoticed` when nothing is marked; else every record that is, and what writing gave. */
export async function flagsOf(session: SpaceSession, opened: OpenedCase): Promise<string> {
  if (opened.unfit.length === 0 && opened.againstRest.length > 0) {
    return `flagged: ${opened.againstRest.map(({ kind, type, state }) => `${kind ?? type} although ${state}`).join(', ')}`;
  }
  if (opened.unfit.length === 0) return 'unnoticed';
  const reasons = [...new Set(opened.unfit.map(({ type, reason }) => `${type} ${reason}`))].toSorted().join(', ');
  const flagged = `flagged: ${reasons}`;
  if (!opened.unfit.some(isServedWrong)) return flagged;
  return `${flagged}; writing refused: ${await tryToWrite(session, opened)}`;
}

/** Tries to add a note; the code of the refusal, or `none` when it was written. */
export async function tryToWrite(session: SpaceSession, opened: OpenedCase): Promise<string> {
  const note = {
    on: dayInAmsterdam(session.clock.now()),
    at: null,
    title: null,
    words: 'On top of a lie',
    audience: 'team',
  } as const;
  const written = await addEntry(session, opened, 'note', note);
  return written.ok ? 'none' : written.refusal.type;
}

/** The outcome of an act as the table names it. */
export function refusedAs(result: { readonly ok: boolean; readonly refusal?: CaseRefusal }): string {
  return result.ok || !result.refusal ? 'unnoticed' : `refused: ${result.refusal.type}`;
}

/** Opens a case on an honest server first, so that this device has seen it. */
export async function openHonestly(session: SpaceSession, id: SpaceId): Promise<OpenedCase> {
  return expectOk(await openCase(session, id));
}
