import { useLanguage } from '#kernel/languages/web';
import { Notice } from '#platform/web/ui';
import type { ReceiptMaker } from '../../model/open/count/packaged-receipt.ts';
import type { ReleasedCourse } from '../../model/open/release/released-course.ts';
import { ReceiptCard } from '../offline/receipt-card.tsx';
import type { Attempt } from '../use-attempt.ts';
import { usePackagedReceipt } from './use-packaged-receipt.ts';

/** What somebody shows who finished a package where no system keeps it. */
export function PackagedReceipt({
  course,
  attempt,
  maker,
}: {
  readonly course: ReleasedCourse;
  readonly attempt: Attempt;
  readonly maker: ReceiptMaker;
}) {
  const { t } = useLanguage();
  const receipt = usePackagedReceipt({ seed: attempt.seed, lastAt: attempt.events.at(-1)?.at ?? null }, maker);
  if (receipt === null) return null;
  if (receipt === 'impossible') return <Notice tone="soon">{t('learning.packaged.noReceipt')}</Notice>;
  return <ReceiptCard course={course} receipt={receipt} packaged />;
}
