import { useLanguage } from '#kernel/languages/web';
import { Button, Notice, TakesFocus } from '#platform/web/ui';
import type { AsideState } from '../shared/use-aside.ts';
import { ledgerRefusalMessage } from '../ledger/ledger-refusal.ts';

/** That an attack goes on, or why it came to nothing. */
export function JudgeNotice({ state, onStop }: { readonly state: AsideState<unknown>; readonly onStop: () => void }) {
  const { t } = useLanguage();
  if (state.state === 'refused') {
    const says = ledgerRefusalMessage(t, state.refusal);
    // What was pressed last, to stop it perhaps, is gone.
    return (
      <TakesFocus label={says}>
        <Notice tone="late">{says}</Notice>
      </TakesFocus>
    );
  }
  if (state.state !== 'running') return null;
  return (
    <Notice>
      {t('diplomacy.release.checking', { programs: String(state.done) })}{' '}
      <Button onClick={onStop}>{t('diplomacy.release.stop')}</Button>
    </Notice>
  );
}
