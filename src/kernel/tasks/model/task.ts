import type { Brand, CivilDate, SpaceId, UserId } from '#platform/base';

/** One task; the same id names the sealed record with its words. */
export type TaskId = Brand<string, 'TaskId'>;

/** What the server may know of a task's nature (casework design, 1.2). */
export const taskKinds = ['do', 'go-along', 'meet', 'call'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** The open row of a task. */
export interface Task {
  readonly id: TaskId;
  readonly space: SpaceId;
  readonly assignee: UserId;
  readonly due: CivilDate;
  readonly kind: TaskKind;
  readonly doneOn: CivilDate | null;
}
