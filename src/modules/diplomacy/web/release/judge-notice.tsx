import { useLanguage } from '#kernel/languages/web';
import { Button, Notice } from '#platform/web/ui';
import { ledgerRefusalMessage } from '../ledger/ledger-refusal.ts';
import type { JudgeState } from './use-judge.ts';

/** That an attack goes on, or why it came to nothing. */
export function JudgeNotice({ state, onStop }: { readonly state: JudgeState; readonly onStop: () => void }) {
  const { t } = useLanguage();
  if (state.state === 'refused') return <Notice tone="late">{ledgerRefusalMessage(t, state.refusal)}</Notice>;
  if (state.state !== 'judging') return null;
  return (
    <Notice>
      {t('diplomacy.release.checking', { programs: String(state.programs) })}{' '}
      <Button onClick={onStop}>{t('diplomacy.release.stop')}</Button>
    </Notice>
  );
}
