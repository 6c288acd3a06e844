import type { JsonObject } from '../../model/open/statement/check-value.ts';
import type { SentStatement } from './read-statements.ts';

/** A statement that was made here, as if it had been sent like this. */
export function toSentStatement(value: JsonObject): SentStatement {
  const members = Object.entries(value).map(([key, member]) => ({
    key,
    text: `${JSON.stringify(key)}:${JSON.stringify(member)}`,
  }));
  return { value, members };
}
