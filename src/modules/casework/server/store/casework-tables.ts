import type { CivilDate, SpaceId, TenantId, UserId } from '#platform/base';
import type { ColumnType } from 'kysely';
import type { CaseState, CaseStateName } from '../../model/open/case-state.ts';
import type { DueId, DueSide, DueType, DueWeight } from '../../model/open/due.ts';
import type { Phase } from '../../model/open/phase.ts';

/** The tables of the schema `casework`, as Kysely sees them; a type, since Kysely asks for an index signature. */
export type CaseworkTables = {
  'casework.case': {
    tenant: TenantId;
    id: SpaceId;
    branch: string;
    code_name: string;
    state: CaseStateName;
    state_dates: ColumnType<CaseState, string, string>;
    phase: Phase;
    keep_until: CivilDate;
    hold: CivilDate | null;
    next_date: CivilDate;
    version: number;
    head: string;
  };
  'casework.member': {
    tenant: TenantId;
    user_id: UserId;
    space: SpaceId;
    relation: string;
    next_date: CivilDate;
  };
  'casework.due': {
    tenant: TenantId;
    id: DueId;
    case: SpaceId;
    type: DueType;
    date: CivilDate;
    whose: DueSide;
    weight: DueWeight;
    met_on: CivilDate | null;
  };
  'casework.hours': {
    tenant: TenantId;
    user_id: UserId;
    month: string;
    minutes: number;
  };
};
