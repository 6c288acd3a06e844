import type { Estimated, ToEstimate } from '#kernel/disclosure';
import { estimateAside } from '#kernel/disclosure/web';
import { base64urlToBytes, bytesToHex, ok, type AnyRefusal, type Result } from '#platform/base';
import { hashText } from '#platform/crypto';
import { sameDigits, tableText } from '../../model/open/estimate/run-record.ts';
import { useAside } from '../shared/use-aside.ts';

/** A run with its answer, and what came of repeating it. */
export interface FinishedRun {
  readonly source: string;
  readonly question: ToEstimate;
  /** SHA-256 of the table. */
  readonly digest: string;
  readonly found: Estimated;
  readonly repeated: 'same' | 'other' | null;
}

interface ToRun {
  readonly source: string;
  readonly question: ToEstimate;
  /** What the same run answered before; null for a first one. */
  readonly before: Estimated | null;
}

/** Runs one estimate at a time, in a worker that ends with the page. */
export function useEstimate() {
  const { begin, ...aside } = useAside(runAside);
  return {
    ...aside,
    begin: (source: string, question: ToEstimate) => begin({ source, question, before: null }),
    repeat: ({ source, question, found }: FinishedRun) => begin({ source, question, before: found }),
  };
}

function runAside({ source, question, before }: ToRun, onDrawn: (done: number) => void) {
  const { answer, end } = estimateAside(question, onDrawn);
  const finish = async (): Promise<Result<FinishedRun, AnyRefusal>> => {
    const [found, digest] = await Promise.all([answer, digestOf(question)]);
    if (!found.ok) return found;
    const repeated = before === null ? null : sameDigits(before, found.value) ? 'same' : 'other';
    return ok({ source, question, digest, found: found.value, repeated });
  };
  return { answer: finish(), end };
}

/** In hexadecimal letters, as other programs print it. */
async function digestOf(question: ToEstimate): Promise<string> {
  return bytesToHex(base64urlToBytes(await hashText(tableText(question))) ?? new Uint8Array());
}
