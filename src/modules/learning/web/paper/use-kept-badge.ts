import { useState } from 'react';
import { useLanguage } from '#kernel/languages/web';
import { utf8Bytes } from '#platform/base';
import { handFile } from '../hand-file.ts';
import { refusalMessage } from '../refusal-message.ts';
import type { HeldPaper } from './make-paper.ts';

/** Keeping a certificate as an Open Badge: the server signs what it knows of it, which is no name. */
export function useKeptBadge({ code, doneOn }: HeldPaper) {
  const { t, formatDay } = useLanguage();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const keep = async (): Promise<void> => {
    setBusy(true);
    setSaid(null);
    const signed = await import('./make-paper.ts')
      .then(({ signBadge }) => signBadge(code))
      // Without a connection nothing can be signed.
      .catch(() => ({ refused: 'Unreachable' }));
    setBusy(false);
    if ('refused' in signed) return setSaid(refusalMessage(t, signed.refused));
    handFile(utf8Bytes(signed.token), `${t('learning.badge.file')}-${doneOn}.jwt`, 'application/jwt');
    setSaid(t('learning.badge.kept', { day: formatDay(signed.until) }));
  };
  return { keep, busy, said };
}
