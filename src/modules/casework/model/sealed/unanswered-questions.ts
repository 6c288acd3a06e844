import type { RecordId, UserId } from '#platform/base';
import type { SealedRecord } from './sealed-kinds.ts';

/** A record with who wrote it, which is signed beside the content. */
export type AuthoredRecord = SealedRecord & { readonly id: RecordId; readonly author: UserId };

/** A question that waits for its answer: who asked whom, and on which day. */
export interface WaitingQuestion {
  readonly id: RecordId;
  readonly by: UserId;
  readonly to: UserId;
  readonly on: Extract<SealedRecord, { kind: 'question' }>['content']['on'];
}

/** Questions that nobody but the one who asks has answered, oldest first. */
export function unansweredQuestions(records: readonly AuthoredRecord[]): readonly WaitingQuestion[] {
  const answers = records.flatMap((record) =>
    record.kind === 'reply' ? [{ entry: record.content.entry, author: record.author }] : [],
  );
  return records
    .flatMap((record) =>
      record.kind === 'question'
        ? [{ id: record.id, by: record.author, to: record.content.to, on: record.content.on }]
        : [],
    )
    .filter(({ id, by }) => !answers.some(({ entry, author }) => entry === id && author !== by))
    .toSorted((left, right) => (left.on === right.on ? 0 : left.on < right.on ? -1 : 1));
}
