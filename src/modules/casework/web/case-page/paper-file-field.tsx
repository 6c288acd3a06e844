import { useRef, useState } from 'react';
import { acceptedEndings } from '#kernel/documents';
import { useLanguage } from '#kernel/languages/web';
import { Check, Field } from '#platform/web/ui';

/** Chooses a file and whether a photo stays exactly as it is. Changing the second asks again for the first. */
export function PaperFileField({
  onChoose,
}: {
  readonly onChoose: (chosen: File | undefined, keepAsEvidence: boolean) => void;
}) {
  const { t } = useLanguage();
  const chosen = useRef<File | undefined>(undefined);
  const [evidence, setEvidence] = useState(false);
  return (
    <>
      <Field
        label={t('casework.paper.file')}
        hint={t('casework.paper.fileHint')}
        type="file"
        accept={acceptedEndings}
        onChange={(event) => {
          chosen.current = event.target.files?.[0];
          onChoose(chosen.current, evidence);
        }}
      />
      <Check
        label={`${t('documents.upload.evidence')}. ${t('documents.upload.evidenceHint')}`}
        checked={evidence}
        onChange={(checked) => {
          setEvidence(checked);
          onChoose(chosen.current, checked);
        }}
      />
    </>
  );
}
