import { refuse, type AnyRefusal, type Result, type RouteRow, type UserId } from '#platform/base';
import { AfterTheEnd, nextStatementSent, sendAhead, type Tx } from '../db/index.ts';
import type { KeptRefusal, SignedIn } from './context.ts';
import { countTry } from './count-try.ts';
import type { RequestLines } from './request-lines.ts';
import type { ServerParts } from './server-parts.ts';

/** Who asks, by what the request brought along. */
export interface Asker {
  readonly token: string | null;
  readonly address: string;
  /** Where this installation was reached. */
  readonly origin: string;
  /** The first id in the path, if any: what the act is done to. */
  readonly subject: string | null;
  /** What the meter said of this request, by who asks: it counts once, however often the request is run. */
  readonly metered: Map<UserId, AnyRefusal | null>;
}

type Admission = Result<SignedIn | null, KeptRefusal>;
type Answer = Result<unknown, KeptRefusal>;

/** What came of a request: refused at the door, or answered to whoever it was. */
export type Begun =
  | { readonly admitted: false; readonly result: Answer }
  | { readonly admitted: true; readonly signedIn: SignedIn | null; readonly result: Answer };

/** Whoever asked is not, or no more, who they were taken for: nothing of what was begun may be kept or told. */
export class GuessedWrong extends Error {}

/** Looks up who asks, and everything the row demands of them before its handler may answer. */
export async function admit(
  parts: ServerParts,
  tx: Tx,
  row: RouteRow,
  asker: Asker,
  lines: RequestLines,
): Promise<Admission> {
  const { token, address } = asker;
  const reading = row.method === 'GET';
  const signedIn = token === null ? null : await parts.authenticate(tx, token, parts.clock, reading);
  lines.by(signedIn);
  if (row.rate) {
    const key = row.rate.per === 'user' ? (signedIn?.user ?? address) : address;
    const within = await countTry(tx, `${row.name}:${key}`, row.rate, parts.clock);
    if (!within.ok) return refuse({ ...within.refusal, keep: true });
  }
  const barred = barredFrom(parts, row, signedIn) ?? pausedFrom(parts, row, signedIn, asker);
  if (barred) return refuse(barred);
  if (reading) lines.asked();
  return { ok: true, value: signedIn };
}

/**
 * Who it most likely is that asks, where the row may begin before that is known for certain; null where it waits. Rows
 * that count tries wait: what they count must not be undone.
 */
export async function guessWho(parts: ServerParts, row: RouteRow, token: string | null): Promise<SignedIn | null> {
  if (token === null || typeof row.permission !== 'string' || row.rate) return null;
  if (row.method !== 'GET' && !row.beginsEarly) return null;
  const guess = await parts.recall(token, parts.clock);
  return guess && barredFrom(parts, row, guess) === null ? guess : null;
}

/** Answers once whoever asks is admitted. */
export async function begin(
  admitting: Promise<Admission>,
  answer: (signedIn: SignedIn | null) => Promise<Answer>,
): Promise<Begun> {
  const admitted = await admitting;
  if (!admitted.ok) return { admitted: false, result: admitted };
  return { admitted: true, signedIn: admitted.value, result: await answer(admitted.value) };
}

/**
 * Answers the one it most likely is, in the same journey to the database in which that is looked up; the question who it
 * is goes first, so rules of rows hold for all that follows. Fails with `GuessedWrong` unless that is exactly who asks.
 */
export async function beginEarly(
  tx: Tx,
  guess: SignedIn,
  admit: () => Promise<Admission>,
  answer: (signedIn: SignedIn) => Promise<Answer>,
): Promise<Begun> {
  const sent = nextStatementSent(tx);
  const admitting = admit();
  sendAhead(admitting);
  await Promise.race([sent, admitting]);
  const answering = answer(guess);
  sendAhead(answering);
  const admitted = await certain(admitting);
  // Whoever may not read more is told so, whoever they are.
  if (!admitted.ok && admitted.refusal.type === 'ReadingPaused') return { admitted: false, result: admitted };
  if (!admitted.ok || !isSame(admitted.value, guess)) throw new GuessedWrong();
  return { admitted: true, signedIn: guess, result: await inTime(answering) };
}

/** A session that is over is noticed by statements that come too late, too: then it is asked anew, in order. */
async function certain(admitting: Promise<Admission>): Promise<Admission> {
  try {
    return await admitting;
  } catch (error) {
    throw new GuessedWrong('who asks could not be looked up', { cause: error });
  }
}

/**
 * The question says how many statements of its own are left (`lastStatements`), and what the look-up of the session writes
 * meanwhile is counted among them: then one of its own comes too late, and it is asked anew, in order.
 */
async function inTime(answering: Promise<Answer>): Promise<Answer> {
  try {
    return await answering;
  } catch (error) {
    if (error instanceof AfterTheEnd) throw new GuessedWrong('a statement came too late', { cause: error });
    throw error;
  }
}

function isSame(found: SignedIn | null, guess: SignedIn): boolean {
  return (
    found !== null &&
    found.tenant === guess.tenant &&
    found.user === guess.user &&
    found.session === guess.session &&
    found.stepUpFresh === guess.stepUpFresh &&
    found.roles.length === guess.roles.length &&
    found.roles.every((role, at) => role === guess.roles[at])
  );
}

/** Whether somebody has read so much in this hour that a row gives them no more; null while it does. */
function pausedFrom(
  { meter, clock }: ServerParts,
  { reading: limit, audit: act }: RouteRow,
  signedIn: SignedIn | null,
  { subject, metered }: Asker,
): AnyRefusal | null {
  if (!limit || !signedIn || typeof act !== 'string') return null;
  const { user } = signedIn;
  const known = metered.get(user);
  if (known !== undefined) return known;
  const within = meter.take({ act, user, subject, limit }, clock.now());
  const paused = within.ok ? null : within.refusal;
  metered.set(user, paused);
  return paused;
}

/** Why the caller may not even try, before the handler runs; null when they may. */
function barredFrom(parts: ServerParts, row: RouteRow, signedIn: SignedIn | null): AnyRefusal | null {
  if (typeof row.permission !== 'string') return null;
  if (!signedIn) return { type: 'SignInNeeded' };
  if (!parts.mayRole(row.permission, signedIn.roles)) return { type: 'NotPermitted' };
  return row.stepUp && !signedIn.stepUpFresh ? { type: 'StepUpNeeded' } : null;
}
