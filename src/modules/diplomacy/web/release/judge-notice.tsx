import { useLanguage } from '#kernel/languages/web';
import { Button, Notice } from '#platform/web/ui';
import type { AsideState } from '../shared/use-aside.ts';
import { ledgerRefusalMessage } from '../ledger/ledger-refusal.ts';

/** That an attack goes on, or why it came to nothing. */
export function JudgeNotice({ state, onStop }: { readonly state: AsideState<unknown>; readonly onStop: () => void }) {
  const { t } = useLanguage();
  if (state.state === 'refused') return <Notice tone="late">{ledgerRefusalMessage(t, state.refusal)}</Notice>;
  if (state.state !== 'running') return null;
  return (
    <Notice>
      {t('diplomacy.release.checking', { programs: String(state.done) })}{' '}
      <Button onClick={onStop}>{t('diplomacy.release.stop')}</Button>
    </Notice>
  );
}
