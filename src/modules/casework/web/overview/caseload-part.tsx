import type { ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Notice, Skeleton } from '#platform/web/ui';
import { caseRefusalMessage } from '../shared/refusal-message.ts';
import type { useCaseload } from '../shared/use-caseload.ts';

/** What needs the opened caseload: its shape while it opens, its own failure with a way to try again, then the content. */
export function CaseloadPart({
  caseload,
  lines = 4,
  children,
}: {
  readonly caseload: ReturnType<typeof useCaseload>;
  readonly lines?: number;
  readonly children: ReactNode;
}) {
  const { t } = useLanguage();
  if (caseload.at === 'opening') {
    return <Skeleton label={t('casework.cases.opening', { done: caseload.done })} lines={lines} />;
  }
  if (caseload.at === 'failed' && caseload.refusal) {
    return (
      <Notice tone="late">
        <p>{caseRefusalMessage(t, caseload.refusal)}</p>
        <div>
          <Button onClick={caseload.reload}>{t('casework.tryAgain')}</Button>
        </div>
      </Notice>
    );
  }
  return children;
}
