import { useId, useRef, useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { Check, Notice } from '#platform/web/ui';
import type { AcceptedFile } from '../client/check-file.ts';
import { acceptedEndings, type FileRefusal } from '../index.ts';
import styles from './documents.module.css';
import { documentRefusalMessage } from './refusal-message.ts';
import { takeFile } from './take-file.ts';

/**
 * Chooses one file, checks it on the device and cleans photos. `onFile` hears the file that was taken, or
 * null when one was refused; what was typed elsewhere on the page stays.
 */
export function UploadField({
  label,
  onFile,
}: {
  readonly label: string;
  readonly onFile: (file: AcceptedFile | null) => void;
}) {
  const { t } = useLanguage();
  const id = useId();
  const chosen = useRef<File | null>(null);
  const [evidence, setEvidence] = useState(false);
  const [state, setState] = useState<'empty' | 'checking' | AcceptedFile | FileRefusal>('empty');
  const take = async (file: File | null, keepAsEvidence: boolean): Promise<void> => {
    chosen.current = file;
    if (!file) return;
    setState('checking');
    const taken = await takeFile(file, { keepAsEvidence });
    if (chosen.current !== file) return;
    setState(taken.ok ? taken.value : taken.refusal);
    onFile(taken.ok ? taken.value : null);
  };
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`}>{t('documents.upload.hint')}</p>
      <input
        id={id}
        className={styles['file']}
        type="file"
        accept={acceptedEndings}
        aria-describedby={`${id}-hint`}
        onChange={(event) => void take(event.target.files?.[0] ?? null, evidence)}
      />
      <Check
        label={t('documents.upload.evidence')}
        checked={evidence}
        onChange={(checked) => {
          setEvidence(checked);
          void take(chosen.current, checked);
        }}
      />
      <p>{t('documents.upload.evidenceHint')}</p>
      {state === 'checking' && <Notice>{t('documents.upload.checking')}</Notice>}
      {typeof state === 'object' && 'type' in state && <Notice tone="late">{documentRefusalMessage(t, state)}</Notice>}
      {typeof state === 'object' && 'kind' in state && (
        <Notice>{t('documents.upload.taken', { name: state.name })}</Notice>
      )}
      {typeof state === 'object' && 'kind' in state && state.encrypted && (
        <Notice tone="soon">{t('documents.upload.encrypted')}</Notice>
      )}
    </div>
  );
}
