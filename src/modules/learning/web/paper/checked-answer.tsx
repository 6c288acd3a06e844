import type { ReactNode } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Notice } from '#platform/web/ui';
import type { CheckedPaper } from '../counted/learner-calls.ts';

/** What whoever checks a certificate or a badge is told: what came of it first, and what it says. */
export function CheckedAnswer({
  good,
  said,
  paper,
  revoked,
  children,
}: Pick<CheckedPaper, 'paper' | 'revoked'> & {
  readonly good: boolean;
  readonly said: string;
  readonly children?: ReactNode;
}) {
  const { t, formatDay } = useLanguage();
  if (paper === null) return <Notice tone="late">{said}</Notice>;
  const { title, minutes, version, issuer } = paper;
  return (
    <Notice tone={good ? 'plain' : 'late'}>
      <p>
        <strong>{said}</strong>
      </p>
      {revoked && <p>{t('learning.checking.why', { reason: t(`learning.revocation.${revoked.reason}`) })}</p>}
      <p>{t('learning.checking.says', { title, minutes, day: formatDay(paper.doneOn), version })}</p>
      {paper.draft && <p>{t('learning.paper.draft')}</p>}
      <p>{t('learning.checking.issued', { issuer, day: formatDay(paper.issuedOn) })}</p>
      {children}
    </Notice>
  );
}
