import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Disclosure, Field, Notice } from '#platform/web/ui';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import type { Counted } from './use-counted.ts';

/** For whom one is counted, or the way to be counted; with what that means. */
export function JoinForm({ counted }: { readonly counted: Counted }) {
  const { t, formatDay } = useLanguage();
  const [given] = useState(codeInAddress);
  const [code, setCode] = useState(given ?? '');
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { known } = counted;
  if (known?.organisation)
    return (
      <Notice>
        <p>{t('learning.counted.for', { organisation: known.organisation })}</p>
        {known.completedOn && <p>{t('learning.counted.done', { day: formatDay(known.completedOn) })}</p>}
      </Notice>
    );
  const join = async (): Promise<void> => {
    setBusy(true);
    setRefused(await counted.join(code));
    setBusy(false);
  };
  return (
    <Disclosure summary={t('learning.counted.summary')} open={given !== null}>
      <form
        className={styles['join']}
        onSubmit={(event) => {
          event.preventDefault();
          void join();
        }}
      >
        <p>{t('learning.counted.what')}</p>
        <Field
          label={t('learning.counted.code')}
          hint={t('learning.counted.codeHint')}
          error={refused && refusalMessage(t, refused)}
          value={code}
          autoCapitalize="characters"
          spellCheck={false}
          onChange={(event) => {
            setRefused(null);
            setCode(event.target.value);
          }}
        />
        <p>
          <Button type="submit" busy={busy && t('learning.counted.joining')}>
            {t('learning.counted.join')}
          </Button>
        </p>
      </form>
    </Disclosure>
  );
}

/** The code of a link: behind the `#`, which browsers send to nobody. It leaves the address at once. */
function codeInAddress(): string | null {
  const found = /^#code=([0-9A-Za-z-]{10,20})$/.exec(location.hash)?.[1] ?? null;
  if (found !== null) history.replaceState(history.state, '', location.pathname);
  return found;
}
