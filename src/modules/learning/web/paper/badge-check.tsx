import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Field, TextArea } from '#platform/web/ui';
import { longestBadge } from '../../contract/longest-badge.ts';
import type { CheckedBadge } from '../counted/learner-calls.ts';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import { CheckedAnswer } from './checked-answer.tsx';

type Found = CheckedBadge | { readonly refused: string };

/** Whether an Open Badge is genuine, for whoever was given its file. */
export function BadgeCheck() {
  const { t } = useLanguage();
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [busy, setBusy] = useState(false);
  const take = (taken: string): void => {
    setFound(null);
    setText(taken);
  };
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    // What is too large is not even read.
    if (file.size <= longestBadge) return take(await file.text());
    setText('');
    setFound({ refused: 'BadgeTooLarge' });
  };
  const check = async (): Promise<void> => {
    const token = text.trim();
    if (token === '') return setFound({ refused: 'BadgeMissing' });
    if (token.length > longestBadge) return setFound({ refused: 'BadgeTooLarge' });
    setBusy(true);
    const answer = await import('../counted/learner-calls.ts')
      .then(({ learnerCalls }) => learnerCalls.checkBadge(token))
      .then((told) => (told.ok ? told.value : { refused: told.refusal.type }))
      .catch(() => ({ refused: 'Unreachable' }));
    setFound(answer);
    setBusy(false);
  };
  const refused = found && 'refused' in found ? found.refused : null;
  return (
    <section className={styles['round']} aria-labelledby="badge-title">
      <form
        className={styles['task']}
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <h2 id="badge-title">{t('learning.badge.title')}</h2>
        <p>{t('learning.badge.lead')}</p>
        <Field
          label={t('learning.badge.chosen')}
          type="file"
          accept=".jwt,.jws,.txt"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        <TextArea
          label={t('learning.badge.text')}
          error={refused && refusalMessage(t, refused)}
          value={text}
          rows={4}
          dir="ltr"
          spellCheck={false}
          onChange={(event) => take(event.target.value)}
        />
        <p>
          <Button type="submit" busy={busy && t('learning.checking.busy')}>
            {t('learning.badge.check')}
          </Button>
        </p>
      </form>
      <div role="status">{found && !('refused' in found) && <BadgeAnswer found={found} />}</div>
    </section>
  );
}

function BadgeAnswer({ found: { state, paper, revoked, until } }: { readonly found: CheckedBadge }) {
  const { t, formatDay } = useLanguage();
  const day = state === 'revoked' ? revoked?.on : until;
  return (
    <CheckedAnswer
      good={state === 'valid'}
      said={t(`learning.badge.${state}`, { day: day ? formatDay(day) : '' })}
      paper={paper}
      revoked={revoked}
    >
      <p>{t('learning.badge.whose')}</p>
    </CheckedAnswer>
  );
}
