import type { JsonObject } from '../../model/open/statement/check-value.ts';
import type { SentStatement } from '../records/read-statements.ts';

/** A statement of ours, as if it had been sent. */
export function ownStatement(value: JsonObject): SentStatement {
  const members = Object.entries(value).map(([key, member]) => ({
    key,
    text: `${JSON.stringify(key)}:${JSON.stringify(member)}`,
  }));
  return { value, members };
}
