import { createMessages } from '#kernel/languages';
import type { Letter, Mailer } from '#platform/server/mail';
import { letters as en } from '../messages/en/letters.ts';
import { letters as nl } from '../messages/nl/letters.ts';
import { ownPath } from '../model/open/people/own-path.ts';
import type { ToWrite } from './sealed-letter.ts';

const catalogues = { en, nl } as const;

/** The letter that asks whether somebody wants to be reminded there, or that reminds: the same words for everybody. */
export function reminderLetter(
  { startPage }: Pick<Mailer, 'startPage'>,
  {
    address,
    secret,
    language,
    reference,
    kind,
  }: ToWrite & Pick<Letter, 'reference'> & { readonly language: 'en' | 'nl'; readonly kind: 'ask' | 'remind' },
): Letter {
  const say = createMessages(language, [catalogues[language]]);
  // Behind the `#`, which browsers send to nobody. By it whoever gets the letter agrees, and stops.
  const link = `${startPage.replace(/\/$/, '')}${ownPath}#mail=${secret}`;
  const text = `${say(`learning.letter.${kind}.text`)}\n\n${link}\n`;
  return { to: address, subject: say('learning.letter.subject'), text, language, reference };
}
