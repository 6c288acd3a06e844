import { dayInAmsterdam, ok, refuse, type AnyRefusal, type Result } from '#platform/base';
import { isAnswerLost, type ApiRefusal } from '#platform/client';
import { hashText, signLedgerPart } from '#platform/crypto';
import type { SpaceSession } from '#kernel/spaces/client';
import { ledgerRoutes } from '../contract/ledger-routes.ts';
import type { DisclosureRefusal } from '../model/disclosure-refusal.ts';
import { checkNote } from '../model/ledger/check-note.ts';
import { keyOfWord, type NewWord } from '../model/ledger/find-new-words.ts';
import type { KnownEntry, LedgerAudit, LedgerContent, LedgerSeal } from '../model/ledger/ledger-entry.ts';
import type { JudgedProposal } from '../model/ledger/judge-release.ts';
import { readLedgerContent } from '../model/ledger/read-ledger-content.ts';
import { readLedgerSeal } from '../model/ledger/read-ledger-seal.ts';
import { worstOf } from '../model/verdict.ts';
import { ledgerTools } from './ledger-tools.ts';
import { knownEntries, noteHead, openLedger, type OpenedLedger, type OpenLedgerRefusal } from './open-ledger.ts';

/** The attack on a proposal: in a worker of the browser, or where a test runs it. */
export type Judge = (
  ledger: readonly KnownEntry[],
  proposed: LedgerContent,
) => Promise<Result<JudgedProposal, DisclosureRefusal | AnyRefusal>>;

/** What an author decides; the rest is known. */
export type Drafted<Content extends LedgerContent = LedgerContent> = Content extends unknown
  ? Omit<Content, 'v' | 'tenant' | 'author' | 'written' | 'afterwards'>
  : never;

/** Words that the ledger did not have, and that nobody has looked at yet. */
export type NewWordsRefusal = AnyRefusal & { readonly type: 'words-new'; readonly words: readonly NewWord[] };

type Refusal = OpenLedgerRefusal | DisclosureRefusal | NewWordsRefusal;

/** Signs a release and leaves it for a second person. Refusals: those of the route, and what the entry must hold. */
export async function proposeRelease(session: SpaceSession, draft: Drafted): Promise<Result<void, Refusal>> {
  const content = await signContent(session, draft, dayInAmsterdam(session.clock.now()));
  return content.ok
    ? session.api.call(ledgerRoutes.proposeRelease, { input: { content: content.value.jws } })
    : content;
}

/** A proposal that was verified: its author signed it. */
export interface Proposal {
  readonly content: LedgerContent;
  readonly jws: string;
}

/** What waits for a second person. What does not hold, or which the directory does not vouch for, is left out. */
export async function listProposals(session: SpaceSession): Promise<Result<readonly Proposal[], ApiRefusal>> {
  const listed = await session.api.call(ledgerRoutes.listProposals, {});
  if (!listed.ok) return listed;
  const tools = ledgerTools(session.directory);
  const proposals: Proposal[] = [];
  for (const { content: jws } of listed.value.proposals) {
    const content = readLedgerContent(tools.peek(jws));
    if (!content.ok || content.value.tenant !== session.tenant) continue;
    const { author, written } = content.value;
    if (await tools.isSignedBy(jws, author, written, 'baken-ledger-content'))
      proposals.push({ content: content.value, jws });
  }
  return ok(proposals);
}

/** Takes a proposal back, or sends it back: nothing of it is kept. */
export function dropProposal(session: SpaceSession, { content }: Proposal): Promise<Result<void, ApiRefusal>> {
  return session.api.call(ledgerRoutes.dropProposal, { params: { proposal: content.id } });
}

/** What whoever approves adds. */
export interface Approval {
  /** Why what is warned of is let go; null for none. */
  readonly reason: string | null;
  /** The new words that were looked at (`keyOfWord`): none of them is another one for what the ledger knows already. */
  readonly words: readonly string[];
  /** Where the ledger ended that this was decided on. */
  readonly head: OpenedLedger['head'];
}

/**
 * Approves a proposal: reads the ledger anew, attacks the proposal with all of it, and only then signs. Refuses `release-blocked`, `words-new`
 * and `reason-missing` (a warning without one); `ledger-moved` when the ledger is not the one that was looked at, or somebody released meanwhile:
 * a reason is about what was found with it. Look at it again; it is not tried again here.
 */
export async function approveRelease(
  session: SpaceSession,
  judge: Judge,
  { content, jws }: Proposal,
  { reason, words, head }: Approval,
): Promise<Result<OpenedLedger['head'], Refusal>> {
  const ledger = await openLedger(session);
  if (!ledger.ok) return ledger;
  if (ledger.value.head.hash !== head.hash) return refuse({ type: 'ledger-moved' });
  const judged = await judge(knownEntries(ledger.value), content);
  if (!judged.ok) return judged;
  const { audit, newWords } = judged.value;
  const worst = worstOf([audit.verdict, audit.insiders]);
  if (worst === 'block') return refuse({ type: 'release-blocked' });
  const unseen = notIn(words, newWords);
  if (unseen.length > 0) return refuse({ type: 'words-new', words: unseen });
  if (worst === 'warn' && reason === null) return refuse({ type: 'reason-missing' });
  return sendEntry(session, ledger.value, { content, jws }, { audit, reason: worst === 'warn' ? reason : null });
}

/**
 * Writes down what is known already: a number that was said, a number of others, a withdrawal. Nothing is decided by it, so it goes on top
 * of whatever others wrote meanwhile, in at most five tries. `words`: the new ones that were looked at (`keyOfWord`). Refuses `words-new`, and
 * (`category-unknown`) what could not be put together with the tables of its population: nobody could take it out again.
 */
export async function noteInLedger(
  session: SpaceSession,
  draft: Drafted,
  words: readonly string[] = [],
): Promise<Result<OpenedLedger['head'], Refusal>> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const ledger = await openLedger(session);
    if (!ledger.ok) return ledger;
    const content = await signContent(session, draft, dayOf(session, ledger.value));
    if (!content.ok) return content;
    const told = content.value.content;
    const checked = told.kind === 'withdrawal' ? ok([]) : checkNote(knownEntries(ledger.value), told);
    if (!checked.ok) return checked;
    const unseen = notIn(words, checked.value);
    if (unseen.length > 0) return refuse({ type: 'words-new', words: unseen });
    const sent = await sendEntry(session, ledger.value, content.value, { audit: null, reason: null });
    if (sent.ok || sent.refusal.type !== 'ledger-moved') return sent;
  }
  return refuse({ type: 'ledger-moved' });
}

function notIn(words: readonly string[], found: readonly NewWord[]): readonly NewWord[] {
  return found.filter((word) => !words.includes(keyOfWord(word)));
}

async function signContent(
  session: SpaceSession,
  draft: Drafted,
  written: string,
): Promise<Result<Proposal, DisclosureRefusal>> {
  const { tenant, user, identity } = session;
  // Whether it is written down afterwards is known only when it is.
  const told = draft.kind === 'said' ? { ...draft, afterwards: draft.on < written } : draft;
  const content = readLedgerContent({ ...told, v: 1, tenant, author: user, written });
  if (!content.ok) return content;
  const jws = await signLedgerPart(identity.signing.private, 'baken-ledger-content', content.value);
  return ok({ content: content.value, jws });
}

async function sendEntry(
  session: SpaceSession,
  ledger: OpenedLedger,
  { content, jws }: Proposal,
  found: { readonly audit: LedgerAudit | null; readonly reason: string | null },
): Promise<Result<OpenedLedger['head'], ApiRefusal | DisclosureRefusal>> {
  const { head } = ledger;
  const { tenant, user, identity, api } = session;
  const seal: LedgerSeal = {
    ...{ v: 1, tenant, seq: head.seq + 1, prev: head.hash, id: content.id, content: await hashText(jws) },
    ...{ by: user, on: dayOf(session, ledger), ...found },
  };
  // What nobody could read afterwards is not signed.
  const readable = readLedgerSeal(seal);
  if (!readable.ok) return readable;
  const signed = await signLedgerPart(identity.signing.private, 'baken-ledger-seal', seal);
  const input = { head, entry: { content: jws, seal: signed } };
  const sent = await api.call(ledgerRoutes.appendToLedger, { input });
  // What went lost on the way may have arrived: then the ledger ends with it, by our own hash.
  if (!sent.ok && (!isAnswerLost(sent.refusal) || !(await didArrive(session, signed)))) return sent;
  const next = { seq: seal.seq, hash: await hashText(signed) };
  noteHead(session, next);
  return ok(next);
}

async function didArrive(session: SpaceSession, seal: string): Promise<boolean> {
  const ledger = await openLedger(session);
  if (!ledger.ok) return false;
  const hash = await hashText(seal);
  return ledger.value.entries.some((entry) => entry.hash === hash);
}

/** Today, or the day of the last entry where that is later: days of a ledger never go back. */
function dayOf({ clock }: SpaceSession, { entries }: OpenedLedger): string {
  const today = dayInAmsterdam(clock.now());
  const last = entries.at(-1)?.seal.on ?? today;
  return last > today ? last : today;
}
