import { createMessages } from '#kernel/languages';
import type { Letter, Mailer } from '#platform/server/mail';
import { en } from '../../messages/en.ts';
import { nl } from '../../messages/nl.ts';

type Language = 'en' | 'nl';
const catalogues = { en, nl } as const;

/** The letter that says that there is something: the same words for everybody, and the start page. */
export function noticeLetter(
  { startPage }: Pick<Mailer, 'startPage'>,
  { to, language, reference }: Pick<Letter, 'to' | 'reference'> & { readonly language: Language },
): Letter {
  const say = createMessages(language, [catalogues[language]]);
  const text = `${say('notices.mail.text')}\n\n${startPage}\n`;
  return { to, subject: say('notices.mail.subject'), text, language, reference };
}

/** The letter with the code that proves an address. */
export function codeLetter(
  { startPage }: Pick<Mailer, 'startPage'>,
  {
    to,
    language,
    reference,
    code,
  }: Pick<Letter, 'to' | 'reference'> & { readonly language: Language; readonly code: string },
): Letter {
  const say = createMessages(language, [catalogues[language]]);
  const text = `${say('notices.code.text', { code })}\n\n${startPage}\n`;
  return { to, subject: say('notices.code.subject'), text, language, reference };
}
