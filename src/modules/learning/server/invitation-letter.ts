import { createMessages } from '#kernel/languages';
import type { Letter, Mailer } from '#platform/server/mail';
import { letters as en } from '../messages/en/letters.ts';
import { letters as nl } from '../messages/nl/letters.ts';
import { invitedPath } from '../model/open/people/invited-path.ts';
import type { ToWrite } from './sealed-letter.ts';

const catalogues = { en, nl } as const;

type Written = ToWrite & Pick<Letter, 'reference'> & { readonly language: 'en' | 'nl' };

/** The letter that brings the link of an invitation: that there is something, and where; nothing of what or from whom. */
export function invitationLetter(
  { startPage }: Pick<Mailer, 'startPage'>,
  { address, secret, language, reference }: Written,
): Letter {
  const say = createMessages(language, [catalogues[language]]);
  // Behind the `#`, which browsers send to nobody.
  const link = `${startPage.replace(/\/$/, '')}${invitedPath}#invitation=${secret}`;
  const text = `${say('learning.letter.invitation.text')}\n\n${link}\n`;
  return { to: address, subject: say('learning.letter.subject'), text, language, reference };
}
