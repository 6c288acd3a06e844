import { lazy, Suspense, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Button, Field } from '#platform/web/ui';
import styles from '../player.module.css';
import { refusalMessage } from '../refusal-message.ts';
import type { HeldPaper } from './make-paper.ts';

const CertificateSheet = lazy(async () => ({ default: (await import('./certificate-sheet.tsx')).CertificateSheet }));

/** Makes a certificate for whoever finished and is counted. The name is typed here and sent to nobody. */
export function CertificateForm({ course }: { readonly course: string }) {
  const { t } = useLanguage();
  const [name, setName] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [paper, setPaper] = useState<HeldPaper | null>(null);
  const make = async (): Promise<void> => {
    if (name.trim().length < 2) return setRefused('PersonMissing');
    setBusy(true);
    const made = await import('./make-paper.ts')
      .then(({ makePaper }) => makePaper(course, name.trim()))
      // Without a connection not even what makes papers can be fetched.
      .catch(() => ({ refused: 'Unreachable' }));
    setBusy(false);
    if ('refused' in made) setRefused(made.refused);
    else setPaper(made);
  };
  if (paper)
    return (
      <Suspense>
        <CertificateSheet paper={paper} />
      </Suspense>
    );
  return (
    <form
      className={styles['task']}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <h2>{t('learning.paper.title')}</h2>
      <p>{t('learning.paper.lead')}</p>
      <Field
        label={t('learning.paper.name')}
        error={refused && refusalMessage(t, refused)}
        value={name}
        dir="auto"
        maxLength={120}
        onChange={(event) => {
          setRefused(null);
          setName(event.target.value);
        }}
      />
      <p>
        <Button type="submit" busy={busy && t('learning.paper.making')}>
          {t('learning.paper.make')}
        </Button>
      </p>
    </form>
  );
}
