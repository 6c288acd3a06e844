import { childOf, childrenOf, within, type XmlElement } from '../packages/read-xml.ts';
import { plainWords } from './rich-words.ts';

/** What a cartridge says of itself. */
export interface CartridgeFacts {
  readonly title: string;
  /** A language as courses name it; English where the cartridge says none. */
  readonly language: string;
  /** An SPDX identifier; `LicenseRef-unknown` where it says none that is known. */
  readonly licence: string;
  /** Where it came from, who made it, and what it says of its licence, in its own words. */
  readonly credit: readonly string[];
}

const most = { words: 300, credit: 20, title: 160 } as const;

/** Reads what the description of a cartridge (LOM) says of title, language, licence and makers. */
export function readCartridgeFacts(manifest: XmlElement): CartridgeFacts {
  const metadata = childOf(manifest, 'metadata');
  const lom = within(metadata ?? manifest).find(({ name }) => name === 'lom');
  const general = childOf(lom, 'general');
  const title = sayOf(childOf(general, 'title')).slice(0, most.title);
  const rights = childOf(lom, 'rights');
  const said = sayOf(childOf(rights, 'description')).slice(0, most.words);
  const version = plainWords(childOf(metadata, 'schemaversion')?.text ?? '').slice(0, 20);
  const makers = childrenOf(childOf(lom, 'lifeCycle'), 'contribute').flatMap((one) =>
    childrenOf(one, 'entity').map(({ text }) => plainWords(/^FN[^:\n]*:(.*)$/im.exec(text)?.[1] ?? '')),
  );
  const identifier = plainWords(within(general ?? manifest).find(({ name }) => name === 'entry')?.text ?? '');
  const origin = [title, identifier, `Common Cartridge ${version}`.trim()].filter(Boolean).join(', ');
  return {
    title,
    language: languageIn(childOf(general, 'language')?.text ?? ''),
    licence: licenceIn(said),
    credit: [origin, ...makers, said]
      .filter((one) => one !== '')
      .map((one) => one.slice(0, most.words))
      .slice(0, most.credit),
  };
}

function sayOf(element: XmlElement | undefined): string {
  return plainWords(childOf(element, 'string')?.text ?? childOf(element, 'langstring')?.text ?? element?.text ?? '');
}

function languageIn(said: string): string {
  return /^([a-z]{2,3})\b/.exec(said.trim().toLowerCase())?.[1] ?? 'en';
}

/** By the address or the short name of a licence of Creative Commons; nothing is guessed from other words. */
function licenceIn(said: string): string {
  const address =
    /creativecommons\.org\/(?:licenses\/(by(?:-nc)?(?:-nd|-sa)?)\/(\d\.\d)|publicdomain\/zero\/(\d\.\d))/i.exec(said);
  const name = /\bCC[ -](BY(?:-NC)?(?:-ND|-SA)?)[ -](\d\.\d)\b/i.exec(said);
  if (address?.[3] !== undefined) return `CC0-${address[3]}`;
  const [, kind, version] = address ?? name ?? [];
  return kind === undefined || version === undefined ? 'LicenseRef-unknown' : `CC-${kind.toUpperCase()}-${version}`;
}
