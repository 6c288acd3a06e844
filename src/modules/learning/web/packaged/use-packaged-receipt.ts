import { useEffect, useState } from 'react';
import { dayInAmsterdam, systemClock } from '#platform/base';
import { keyedText } from '#platform/crypto';
import {
  packagedReceiptText,
  packagedRun,
  packagedRunText,
  packagedTag,
  toReceiptCode,
  type ReceiptMaker,
} from '../../model/open/count/packaged-receipt.ts';
import { receiptDay, writeReceiptCode } from '../../model/open/count/receipt-code.ts';
import type { ShownReceipt } from '../offline/use-receipt.ts';

/** A run of a package on this device. */
interface PackagedRun {
  readonly seed: string;
  /** When its last step was taken, by the clock of the device; null before the first. */
  readonly lastAt: string | null;
}

/**
 * Makes the receipt of a finished run of a package: the same run always has the same number, so that it counts once. `impossible` where this
 * browser hashes nothing, as where a page comes by plain http; null until it is made, and where there is nothing to make it with.
 */
export function usePackagedReceipt(
  { seed, lastAt }: PackagedRun,
  maker: ReceiptMaker | null,
): ShownReceipt | 'impossible' | null {
  const [shown, setShown] = useState<ShownReceipt | 'impossible' | null>(null);
  useEffect(() => {
    if (maker === null || lastAt === null) return;
    let wanted = true;
    const { number: exported, key, since } = maker;
    const day = receiptDay(dayInAmsterdam(new Date(lastAt)), dayInAmsterdam(systemClock.now()), since);
    const make = async (): Promise<void> => {
      const said = { exported, run: packagedRun(await keyedText(key, packagedRunText(seed))), day };
      const tag = packagedTag(await keyedText(key, packagedReceiptText(said)));
      if (wanted) setShown({ code: writeReceiptCode(toReceiptCode({ ...said, tag })), day });
    };
    make().catch(() => wanted && setShown('impossible'));
    return () => {
      wanted = false;
    };
  }, [maker, seed, lastAt]);
  return maker === null ? null : shown;
}
