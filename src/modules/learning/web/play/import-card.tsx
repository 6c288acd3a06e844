import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { useWork } from '#kernel/spaces/web';
import { Button, Card, Field, Notice, Stack } from '#platform/web/ui';
import { refusalMessage } from '../refusal-message.ts';
import { ProblemList } from './problem-list.tsx';
import { sendFile } from './send-file.ts';
import type { LookedInto } from './use-packages.ts';
import styles from './play.module.css';

/** Brings a package from elsewhere: a file is chosen, sent, looked into, and kept where nothing stands against it. */
export function ImportCard({ onTaken }: { readonly onTaken: () => void }) {
  const { t } = useLanguage();
  const { file, busy, refused, looked, choose, send } = useSending(onTaken);
  return (
    <Card title={t('learning.packages.import')}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p>{t('learning.packages.importLead')}</p>
        <Field
          label={t('learning.packages.file')}
          hint={t('learning.packages.fileHint')}
          error={refused === 'FileMissing' ? refusalMessage(t, refused) : null}
          type="file"
          accept=".zip,.xml,.h5p,.imscc"
          onChange={(event) => choose(event.target.files?.[0] ?? null)}
        />
        {refused !== null && refused !== 'FileMissing' && <Notice tone="late">{refusalMessage(t, refused)}</Notice>}
        {looked && <Outcome looked={looked} name={file?.name ?? ''} />}
        <p>
          <Button
            kind="main"
            type="submit"
            busy={busy === null ? false : t('learning.packages.sending', { part: busy })}
          >
            {t('learning.packages.importNow')}
          </Button>
        </p>
      </form>
    </Card>
  );
}

/** Kinds of packages that are looked into and not played. */
const insteadKinds: ReadonlySet<string> = new Set(['h5p', 'common-cartridge']);

function Outcome({ looked, name }: { readonly looked: LookedInto; readonly name: string }) {
  const { t } = useLanguage();
  const { taken, kind, title, problems } = looked;
  // Of what is not played here, why differs with what it is, and so does what can be done instead.
  const shown = (taken ? problems : problems.filter(({ level }) => level === 'refusal')).map((one) =>
    one.code === 'not-yet-playable' && insteadKinds.has(kind) ? { ...one, code: `${one.code}-${kind}` } : one,
  );
  return (
    <Notice tone={taken ? 'plain' : 'late'}>
      <Stack>
        <p>
          {t(taken ? 'learning.packages.taken' : 'learning.packages.notTaken', {
            title: title === null || title === '' ? name : title,
          })}
        </p>
        {shown.length > 0 && <ProblemList problems={shown} />}
      </Stack>
    </Notice>
  );
}

function useSending(onTaken: () => void) {
  const { work } = useWork();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState<number | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [looked, setLooked] = useState<LookedInto | null>(null);
  const choose = (chosen: File | null): void => {
    setFile(chosen);
    setRefused(null);
    setLooked(null);
  };
  const send = async (): Promise<void> => {
    setLooked(null);
    if (file === null) return setRefused('FileMissing');
    setRefused(null);
    setBusy(0);
    const answer = await sendFile(work, file, setBusy);
    setBusy(null);
    if (!answer.ok) return setRefused(answer.refusal.type);
    setLooked(answer.value);
    if (answer.value.taken) onTaken();
  };
  return { file, busy, refused, looked, choose, send };
}
