import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Disclosure, Field, Notice } from '#platform/web/ui';
import { ownPath } from '../../model/open/people/own-path.ts';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import type { Counted } from './use-counted.ts';

/** For whom one is counted, or the way to be counted; with what that means. */
export function JoinForm({
  counted,
  given,
}: {
  readonly counted: Counted;
  /** The code of the link that led here. */
  readonly given: string | null;
}) {
  const { t, formatDay } = useLanguage();
  const [code, setCode] = useState(given ?? '');
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [joined, setJoined] = useState(false);
  const { known } = counted;
  const forWhom = (organisation: string): string => {
    if (known?.label) return t('learning.counted.listed', { organisation, label: known.label });
    return t(known?.colleague ? 'learning.counted.colleague' : 'learning.counted.for', { organisation });
  };
  if (known?.organisation && (given === null || joined))
    return (
      <Notice>
        <p>{forWhom(known.organisation)}</p>
        {known.completedOn && <p>{t('learning.counted.done', { day: formatDay(known.completedOn) })}</p>}
        <p>
          <a href={ownPath}>{t('learning.counted.own')}</a>
        </p>
      </Notice>
    );
  const join = async (): Promise<void> => {
    setBusy(true);
    const why = await counted.join(code);
    setBusy(false);
    setRefused(why);
    setJoined(why === null);
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
        {known?.organisation && <p>{forWhom(known.organisation)}</p>}
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
        <p>
          <a href={ownPath}>{t('learning.counted.elsewhere')}</a>
        </p>
      </form>
    </Disclosure>
  );
}
