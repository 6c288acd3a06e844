import { useRef, useState } from 'react';
import { acceptedEndings, type FileRefusal } from '#kernel/documents';
import { useLanguage } from '#kernel/languages/web';
import { Check, Field, Notice } from '#platform/web/ui';
import { readChosenFile, type ChosenFile } from '../shared/read-chosen-file.ts';

/** A file that is being read and held against the rules; null when it was not taken. */
export type FileBeingRead = Promise<ChosenFile | null>;

/**
 * Chooses a file and whether a photo stays exactly as it is, and says beside it what became of the file. Changing the
 * second asks again for the first.
 */
export function PaperFileField({ onChoose }: { readonly onChoose: (reading: FileBeingRead | null) => void }) {
  const { t } = useLanguage();
  const chosen = useRef<File | undefined>(undefined);
  const [evidence, setEvidence] = useState(false);
  const [found, setFound] = useState<ChosenFile | FileRefusal | 'nothing' | 'checking'>('nothing');
  const read = async (file: File, keepAsEvidence: boolean): FileBeingRead => {
    setFound('checking');
    const taken = await readChosenFile(file, keepAsEvidence);
    // Another was chosen meanwhile: what is said is of that one.
    if (chosen.current === file) setFound(taken.ok ? taken.value : taken.refusal);
    return taken.ok ? taken.value : null;
  };
  const choose = (file: File | undefined, keepAsEvidence: boolean): void => {
    chosen.current = file;
    if (!file) setFound('nothing');
    onChoose(file ? read(file, keepAsEvidence) : null);
  };
  return (
    <>
      <Field
        label={t('casework.paper.file')}
        hint={t('casework.paper.fileHint')}
        type="file"
        accept={acceptedEndings}
        onChange={(event) => choose(event.target.files?.[0], evidence)}
      />
      {found === 'checking' && <Notice>{t('documents.upload.checking')}</Notice>}
      {typeof found === 'object' && 'type' in found && <Notice tone="late">{t(`casework.file.${found.type}`)}</Notice>}
      {typeof found === 'object' && 'bytes' in found && (
        <Notice tone={found.encrypted ? 'soon' : 'plain'}>
          <bdi>{t('documents.upload.taken', { name: found.name })}</bdi>{' '}
          {found.encrypted && t('documents.upload.encrypted')}
        </Notice>
      )}
      <Check
        label={`${t('documents.upload.evidence')}. ${t('documents.upload.evidenceHint')}`}
        checked={evidence}
        onChange={(checked) => {
          setEvidence(checked);
          choose(chosen.current, checked);
        }}
      />
    </>
  );
}
