import { useEffect, useState } from 'react';
import { civilDate, dayInAmsterdam, systemClock, type CivilDate } from '#platform/base';
import { useOnline } from '#platform/web/state';
import { receiptDay, receiptTag, receiptText, writeReceiptCode } from '../../model/open/count/receipt-code.ts';
import type { KeptReceipt, KnownMemory } from '../counted/known-memory.ts';

/** A run that may have to show a receipt. */
export interface ReceiptRun {
  readonly course: string;
  readonly version: string;
  readonly language: string;
  readonly attempt: string;
  /** When its last step was taken, by the clock of the device; null before the first. */
  readonly lastAt: string | null;
}

/** A receipt that can be shown: its signs, and the day that stands on it. */
export interface ShownReceipt {
  readonly code: string;
  readonly day: CivilDate;
}

/**
 * Asks for the number of a receipt while there is a connection, for whoever is counted and has the module on the device; null for
 * everybody else, and where the number was given to another run or version.
 */
export function useReceipt(run: ReceiptRun, memory: KnownMemory, isWanted: boolean): KeptReceipt | null {
  const { course, version, language, attempt } = run;
  const online = useOnline();
  const [receipt, setReceipt] = useState<KeptReceipt | null>(null);
  const fits = receipt !== null && receipt.attempt === attempt && receipt.version === version;
  useEffect(() => {
    if (!isWanted || fits) return;
    let wanted = true;
    const takeUp = async (): Promise<void> => {
      const kept = await memory.findReceipt(course);
      if (kept?.attempt === attempt && kept.version === version) {
        if (wanted) setReceipt(kept);
        return;
      }
      if (!online) return;
      const { learnerCalls } = await import('../counted/learner-calls.ts');
      const answer = await learnerCalls.giveReceipt(attempt, { course, language });
      if (!answer.ok) return;
      const given = { ...answer.value, attempt };
      await memory.keepReceipt(course, given);
      if (wanted) setReceipt(given);
    };
    takeUp().catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [isWanted, fits, memory, course, version, language, attempt, online]);
  return fits ? receipt : null;
}

/** Makes the receipt of a finished run on this device; null until it is made. */
export function useShownReceipt(run: ReceiptRun, receipt: KeptReceipt | null): ShownReceipt | null {
  const { course, version, lastAt } = run;
  const [shown, setShown] = useState<ShownReceipt | null>(null);
  useEffect(() => {
    if (receipt === null || lastAt === null) return;
    let wanted = true;
    const { number, key, givenOn } = receipt;
    const day = receiptDay(dayInAmsterdam(new Date(lastAt)), dayInAmsterdam(systemClock.now()), civilDate(givenOn));
    const make = async (): Promise<void> => {
      // Whoever comes back online never needs this.
      const { keyedText } = await import('#platform/crypto');
      const tag = receiptTag(await keyedText(key, receiptText({ course, version, number, day })));
      if (wanted) setShown({ code: writeReceiptCode({ number, day, tag }), day });
    };
    make().catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [receipt, course, version, lastAt]);
  return receipt === null ? null : shown;
}
