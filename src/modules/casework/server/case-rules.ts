import {
  dayInAmsterdam,
  ok,
  refuse,
  type AnyRefusal,
  type CivilDate,
  type Result,
  type TenantId,
  type UserId,
} from '#platform/base';
import type { OperationPayload } from '#platform/crypto/envelope';
import type { Events } from '#kernel/events/server';
import type { AppendContext, AppendedBatch, SpaceKindRules } from '#kernel/spaces/server';
import { findTrainingStanding } from '#modules/learning/server';
import { sendAhead, type Tx } from '#platform/server/db';
import { openCaseSchema } from '../contract/open-case-schema.ts';
import { isAttestation, type Attestation } from '../model/open/attestation.ts';
import { actBetween, caseActNames } from '../model/open/case-acts.ts';
import { caseStateNames } from '../model/open/case-state.ts';
import { judgeChange } from '../model/open/judge-change.ts';
import type { CaseMember, OpenCase } from '../model/open/open-case.ts';
import { readRelation, type Relation } from '../model/open/relation.ts';
import { mayWriteType, statesAllowing, type RecordWrite } from '../model/open/resting.ts';
import { actOfChange, actOfRecordType, casePolicy } from '../policy/case-policy.ts';
import { caseEvents } from './case-events.ts';
import {
  findOpenCases,
  insertCase,
  moveCase,
  moveCaseIn,
  replaceDue,
  replaceMembers,
  updateCase,
} from './store/case-store.ts';

/** What the rules need of neighbours, given at the composition root. */
export interface CaseRulesParts {
  readonly events: Events;
  /** Roles of a user that are in force on the day; an ended role is not among them. */
  readonly listRolesInForce: (tx: Tx, tenant: TenantId, user: UserId, on: CivilDate) => Promise<readonly string[]>;
}

/** How a case behaves as a sealed space: who may append what, and what its open values mean. */
export function createCaseRules(parts: CaseRulesParts): SpaceKindRules {
  return {
    kind: 'case',
    codedSchema: openCaseSchema,
    recordTypes: Object.keys(actOfRecordType),
    replacedTypes: ['head', 'draft'],
    minimumMembers: () => 2,
    mayAppend,
    afterAppend: (batch, context) => applyBatch(parts, batch, context),
    readCoded: findOpenCases,
  };
}

function mayAppend(operation: OperationPayload, context: AppendContext): Result<void, AnyRefusal> {
  // Whoever creates a case stands to it as its coordinator from the first operation on.
  const relation = context.relation === null ? 'coordinator' : readRelation(context.relation);
  const asker = { roles: context.roles, relation, stepUpFresh: context.stepUpFresh };
  const act = actOfOperation(operation);
  return act === null ? refuse({ type: 'NotPermitted' }) : casePolicy.may(act, asker);
}

/** What an operation needs; changes of open values are judged again once before and after are known. */
function actOfOperation(operation: OperationPayload): string | null {
  switch (operation.kind) {
    case 'create':
      return 'case.refer';
    case 'put':
    case 'delete':
      return actOfRecordType[operation.body.type] ?? null;
    case 'coded':
      return 'case.rest';
    case 'close':
      return 'case.close';
    case 'grant':
    case 'revoke':
    case 'rotate':
      return 'case.grant';
  }
}

async function applyBatch(
  parts: CaseRulesParts,
  batch: AppendedBatch,
  context: AppendContext,
): Promise<Result<void, AnyRefusal>> {
  const { tx, tenant, space, user: by } = context;
  if (!batch.created && batch.coded === undefined && sameMembers(batch.membersBefore, batch.membersAfter)) {
    // A note, a paper, a contact: state, dates and team are those that were judged before.
    return moveOn(batch, context);
  }
  const before = (await findOpenCases(tx, tenant, [space])).get(space) ?? null;
  // kernel/spaces has parsed the value with this kind's own schema.
  const signed = batch.coded as OpenCase | undefined;
  const after = signed ?? before;
  if (after === null) return refuse({ type: 'OperationInvalid', reason: 'coded-missing' });
  const members = batch.membersAfter.map(({ user, relation }) => ({ user, relation: readRelation(relation) }));
  const judged = await judge(parts, batch, context, { before, after, members });
  if (!judged.ok) return judged;
  const written = judgeWrites(batch.operations, before, after);
  if (!written.ok) return written;
  const kept = await write(batch, context, before, after, members);
  if (!kept.ok) return kept;
  for (const event of caseEvents({ tenant, space, act: judged.value, before, after, batch, by })) {
    await parts.events.publish(tx, event);
  }
  return ok(undefined);
}

/**
 * Notes records without more, where the state of the case allows them. The statement that notes them refuses them in any
 * other, so that nobody waits to hear of the state.
 */
function moveOn(batch: AppendedBatch, { tx, tenant, space }: AppendContext): Result<void, AnyRefusal> {
  const states = statesAllowing(batch.operations.flatMap(writeOf));
  const everywhere = states.length === caseStateNames.length;
  sendAhead(everywhere ? moveCase(tx, tenant, space, batch) : moveCaseIn(tx, tenant, space, batch, states));
  return ok(undefined);
}

/** Records are written in the state that holds at their place: until the last open values the old one, then the new. */
function judgeWrites(
  operations: readonly OperationPayload[],
  before: OpenCase | null,
  after: OpenCase,
): Result<void, AnyRefusal> {
  const turn = operations.findLastIndex(({ kind }) => kind === 'create' || kind === 'coded' || kind === 'close');
  for (const [at, operation] of operations.entries()) {
    const { name } = (at < turn ? (before ?? after) : after).state;
    if (!writeOf(operation).every((write) => mayWriteType(name, write)))
      return refuse({ type: 'StateForbids', reason: name });
  }
  return ok(undefined);
}

function writeOf({ kind, body }: OperationPayload): readonly RecordWrite[] {
  return kind === 'put' || kind === 'delete' ? [{ type: body.type, deleted: kind === 'delete' }] : [];
}

interface Change {
  readonly before: OpenCase | null;
  readonly after: OpenCase;
  readonly members: readonly CaseMember[];
}

async function judge(
  parts: CaseRulesParts,
  batch: AppendedBatch,
  context: AppendContext,
  { before, after, members }: Change,
): Promise<Result<keyof typeof actOfChange | null, AnyRefusal>> {
  const today = dayInAmsterdam(context.clock.now());
  const attestations = batch.operations.flatMap(attestationsOf);
  const judged = judgeChange(before, after, { by: context.user, today, members, attestations });
  if (!judged.ok) return judged;
  const { act } = judged.value;
  const named = batch.operations.flatMap(({ kind, body }) =>
    kind === 'create' || kind === 'coded' || kind === 'close' ? [body.act] : [],
  );
  if (!actsAreTrue(named, act, after)) return refuse({ type: 'StateForbids', reason: 'no-such-act' });
  const allowed = mayChange(context, before, after, act);
  if (!allowed.ok) return allowed;
  const fit = await joinersMayWork(parts, batch, context, today);
  return fit.ok ? ok(act) : fit;
}

/**
 * Devices read from the acts named in the log when a case was closed and opened again: what was done must be named, and
 * nothing that was not done, but for acts that leave a case in its state, such as another team on the same day.
 */
function actsAreTrue(
  named: readonly (string | undefined)[],
  done: keyof typeof actOfChange | null,
  { state }: OpenCase,
): boolean {
  const acts = caseActNames.filter((name) => named.includes(name));
  if (done !== null) return acts.length === 1 && acts[0] === done;
  return acts.every((act) => actBetween(state.name, state.name) === act);
}

function mayChange(
  context: AppendContext,
  before: OpenCase | null,
  after: OpenCase,
  act: keyof typeof actOfChange | null,
): Result<void, AnyRefusal> {
  const relation: Relation = context.relation === null ? 'coordinator' : readRelation(context.relation);
  const asker = { roles: context.roles, relation, stepUpFresh: context.stepUpFresh };
  if (act !== null) {
    const may = casePolicy.may(actOfChange[act], asker);
    if (!may.ok) return may;
  }
  if (before !== null && (after.hold !== before.hold || (act === null && after.keepUntil !== before.keepUntil))) {
    const may = casePolicy.may('case.retention', asker);
    if (!may.ok) return may;
  }
  const datesMoved =
    before !== null && (JSON.stringify(before.due) !== JSON.stringify(after.due) || before.phase !== after.phase);
  return datesMoved ? casePolicy.may('case.facts', asker) : ok(undefined);
}

/**
 * Nobody is given a case, or another place in it, after their role has ended (`RoleEnded`), nor before what is asked of that
 * role is done and still good (`TrainingNotValid`; learning design, 5.3). Whoever has a place keeps it when training lapses.
 */
async function joinersMayWork(
  { listRolesInForce }: CaseRulesParts,
  { membersBefore, membersAfter }: AppendedBatch,
  { tx, tenant }: AppendContext,
  on: CivilDate,
): Promise<Result<void, AnyRefusal>> {
  for (const { user, relation } of membersAfter) {
    if (membersBefore.some((member) => member.user === user && member.relation === relation)) continue;
    const needed = rolesOfRelation[readRelation(relation)];
    const roles = await listRolesInForce(tx, tenant, user, on);
    const carrying = roles.filter((role) => needed.includes(role));
    if (carrying.length === 0) return refuse({ type: 'RoleEnded' });
    const training = await findTrainingStanding(tx, tenant, { user, roles: carrying, on });
    if (!training.open) return refuse({ type: 'TrainingNotValid', reason: training.why });
  }
  return ok(undefined);
}

const rolesOfRelation: Readonly<Record<Relation, readonly string[]>> = {
  lead: ['volunteer', 'coordinator', 'duty'],
  second: ['volunteer', 'coordinator', 'duty'],
  coordinator: ['coordinator', 'duty'],
  reader: ['reader', 'coordinator', 'duty'],
  interpreter: ['interpreter'],
  former: [],
  none: [],
};

function attestationsOf(operation: OperationPayload): readonly Attestation[] {
  const { kind, body } = operation;
  if (kind !== 'create' && kind !== 'coded' && kind !== 'close' && kind !== 'grant') return [];
  return (body.attestations ?? []).filter(isAttestation);
}

async function write(
  { seq, head, created }: AppendedBatch,
  { tx, tenant, space }: AppendContext,
  before: OpenCase | null,
  after: OpenCase,
  members: readonly CaseMember[],
): Promise<Result<void, AnyRefusal>> {
  if (created || before === null) {
    if (!(await insertCase(tx, tenant, space, after, { seq, head }))) return refuse({ type: 'CodeNameTaken' });
  } else {
    sendAhead(updateCase(tx, tenant, space, after, { seq, head }));
  }
  if (after !== before && !(await replaceDue(tx, tenant, space, after.due))) return refuse({ type: 'IdTaken' });
  await replaceMembers(tx, tenant, space, members, after.due);
  return ok(undefined);
}

function sameMembers(before: AppendedBatch['membersBefore'], after: AppendedBatch['membersAfter']): boolean {
  const relationOf = new Map(before.map(({ user, relation }) => [user, relation]));
  return before.length === after.length && after.every(({ user, relation }) => relationOf.get(user) === relation);
}
