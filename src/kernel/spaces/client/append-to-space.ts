import { createTurns, keepFor, ok, refuse, type Result, type SpaceId, type Turns } from '#platform/base';
import { isAnswerLost, isSilent } from '#platform/client';
import { hashOperation } from '#platform/crypto';
import { spaceRoutes } from '../contract/space-routes.ts';
import { buildBatch, type Change, type SentOperation } from './batch-builder.ts';
import { checkRecipients } from './check-recipients.ts';
import { refreshSpace } from './open-space.ts';
import type { HighWaterMarks, OpenedSpace, SpaceRefusal, SpaceSession } from './space-session.ts';

/** Writes of one tab, known by its marks: those to one space go in turn, so that they do not meet each other at the server. */
const turnsOf: (marks: HighWaterMarks) => Turns<SpaceId> = keepFor(() => createTurns<SpaceId>());

/**
 * Does changes as one batch on top of the opened space and answers with the space as it is then.
 * `Stale`: somebody wrote in between, or this tab did itself; refresh, look, and do it again. An answer lost on the way is
 * asked for once more: the server knows a batch it already has. `KeysDoubted` when it would give a key to
 * somebody whose safety number was found different.
 */
export async function appendToSpace(
  session: SpaceSession,
  opened: OpenedSpace,
  changes: readonly Change[],
): Promise<Result<OpenedSpace, SpaceRefusal>> {
  const recipients = changes.flatMap((change) => (change.kind === 'grant' ? [change.user] : []));
  const trusted = await checkRecipients(session, recipients);
  if (!trusted.ok) return trusted;
  const sent = await turnsOf(session.marks).take(opened.id, () => buildAndSend(session, opened, changes));
  return sent.ok ? refreshSpace(session, opened) : sent;
}

async function buildAndSend(
  session: SpaceSession,
  opened: OpenedSpace,
  changes: readonly Change[],
): Promise<Result<void, SpaceRefusal>> {
  // The server would refuse what comes after an older point than one that was seen here already.
  if ((session.marks.read(opened.id)?.seq ?? 0) > opened.log.seq) return refuse({ type: 'Stale' });
  const built = await buildBatch(session, opened, changes);
  if (!built.ok) return built;
  const sent = await sendBatch(session, opened.id, built.value);
  if (!sent.ok) return sent;
  await noteSent(session, opened.id, opened.log.seq, built.value);
  return ok(undefined);
}

/**
 * Does changes that never conflict, such as adding entries: when somebody wrote in between, reads on
 * and tries again on top of that, at most five times. No changes any more: they were done before.
 */
export async function addToSpace(
  session: SpaceSession,
  opened: OpenedSpace,
  changes: (current: OpenedSpace) => readonly Change[],
): Promise<Result<OpenedSpace, SpaceRefusal>> {
  let current = opened;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const wanted = changes(current);
    if (wanted.length === 0) return ok(current);
    const done = await appendToSpace(session, current, wanted);
    if (done.ok || done.refusal.type !== 'Stale') return done;
    const newer = await refreshSpace(session, current);
    if (!newer.ok) return newer;
    current = newer.value;
  }
  return refuse({ type: 'Stale' });
}

/**
 * What the server said it has must be there from now on: an answer without it is a rollback. The hash is
 * our own, not the server's word.
 */
export async function noteSent(
  session: SpaceSession,
  space: OpenedSpace['id'],
  before: number,
  operations: readonly SentOperation[],
): Promise<void> {
  const last = operations.at(-1);
  if (last) session.marks.note(space, before + operations.length, await hashOperation(last.jws));
}

/**
 * Sends a signed batch; a lost answer is asked for once more with the very same bytes. Not where nobody answered for two minutes: whoever saves is
 * told, and decides.
 */
export async function sendBatch(
  session: Pick<SpaceSession, 'api'>,
  space: OpenedSpace['id'],
  operations: readonly SentOperation[],
): Promise<Result<{ readonly seq: number; readonly head: string }, SpaceRefusal>> {
  const request = {
    params: { space },
    input: {
      operations: operations.map(({ wraps, ...rest }) => ({ ...rest, ...(wraps ? { wraps: [...wraps] } : {}) })),
    },
  };
  const first = await session.api.call(spaceRoutes.appendOperations, request);
  if (first.ok || !isAnswerLost(first.refusal) || isSilent(first.refusal)) return first;
  return session.api.call(spaceRoutes.appendOperations, request);
}
