import { base64urlToBytes, plainSigns as signs, type CivilDate } from '#platform/base';
import { receiptTag, type ReceiptCode } from './receipt-code.ts';

/**
 * Signs of a receipt that a package makes by itself: which package, which run on which device, and what shows that both are as they were;
 * with the day they are 20, as those of a receipt whose number the server gave.
 */
const lengths = { exported: 4, run: 6, tag: 7 } as const;

/** So many signs has the number of a package. */
export const exportNumberLength = lengths.exported;

/** What a package is given to make receipts with. Whoever has the file can take it out, and make as many as they like. */
export interface ReceiptMaker {
  readonly number: string;
  readonly key: string;
  /** The day on which it was made: no receipt is older. */
  readonly since: CivilDate;
}

/** What a receipt of a package says. Which course it is about is known by the number of the package. */
export interface PackagedReceipt {
  readonly exported: string;
  readonly run: string;
  /** The day on which the device says that it was done. */
  readonly day: CivilDate;
  readonly tag: string;
}

/** What is hashed with the key of a package, so that nothing on a receipt can be another without being noticed. */
export function packagedReceiptText({ exported, run, day }: Omit<PackagedReceipt, 'tag'>): string {
  return JSON.stringify(['packaged-receipt', exported, run, day]);
}

/** What is hashed with the key of a package to number a run: the same run has the same number, and two hardly ever have one. */
export function packagedRunText(seed: string): string {
  return JSON.stringify(['packaged-run', seed]);
}

/** The number of a run, from a hash (base64url, at least 6 bytes): 30 bits. */
export function packagedRun(hash: string): string {
  return [...(base64urlToBytes(hash) ?? [])]
    .slice(0, lengths.run)
    .map((byte) => signs[byte % signs.length] ?? '')
    .join('');
}

/** The part of a hash (base64url, at least 9 bytes) that stands on a receipt of a package: 35 bits. */
export function packagedTag(hash: string): string {
  return receiptTag(hash).slice(0, lengths.tag);
}

/** Puts a receipt into the places of the 20 signs; `writeReceiptCode` writes them. */
export function toReceiptCode({ exported, run, day, tag }: PackagedReceipt): ReceiptCode {
  const [inNumber, inTag] = [run.slice(0, 8 - lengths.exported), run.slice(8 - lengths.exported)];
  return { number: `${exported}${inNumber}`, day, tag: `${inTag}${tag}` };
}

/** Reads 20 signs as those of a package. */
export function fromReceiptCode({ number, day, tag }: ReceiptCode): PackagedReceipt {
  const inTag = lengths.run - (number.length - lengths.exported);
  return {
    exported: number.slice(0, lengths.exported),
    run: `${number.slice(lengths.exported)}${tag.slice(0, inTag)}`,
    day,
    tag: tag.slice(inTag),
  };
}
