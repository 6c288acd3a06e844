import { mayAdapt } from '../../model/open/adapt/fork-files.ts';
import type { Archive } from '../packages/open-archive.ts';
import { readXml, xmlCaps, type XmlElement } from '../packages/read-xml.ts';
import { readCartridgeFacts } from './cartridge-facts.ts';
import { cartridgeCourse, type CartridgePart } from './cartridge-course.ts';
import { listCartridgeParts, type ListedPart } from './list-cartridge-parts.ts';
import { readPage } from './page-text.ts';
import { readQuiz } from './read-quiz.ts';
import { plainWords } from './rich-words.ts';

/** The files of a draft that was made of a cartridge with the names of everything that was not taken; or why none is made. */
export type ConvertedCartridge =
  | { readonly ok: true; readonly files: ReadonlyMap<string, string>; readonly left: readonly string[] }
  | { readonly ok: false; readonly code: 'nothing-to-convert' | 'licence-forbids' };

/** A page or a quiz larger than this is not read, in bytes. */
const mostBytes = 2_000_000;
/** No more names than this are told, each no longer than what a report repeats of a package. */
const most = { names: 300, name: 80 } as const;

/**
 * Makes a draft of a cartridge: pages become texts, quizzes become checks, in the order of the cartridge. Text becomes our structure, never HTML
 * (learning design, 8); what is not taken is named.
 */
export async function convertCartridge(archive: Archive, manifest: XmlElement): Promise<ConvertedCartridge> {
  const facts = readCartridgeFacts(manifest);
  if (!mayAdapt(facts.licence)) return { ok: false, code: 'licence-forbids' };
  const parts: CartridgePart[] = [];
  const left: string[] = [];
  for (const listed of listCartridgeParts(manifest, archive.names)) {
    const read = listed.kind === 'other' ? null : await readPart(archive, listed);
    if (read === null) left.push(named(listed));
    else {
      parts.push(read.part);
      left.push(...read.left.map((name) => `${read.part.title}: ${name}`));
    }
  }
  const told = shown(left);
  const title = facts.title || parts[0]?.title || 'Cartridge';
  const made = cartridgeCourse({ ...facts, title }, parts, told);
  if (made.files.size === 0) return { ok: false, code: 'nothing-to-convert' };
  return { ok: true, files: made.files, left: shown([...told, ...made.left]) };
}

function named({ title, type }: ListedPart): string {
  return [title, type].filter(Boolean).join(' — ');
}

function shown(names: readonly string[]): readonly string[] {
  const plain = names.map((name) => plainWords(name)).filter(Boolean);
  return [...new Set(plain.map((name) => (name.length > most.name ? `${name.slice(0, most.name - 1)}…` : name)))].slice(
    0,
    most.names,
  );
}

async function readPart(
  archive: Archive,
  { kind, title, path }: ListedPart,
): Promise<{ readonly part: CartridgePart; readonly left: readonly string[] } | null> {
  const bytes = await archive.read(path, mostBytes);
  if (bytes === null) return null;
  if (kind === 'page') {
    const page = readPage(new TextDecoder().decode(bytes));
    const name = title || page.title || path.split('/').at(-1) || path;
    return page.parts.length === 0
      ? null
      : { part: { title: name, parts: page.parts, questions: [] }, left: page.left };
  }
  const read = bytes.length > xmlCaps.bytes ? null : readXml(bytes);
  if (read === null || !read.ok) return null;
  const quiz = readQuiz(read.value);
  const name = title || quiz.title || path.split('/').at(-1) || path;
  return quiz.questions.length === 0
    ? null
    : { part: { title: name, parts: [], questions: quiz.questions }, left: quiz.left };
}
