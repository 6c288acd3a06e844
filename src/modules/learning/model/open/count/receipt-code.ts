import {
  addDays,
  base64urlToBytes,
  civilDate,
  daysBetween,
  plainSigns as signs,
  readPlainSigns,
  type CivilDate,
} from '#platform/base';

/** Signs of the number that the server drew, of the day, and of what shows that both are as they were. */
const lengths = { number: 8, day: 3, tag: 9 } as const;
const all = lengths.number + lengths.day + lengths.tag;
const firstDay = civilDate('2026-01-01');

/** What a receipt says, as it can be read from its 20 signs. Which course it is about is known by its number. */
export interface ReceiptCode {
  readonly number: string;
  /** The day on which the device says that it was done. */
  readonly day: CivilDate;
  readonly tag: string;
}

/** Draws nothing itself: so many signs has a number of a receipt. */
export const receiptNumberLength = lengths.number;

/** What is hashed with the key of a receipt: nothing of what it says can be another without being noticed. */
export function receiptText(receipt: {
  readonly course: string;
  readonly version: string;
  readonly number: string;
  readonly day: CivilDate;
}): string {
  const { course, version, number, day } = receipt;
  return JSON.stringify(['receipt', course, version, number, day]);
}

/** The part of a hash (base64url, at least 9 bytes) that stands on a receipt: 45 bits. */
export function receiptTag(hash: string): string {
  return [...(base64urlToBytes(hash) ?? [])]
    .slice(0, lengths.tag)
    .map((byte) => signs[byte % signs.length] ?? '')
    .join('');
}

/** A receipt as it is shown: `7KM2Q-XA94T-0CVB3-HJ5PE`. */
export function writeReceiptCode({ number, day, tag }: ReceiptCode): string {
  const days = Math.max(0, daysBetween(firstDay, day));
  const written = [1024, 32, 1].map((of) => signs[Math.floor(days / of) % signs.length] ?? '').join('');
  return `${number}${written}${tag}`.match(/.{1,5}/g)?.join('-') ?? '';
}

/** What somebody typed or scanned; null where it cannot be a receipt. */
export function readReceiptCode(typed: string): ReceiptCode | null {
  const plain = readPlainSigns(typed, all);
  if (plain === null) return null;
  const days = plain
    .slice(lengths.number, lengths.number + lengths.day)
    .split('')
    .reduce((sum, sign) => sum * signs.length + signs.indexOf(sign), 0);
  return {
    number: plain.slice(0, lengths.number),
    day: addDays(firstDay, days),
    tag: plain.slice(lengths.number + lengths.day),
  };
}

/**
 * The day that a device writes on a receipt: that of the last step by its own clock, but never after today nor before the number was
 * given. A clock that was wrong and was set right makes another receipt of the same number, which counts once like the first.
 */
export function receiptDay(last: CivilDate, today: CivilDate, givenOn: CivilDate): CivilDate {
  const day = last > today ? today : last;
  return day < givenOn ? givenOn : day;
}
