import type { RecordId, SpaceId, TenantId, UserId } from '#platform/base';

/** The tables of the schema `spaces`, as Kysely sees them. */
export type SpacesTables = {
  'spaces.space': {
    tenant: TenantId;
    id: SpaceId;
    kind: string;
    epoch: number;
    seq: number;
    head: string;
    coded_hash: string | null;
    key_seq: number;
  };
  'spaces.member': {
    tenant: TenantId;
    space: SpaceId;
    user_id: UserId;
    relation: string;
    epoch_from: number;
    epoch_until: number | null;
  };
  'spaces.operation': {
    tenant: TenantId;
    space: SpaceId;
    seq: number;
    hash: string;
    kind: string;
    jws: string;
  };
  'spaces.record': {
    tenant: TenantId;
    space: SpaceId;
    id: RecordId;
    version: number;
    type: string;
    epoch: number;
    seq: number;
    size: number;
    hour: string;
    current: boolean;
    envelope: string | null;
  };
  'spaces.document': {
    tenant: TenantId;
    space: SpaceId;
    id: RecordId;
    size: number;
    sha256: string;
    hour: string;
    seq: number | null;
  };
};
