import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { handFile } from '../hand-file.ts';
import { refusalMessage } from '../refusal-message.ts';
import type { CertificateWords } from './certificate-words.ts';
import type { HeldPaper } from './make-paper.ts';

/** Keeping a certificate as a file: what draws it is fetched when it is asked for, and nothing is sent. */
export function useKeptPaper(paper: HeldPaper, words: CertificateWords, language: string) {
  const { t } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const keep = async (): Promise<void> => {
    setBusy(true);
    setSaid(null);
    const drawn = await draw(paper, words, language).catch(() => null);
    setBusy(false);
    // Without a connection what draws it cannot be fetched.
    if (drawn === null) return setSaid(refusalMessage(t, 'Unreachable'));
    if (!drawn.ok) return setSaid(t('learning.paper.notPrintable', { signs: drawn.refusal.signs.join(' ') }));
    // The name of a file is seen by whoever uses the device after: it says nothing of the holder.
    handFile(drawn.value, `${t('learning.paper.file')}-${paper.doneOn}.pdf`, 'application/pdf');
    setSaid(t('learning.paper.kept'));
  };
  return { keep, busy, said };
}

async function draw(paper: HeldPaper, words: CertificateWords, language: string) {
  const [{ drawCertificate }, { readPrintedFonts }] = await Promise.all([
    import('./draw-certificate.ts'),
    import('#kernel/documents/web'),
  ]);
  const { issuer, name, code, title } = paper;
  return drawCertificate({
    ...words,
    issuer,
    name,
    code,
    title: `${words.heading}: ${title}`,
    language,
    made: new Date(),
    fonts: await readPrintedFonts(),
  });
}
