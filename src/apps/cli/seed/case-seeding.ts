import type { UserId } from '#platform/base';
import type { SpaceSession } from '#kernel/spaces/client';

/** What seeding one case needs of the programme. */
export interface CaseSeeding {
  readonly session: SpaceSession;
  readonly coordinators: readonly UserId[];
  userOf(handle: string): UserId;
  fresh(): Promise<void>;
  /** A small file for a paper, marked as invented. */
  fileOf(title: string): Promise<Uint8Array>;
}
