import { assert, type SpaceId } from '#platform/base';
import { firstWords, secondWords } from './code-name-words.ts';

/**
 * The two words that stand for a case wherever its id would be unreadable: "Linden Kite". Derived from
 * the random id, so it tells nothing; unique in the tenant because the server refuses a second one
 * (`CodeNameTaken`), upon which the device draws another id.
 */
export function codeNameOf(id: SpaceId): string {
  const number = Number.parseInt(id.slice(0, 8), 16);
  const first = firstWords[number % firstWords.length];
  const second = secondWords[Math.floor(number / firstWords.length) % secondWords.length];
  assert(first !== undefined && second !== undefined, 'a remainder is within its list');
  return `${first} ${second}`;
}

/** Whether a text could be a code name: one word of each list. */
export function isCodeName(text: string): boolean {
  const [first = '', second = '', ...rest] = text.split(' ');
  return rest.length === 0 && firstWords.includes(first) && secondWords.includes(second);
}
