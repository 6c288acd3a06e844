import {
  dayInAmsterdam,
  ok,
  refuse,
  type AnyRefusal,
  type CivilDate,
  type RecordId,
  type Result,
  type SpaceId,
  type UserId,
} from '#platform/base';
import { openSpace, refreshSpace, type OpenedSpace, type SpaceSession } from '#kernel/spaces/client';
import { openCaseSchema } from '../contract/open-case-schema.ts';
import { readRelation, type Relation } from '../model/open/relation.ts';
import type { CaseMember, OpenCase } from '../model/open/open-case.ts';
import { mayWriteType, type RestingState } from '../model/open/resting.ts';
import { readSealed } from '../model/sealed/read-sealed.ts';
import { mayWriteRecord, restingAt, restsOf } from '../model/sealed/resting-records.ts';
import type { SealedContent, SealedKind, SealedRecord } from '../model/sealed/sealed-kinds.ts';

/** One record of a case that could be read. */
export type CaseRecord = SealedRecord & {
  readonly id: RecordId;
  readonly version: number;
  readonly seq: number;
  readonly author: UserId;
  /** Hour of writing as its author signed it. */
  readonly time: string;
};

/** A record that is there and cannot be shown: said so, never hidden. */
export interface UnfitCaseRecord {
  readonly id: RecordId;
  readonly type: string;
  /** `SchemaNewer`: written by a newer Baken; keep it and do not write it. */
  readonly reason: string;
}

/** A record that somebody wrote, or took away, although the work rested: shown, and said so. */
export interface RestingWrite {
  readonly id: RecordId;
  readonly type: string;
  /** Null when it was taken away or does not open. */
  readonly kind: SealedKind | null;
  readonly author: UserId;
  readonly time: string;
  readonly state: RestingState;
}

/** A case, verified and opened on this device. */
export interface OpenedCase {
  readonly id: SpaceId;
  readonly space: OpenedSpace;
  /** As a member signed it; a server that serves anything else is refused on opening. */
  readonly open: OpenCase;
  readonly members: readonly CaseMember[];
  readonly relation: Relation;
  /** Oldest first, in the order of the log. */
  readonly records: readonly CaseRecord[];
  readonly unfit: readonly UnfitCaseRecord[];
  /** What a server that keeps the rules would not have taken. */
  readonly againstRest: readonly RestingWrite[];
}

/** Stable codes: those of the space, of the server, and of this module's own checks. */
export type CaseRefusal = AnyRefusal;

/** Opens a case: `CodedDoesNotFit` when the open values are not those that a member signed. */
export async function openCase(session: SpaceSession, id: SpaceId): Promise<Result<OpenedCase, CaseRefusal>> {
  const opened = await openSpace(session, id);
  return opened.ok ? readCase(session, opened.value) : opened;
}

/** Reads what others wrote since. */
export async function refreshCase(session: SpaceSession, opened: OpenedCase): Promise<Result<OpenedCase, CaseRefusal>> {
  const space = await refreshSpace(session, opened.space);
  return space.ok ? readCase(session, space.value) : space;
}

/** The case that an opened space holds. */
export function readCase(session: Pick<SpaceSession, 'user'>, space: OpenedSpace): Result<OpenedCase, CaseRefusal> {
  const open = openCaseSchema.safeParse(space.coded);
  if (!space.codedFits || !open.success) return refuse({ type: 'CodedDoesNotFit' });
  const records: CaseRecord[] = [];
  const unfit: UnfitCaseRecord[] = [...space.unfit];
  for (const { id, version, seq, author, time, type, schema, payload } of space.records.values()) {
    const read = readSealed(schema, payload);
    if (read.ok) records.push({ id, version, seq, author, time, ...read.value });
    else unfit.push({ id, type, reason: read.refusal.type });
  }
  const members = [...space.log.members.values()].map(({ user, relation }) => ({
    user,
    relation: readRelation(relation),
  }));
  return ok({
    id: space.id,
    space,
    open: open.data,
    members,
    relation: members.find(({ user }) => user === session.user)?.relation ?? 'none',
    records: records.toSorted((left, right) => left.seq - right.seq),
    unfit,
    againstRest: writtenAgainstRest(space, open.data, records),
  });
}

/** Judges every record by the state at its place in the signed log, whatever the server let through. */
function writtenAgainstRest(
  { log }: OpenedSpace,
  { state: now }: OpenCase,
  opened: readonly CaseRecord[],
): readonly RestingWrite[] {
  const rests = restsOf(log.acts, now.name);
  if (rests.length === 0) return [];
  const byId = new Map(opened.map((record) => [record.id, record]));
  return [...log.records.values()].flatMap(({ id, type, seq, ctHash, author, time }) => {
    const state = restingAt(rests, seq);
    if (state === null) return [];
    const record = byId.get(id) ?? null;
    const allowed =
      record === null ? mayWriteType(state, { type, deleted: ctHash === null }) : mayWriteRecord(state, record);
    return allowed ? [] : [{ id, type, kind: record?.kind ?? null, author, time, state }];
  });
}

/** A record of one kind with its content's own type. */
export type RecordOf<Kind extends SealedKind> = CaseRecord & {
  readonly kind: Kind;
  readonly content: SealedContent<Kind>;
};

/** Records of one kind, oldest first. */
export function recordsOf<Kind extends SealedKind>(
  opened: Pick<OpenedCase, 'records'>,
  kind: Kind,
): readonly RecordOf<Kind>[] {
  // The filter has just compared the kind, which the union ties to its content.
  return opened.records.filter((record) => record.kind === kind) as unknown as readonly RecordOf<Kind>[];
}

/** The newest record of a kind of which a case has one: person, reach, journey; null before the first save. */
export function recordOf<Kind extends SealedKind>(
  opened: Pick<OpenedCase, 'records'>,
  kind: Kind,
): RecordOf<Kind> | null {
  return recordsOf(opened, kind).at(-1) ?? null;
}

/** The day it is for casework, which is in the Netherlands. */
export function today(session: Pick<SpaceSession, 'clock'>): CivilDate {
  return dayInAmsterdam(session.clock.now());
}
