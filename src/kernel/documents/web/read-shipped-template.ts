import english from '../../../../content/templates/extension-letter.en.docx?url';
import dutch from '../../../../content/templates/extension-letter.nl.docx?url';
import type { Language } from '#kernel/languages';

const addresses: Readonly<Record<Language, string>> = { en: english, nl: dutch };

/** The extension letter that comes with Baken, in a language; an organisation may use its own instead. */
export async function readShippedTemplate(language: Language): Promise<Uint8Array> {
  const answer = await fetch(addresses[language]);
  if (!answer.ok) throw new Error('a template that comes along is not there');
  return new Uint8Array(await answer.arrayBuffer());
}
