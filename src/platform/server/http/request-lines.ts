import type { RouteRow } from '#platform/base';
import { sendAhead, type Tx } from '../db/index.ts';
import type { KeptRefusal, SignedIn } from './context.ts';
import type { ActEntry } from './act-entry.ts';
import type { ServerParts } from './server-parts.ts';

/** The lines that one request leaves in the event log. Requests that nobody is signed in for leave none. */
export interface RequestLines {
  /** Who asks; said again when the request runs again. */
  by(signedIn: SignedIn | null): void;
  /** That a question was asked: written while it is answered, once, whether or not it is refused in the end. */
  asked(): void;
  /** What a change came to: kept exactly if the change is. */
  kept(tx: Tx, outcome: string): void;
  /** That the request was refused, unless its own transaction already says so. */
  refused(refusal: KeptRefusal): void;
  /** Fulfilled when the lines that stand for themselves are in the database. */
  written(): Promise<void>;
}

/** Lines of a request for one route. The subject is the first id in the path. */
export function createLines(parts: ServerParts, row: RouteRow, subject: string | null): RequestLines {
  const noted: Promise<void>[] = [];
  let who: SignedIn | null = null;
  let asked = false;
  const entryOf = (outcome: string): ActEntry | null =>
    who && typeof row.audit === 'string'
      ? { tenant: who.tenant, act: row.audit, actor: who.user, subject, outcome, at: parts.clock.now() }
      : null;
  const note = (outcome: string): void => {
    const entry = entryOf(outcome);
    if (!entry) return;
    const line = parts.noteAct(entry);
    sendAhead(line);
    noted.push(line);
  };
  return {
    by: (signedIn) => {
      who = signedIn;
    },
    asked: () => {
      if (!asked) note('asked');
      asked = true;
    },
    kept: (tx, outcome) => {
      const entry = entryOf(outcome);
      // The commit waits for it, and fails when it fails.
      if (entry) sendAhead(parts.recordAct(tx, entry));
    },
    refused: ({ type, keep }) => {
      if (keep !== true) note(type);
    },
    written: async () => {
      await Promise.all(noted);
    },
  };
}
