import type { LanguageChoice } from '#kernel/languages/web';
import type { HeldPaper } from './make-paper.ts';

/** What a certificate says, on the screen, on paper and in the file alike. */
export interface CertificateWords {
  readonly heading: string;
  /** One paragraph each. */
  readonly says: readonly string[];
  readonly check: string;
  /** What the picture code holds: the page for checking, and the code behind the `#`, which no server is sent. */
  readonly scanned: string;
  readonly picture: string;
  readonly limits: string;
}

/** Puts a certificate in the words of a language; `origin` is where it can be checked. */
export function certificateWords(
  { t, formatDay }: Pick<LanguageChoice, 't' | 'formatDay'>,
  { title, minutes, doneOn, version, draft, code }: HeldPaper,
  origin: string,
): CertificateWords {
  const address = `${origin}/check`;
  const done = t('learning.paper.says', { title, minutes, day: formatDay(doneOn), version });
  return {
    heading: t('learning.paper.heading'),
    says: draft ? [done, t('learning.paper.draft')] : [done],
    check: t('learning.paper.check', { address }),
    scanned: `${address}#${code}`,
    picture: t('learning.paper.qr'),
    limits: t('learning.paper.limits'),
  };
}
