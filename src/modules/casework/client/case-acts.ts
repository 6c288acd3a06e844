import {
  addDays,
  createId,
  ok,
  refuse,
  type CanonicalValue,
  type CivilDate,
  type RecordId,
  type Result,
  type SpaceId,
  type UserId,
} from '#platform/base';
import { isAnswerLost } from '#platform/client';
import { createSpace, type SpaceSession } from '#kernel/spaces/client';
import type { Attestation } from '../model/open/attestation.ts';
import { actBetween } from '../model/open/case-acts.ts';
import type { CaseState } from '../model/open/case-state.ts';
import { codeNameOf } from '../model/open/code-name.ts';
import type { OpenCase } from '../model/open/open-case.ts';
import type { SealedContent } from '../model/sealed/sealed-kinds.ts';
import { changeCase, rewriteHead, type CaseChange, type RecordToPut } from './change-case.ts';
import { openCase, readCase, today, type CaseRefusal, type OpenedCase } from './opened-case.ts';

/** A first contact. `coordinators` are two at least, the one who refers included. */
export interface Referral {
  /** Drawn when the form was opened: trying again after a lost answer finds the case instead of making two. */
  readonly id?: SpaceId;
  readonly coordinators: readonly UserId[];
  readonly on?: CivilDate;
  readonly answerBy?: CivilDate;
  readonly keepUntil?: CivilDate;
  readonly branch?: string;
  readonly intake?: SealedContent<'intake'>;
  readonly person?: SealedContent<'person'>;
  /** Further records of the first save. */
  readonly records?: readonly RecordToPut[];
}

/** Standard retention while nothing else was chosen: 24 months, policy of the programme. */
const standardDays = 730;

/** Opens a new case in state `referred`; draws another id while the code name is taken. */
export async function referCase(session: SpaceSession, referral: Referral): Promise<Result<OpenedCase, CaseRefusal>> {
  const on = referral.on ?? today(session);
  const coordinators = [...new Set([session.user, ...referral.coordinators])];
  if (coordinators.length < 2) return refuse({ type: 'TooFewMembers' });
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const own = attempt === 0 ? referral.id : undefined;
    const id = own ?? createId<SpaceId>(session.randomBytes);
    const open: OpenCase = {
      codeName: codeNameOf(id),
      branch: referral.branch ?? session.tenant,
      state: { name: 'referred', on, answerBy: referral.answerBy ?? workingDaysLater(on, 2) },
      phase: 'start',
      keepUntil: referral.keepUntil ?? addDays(on, standardDays),
      hold: null,
      due: [],
    };
    const members = coordinators.map((user) => ({ user, relation: 'coordinator' }));
    // Open values are strings, nulls and lists of such: canonical by their schema.
    const created = await createSpace(session, {
      id,
      kind: 'case',
      members,
      coded: open as unknown as CanonicalValue,
      act: 'refer',
    });
    if (!created.ok && own !== undefined && mayBeThere(created.refusal)) {
      const known = await openCase(session, own);
      if (known.ok) return fillReferred(session, known.value, referral);
    }
    if (!created.ok && (created.refusal.type === 'CodeNameTaken' || created.refusal.type === 'IdTaken')) continue;
    if (!created.ok) return created;
    const opened = readCase(session, created.value);
    if (!opened.ok) return opened;
    return fillReferred(session, opened.value, referral);
  }
  return refuse({ type: 'CodeNameTaken' });
}

/** Whether a case may have been made by an earlier try whose answer was lost. */
function mayBeThere(refusal: CaseRefusal): boolean {
  return refusal.type === 'IdTaken' || refusal.type === 'Stale' || isAnswerLost(refusal);
}

/** The first records, once; lists and search need a head from the first moment on, even while nothing is known. */
async function fillReferred(
  session: SpaceSession,
  opened: OpenedCase,
  referral: Referral,
): Promise<Result<OpenedCase, CaseRefusal>> {
  if (opened.records.length > 0) return ok(opened);
  const puts = firstRecords(referral);
  return puts.length > 0 ? changeCase(session, opened, { puts }) : rewriteHead(session, opened);
}

function firstRecords({ intake, person, records = [] }: Referral): readonly RecordToPut[] {
  const puts: RecordToPut[] = [...records];
  if (intake) puts.push({ kind: 'intake', content: intake });
  if (person) puts.push({ kind: 'person', content: person });
  return puts;
}

/** Monday to Friday; holidays are the pack's matter and only lengthen what is a courtesy here. */
function workingDaysLater(from: CivilDate, days: number): CivilDate {
  let day = from;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    const index = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (index !== 0 && index !== 6) left -= 1;
  }
  return day;
}

/**
 * Moves a case to another state, with the codes that the act needs and whatever belongs to it in the
 * same batch. `StateForbids`, `AttestationMissing`, `SecondPersonNeeded` are told before anything is sent.
 */
export function moveCase(
  session: SpaceSession,
  opened: OpenedCase,
  state: CaseState,
  also: Omit<CaseChange, 'open' | 'act'> & { readonly keepUntil?: CivilDate } = {},
): Promise<Result<OpenedCase, CaseRefusal>> {
  const { keepUntil, ...change } = also;
  const act = actBetween(opened.open.state.name, state.name);
  if (act === null) return Promise.resolve(refuse({ type: 'StateForbids', reason: 'no-such-act' }));
  const open = { ...opened.open, state, keepUntil: keepUntil ?? opened.open.keepUntil };
  return changeCase(session, opened, { ...change, open, act });
}

/** The intake begins; the first safety check is due three days on. */
export function startIntake(
  session: SpaceSession,
  opened: OpenedCase,
  on: CivilDate = today(session),
): Promise<Result<OpenedCase, CaseRefusal>> {
  return moveCase(session, opened, { name: 'intake', on, safetyBy: addDays(on, 3) });
}

/** What accepting needs to have been seen on this device. */
export const acceptAttestations = [
  'information-given',
  'consent-support',
  'safety-checked',
  'reach-agreed',
] as const satisfies readonly Attestation[];

/** Accepts the person; the coordinator attests what accepting needs. */
export function acceptCase(
  session: SpaceSession,
  opened: OpenedCase,
  {
    on = today(session),
    attestations,
    puts = [],
  }: { readonly on?: CivilDate; readonly attestations: readonly Attestation[]; readonly puts?: readonly RecordToPut[] },
): Promise<Result<OpenedCase, CaseRefusal>> {
  return moveCase(session, opened, { name: 'accepted', on }, { attestations, puts });
}

/** Who helps: the lead, seconds, or a lead later. */
export interface Team {
  readonly lead: UserId | null;
  readonly seconds?: readonly UserId[];
  readonly on?: CivilDate;
}

/**
 * Gives an accepted case to its team, or an active one to another: keys, relations and state in one
 * batch. Needs a fresh unlock. `RoleEnded` when somebody's role is not in force.
 */
export function giveTeam(
  session: SpaceSession,
  opened: OpenedCase,
  { lead, seconds = [], on = today(session) }: Team,
): Promise<Result<OpenedCase, CaseRefusal>> {
  const wanted = new Map<UserId, 'lead' | 'second'>(seconds.map((user) => [user, 'second']));
  if (lead !== null) wanted.set(lead, 'lead');
  const coordinators = opened.members.filter(({ relation }) => relation === 'coordinator').map(({ user }) => user);
  const now = new Map(opened.members.map(({ user, relation }) => [user, relation]));
  const grants = [...wanted]
    .filter(([user, relation]) => now.get(user) !== relation)
    .map(([user, relation]) => ({ user, relation, reason: 'team' }));
  const revokes = [...now.keys()].filter((user) => !wanted.has(user) && !coordinators.includes(user));
  return moveCase(session, opened, { name: 'active', on, lead }, { grants, revokes });
}

/** Puts a record: a new one, or the next version of the one with this id. Same for every kind and form. */
export function saveRecord(
  session: SpaceSession,
  opened: OpenedCase,
  put: RecordToPut,
): Promise<Result<OpenedCase, CaseRefusal>> {
  return changeCase(session, opened, { puts: [put] });
}

/** Takes a record away; its versions stay readable to members as history. */
export function removeRecord(
  session: SpaceSession,
  opened: OpenedCase,
  id: RecordId,
): Promise<Result<OpenedCase, CaseRefusal>> {
  return changeCase(session, opened, { deletes: [id] });
}
