import { useState } from 'react';
import { CircleDashed } from 'lucide-react';
import { addDays } from '#platform/base';
import { isRunning } from '#modules/casework';
import { useLanguage } from '#kernel/languages/web';
import { useOpenWork, useWork } from '#kernel/spaces/web';
import type { CaseloadState } from '../shared/caseload-store.ts';
import { caseloadStoreOf } from '../shared/caseload-store.ts';
import styles from './overview-screen.module.css';

/** Days ahead within which a date that only the server tells is worth checking now. */
const soon = 7;

/** Dates that are near or late and that this device has not verified yet, with the way to do it. */
export function CheckNow({ caseload }: { readonly caseload: CaseloadState }) {
  const { t } = useLanguage();
  const { work } = useWork();
  const { today } = useOpenWork();
  const [left, setLeft] = useState<number | null>(null);
  const unchecked = caseload.entries.filter(
    ({ trust, open }) =>
      trust === 'not-checked' &&
      open !== null &&
      isRunning(open.state.name) &&
      open.due.some(({ metOn, whose, date }) => metOn === null && whose === 'person' && date <= addDays(today, soon)),
  );
  const check = async (): Promise<void> => {
    for (const [at, { id }] of unchecked.entries()) {
      setLeft(unchecked.length - at);
      await caseloadStoreOf(work).openCase(id);
    }
    setLeft(null);
  };
  if (unchecked.length === 0 && left === null) return null;
  return (
    <div className={styles['unchecked']}>
      <CircleDashed size={20} strokeWidth={1.75} aria-hidden />
      <p role="status">
        {left === null
          ? t('casework.overview.unchecked', { count: unchecked.length })
          : t('casework.overview.checking', { count: left })}{' '}
        {left === null && (
          <button type="button" onClick={() => void check()}>
            {t('casework.overview.checkNow')}
          </button>
        )}
      </p>
    </div>
  );
}
