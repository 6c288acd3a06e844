import { useEffect, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Field } from '#platform/web/ui';
import type { CheckedPaper } from '../counted/learner-calls.ts';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import { useTakenFromAddress } from '../use-taken-from-address.ts';
import { BadgeCheck } from './badge-check.tsx';
import { CheckedAnswer } from './checked-answer.tsx';

type Found = CheckedPaper | { readonly refused: string };

/** The code of a scanned paper. */
const codeShape = /^#([0-9A-Za-z-]{26,40})$/;

/** Whether a certificate is genuine, for whoever has it in hand. Nothing that is typed leaves the browser as it is. */
export function CheckPage() {
  const { t } = useLanguage();
  const [code, setCode] = useState(useTakenFromAddress(codeShape)?.[1] ?? '');
  const [name, setName] = useState('');
  const [found, setFound] = useState<Found | null>(null);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    document.title = t('learning.checking.title');
  }, [t]);
  const check = async (): Promise<void> => {
    setBusy(true);
    const answer = await import('./make-paper.ts')
      .then(({ checkPaper }) => checkPaper(code, name))
      // Without a connection not even what checks papers can be fetched.
      .catch(() => ({ refused: 'Unreachable' }));
    setFound(answer);
    setBusy(false);
  };
  const change = (set: (value: string) => void) => (event: React.ChangeEvent<HTMLInputElement>) => {
    setFound(null);
    set(event.target.value);
  };
  const refused = found && 'refused' in found ? found.refused : null;
  return (
    <main className={styles['player']}>
      <h1>{t('learning.checking.title')}</h1>
      <p>{t('learning.checking.lead')}</p>
      <form
        className={styles['task']}
        onSubmit={(event) => {
          event.preventDefault();
          void check();
        }}
      >
        <Field
          label={t('learning.checking.code')}
          error={refused && refusalMessage(t, refused)}
          value={code}
          autoCapitalize="characters"
          spellCheck={false}
          onChange={change(setCode)}
        />
        <Field
          label={t('learning.checking.name')}
          hint={t('learning.checking.nameHint')}
          value={name}
          dir="auto"
          onChange={change(setName)}
        />
        <p>
          <Button kind="main" type="submit" busy={busy && t('learning.checking.busy')}>
            {t('learning.checking.check')}
          </Button>
        </p>
      </form>
      <div role="status">{found && !('refused' in found) && <PaperAnswer found={found} />}</div>
      <BadgeCheck />
    </main>
  );
}

function PaperAnswer({ found: { paper, nameFits, revoked } }: { readonly found: CheckedPaper }) {
  const { t, formatDay } = useLanguage();
  const said =
    revoked === null ? t('learning.checking.genuine') : t('learning.checking.revoked', { day: formatDay(revoked.on) });
  return (
    <CheckedAnswer
      good={paper !== null && revoked === null && nameFits !== false}
      said={paper === null ? t('learning.checking.unknown') : said}
      paper={paper}
      revoked={revoked}
    >
      {nameFits !== null && <p>{t(nameFits ? 'learning.checking.nameFits' : 'learning.checking.nameFitsNot')}</p>}
    </CheckedAnswer>
  );
}
