import { ok, type Result, type SpaceId } from '#platform/base';
import { readHeads, type HeadReading, type SpaceSession } from '#kernel/spaces/client';
import { openCaseSchema } from '../contract/open-case-schema.ts';
import type { OpenCase } from '../model/open/open-case.ts';
import { readRelation, type Relation } from '../model/open/relation.ts';
import type { CaseHead } from '../model/sealed/head-record.ts';
import { readSealed } from '../model/sealed/read-sealed.ts';
import type { CaseRefusal } from './opened-case.ts';

/** One case of my caseload, as lists, radar and search need it. */
export interface CaseloadEntry {
  readonly id: SpaceId;
  readonly relation: Relation;
  /** Null when the server's open values have not the form of a case's. */
  readonly open: OpenCase | null;
  /** Null when there is none yet, it is under a newer schema, or it does not open. */
  readonly head: CaseHead | null;
  /** The head was derived before the newest operation: open the case to derive it anew. */
  readonly behind: boolean;
  readonly trust: 'checked' | 'not-checked' | 'does-not-fit';
}

/** Opens the heads of all my cases. */
export async function readCaseload(
  session: SpaceSession,
  reading: HeadReading = {},
): Promise<Result<readonly CaseloadEntry[], CaseRefusal>> {
  const heads = await readHeads(session, 'case', reading);
  if (!heads.ok) return heads;
  return ok(
    heads.value.map(({ id, relation, seq, coded, content, trust }) => {
      const open = openCaseSchema.safeParse(coded);
      const read = content ? readSealed(content.schema, content.payload) : null;
      const head = read?.ok && read.value.kind === 'head' ? read.value.content : null;
      return {
        id,
        relation: readRelation(relation),
        open: open.data ?? null,
        head,
        behind: head === null || head.ofSeq < seq,
        trust,
      };
    }),
  );
}
