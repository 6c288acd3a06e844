import { useEffect, useRef, useState } from 'react';
import type { Estimated, ToEstimate } from '#kernel/disclosure';
import { estimateAside, type RunningEstimate } from '#kernel/disclosure/web';
import { base64urlToBytes, bytesToHex } from '#platform/base';
import { hashText } from '#platform/crypto';
import { sameDigits, tableText } from '../../model/open/estimate/run-record.ts';

/** A run with its answer, and what came of repeating it. */
export interface FinishedRun {
  readonly source: string;
  readonly question: ToEstimate;
  /** SHA-256 of the table. */
  readonly digest: string;
  readonly found: Estimated;
  readonly repeated: 'same' | 'other' | null;
}

/** How far a run is. */
export type EstimateState =
  | { readonly state: 'none' | 'stopped' | 'failed' }
  | { readonly state: 'running'; readonly done: number; readonly of: number }
  | { readonly state: 'done'; readonly run: FinishedRun };

/** Runs one estimate at a time, in a worker that ends with the page. */
export function useEstimate() {
  const [state, setState] = useState<EstimateState>({ state: 'none' });
  const running = useRef<RunningEstimate | null>(null);
  useEffect(() => () => running.current?.end(), []);
  const forget = (): void => {
    running.current?.end();
    running.current = null;
    setState({ state: 'none' });
  };
  const run = async (source: string, question: ToEstimate, before: Estimated | null): Promise<void> => {
    running.current?.end();
    const of = question.bootstrap?.draws ?? 0;
    setState({ state: 'running', done: 0, of });
    const estimate = estimateAside(question, (done) => {
      if (running.current === estimate) setState({ state: 'running', done, of });
    });
    running.current = estimate;
    const [answer, digest] = await Promise.all([estimate.answer, digestOf(question)]);
    // Another run, or none, is wanted by now.
    if (running.current !== estimate) return;
    running.current = null;
    if (!answer.ok) return setState({ state: answer.refusal.type === 'CheckStopped' ? 'stopped' : 'failed' });
    const found = answer.value;
    const repeated = before === null ? null : sameDigits(before, found) ? 'same' : 'other';
    setState({ state: 'done', run: { source, question, digest, found, repeated } });
  };
  return {
    state,
    forget,
    begin: (source: string, question: ToEstimate) => void run(source, question, null),
    repeat: ({ source, question, found }: FinishedRun) => void run(source, question, found),
    stop: () => running.current?.end(),
  };
}

/** In hexadecimal letters, as other programs print it. */
async function digestOf(question: ToEstimate): Promise<string> {
  return bytesToHex(base64urlToBytes(await hashText(tableText(question))) ?? new Uint8Array());
}
