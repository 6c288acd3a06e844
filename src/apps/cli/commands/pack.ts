import { join, relative } from 'node:path';
import { isLanguage } from '#kernel/languages';
import { dayInAmsterdam, parseCivilDate, systemClock } from '#platform/base';
import { findPack, journey, releasedPacks, type Fact, type Pack, type Parameters } from '#kernel/procedures';
import { checkPackFolder } from '../packs/check-pack.ts';
import { diffAnswers, diffRules } from '../packs/diff-packs.ts';
import { writeDocuments } from '../packs/document/write-documents.ts';
import { explainPack } from '../packs/explain-pack.ts';
import { newPack } from '../packs/new-pack.ts';
import { findPackFolders } from '../packs/read-packs.ts';
import { releasePack } from '../packs/release-pack.ts';
import type { LinedFinding } from '../packs/finding.ts';
import {
  answered,
  errorOf,
  foundSomething,
  printJson,
  printLines,
  readJson,
  refusal,
  refusedStatus,
} from './answers.ts';
import { readWords, type CommandWords } from './words.ts';

const root = join(import.meta.dirname, '../../../..');

/**
 * `baken pack check [PACK…] [--on DAY]`, `pack explain PACK [RULE] [--language en|nl] [--html FILE] [--docx FILE]`,
 * `pack diff PACK@V1 PACK@V2 [--facts FILE --on DAY]`, `pack new COUNTRY [NAME]`,
 * `pack release PACK`.
 */
export function run(words: readonly string[]): Promise<number> {
  const read = readWords(words, ['facts', 'on', 'language', 'html', 'docx'], ['json']);
  const [act, ...names] = read?.plain ?? [];
  if (read !== null && act === 'check') return Promise.resolve(check(names, read.values.get('on')));
  if (read !== null && act === 'explain' && names[0] !== undefined) return explain(names[0], names[1], read);
  if (read !== null && act === 'diff' && names[0] !== undefined && names[1] !== undefined)
    return Promise.resolve(diff(names[0], names[1], read));
  if (read !== null && act === 'new' && names[0] !== undefined)
    return Promise.resolve(begin(names[0], names[1] ?? 'residence'));
  if (read !== null && act === 'release' && names[0] !== undefined) return Promise.resolve(release(names[0]));
  return Promise.resolve(
    refuse(
      refusal(
        'field-missing',
        'usage: baken pack check [PACK…] [--on DAY] | explain PACK [RULE] [--language en|nl] [--html FILE] [--docx FILE] | diff PACK@V1 PACK@V2 [--facts FILE --on DAY] | new COUNTRY [NAME] | release PACK',
      ),
    ),
  );
}

function refuse({ refusal: why }: ReturnType<typeof refusal>): number {
  printJson(errorOf(why));
  return refusedStatus;
}

function unknownPack(): number {
  return refuse(refusal('pack-unknown', 'There is no such pack or version.', 'pack'));
}

function check(names: readonly string[], asked: string | undefined): number {
  const on = asked === undefined ? dayInAmsterdam(systemClock.now()) : parseCivilDate(asked);
  if (on === null) return refuse(refusal('date-malformed', 'A day is written YYYY-MM-DD.', 'on'));
  const folders = findPackFolders(join(root, 'packs'));
  const wanted =
    names.length === 0 ? folders : folders.filter((folder) => names.some((name) => folder.endsWith(`/${name}`)));
  if (names.some((name) => !folders.some((folder) => folder.endsWith(`/${name}`)))) return unknownPack();
  const lines = wanted.flatMap((folder) => linesOf(folder, checkPackFolder(folder, on)));
  if (lines.length === 0) return answered;
  // What the packs of a country share is found with each of them.
  printLines([...new Set(lines)]);
  return foundSomething;
}

function linesOf(folder: string, findings: readonly LinedFinding[]): readonly string[] {
  return findings.map(
    ({ file, line, code, text }) => `${join(relative(root, folder), file)}:${String(line)} ${code} ${text}`,
  );
}

function release(name: string): number {
  const folder = findPackFolders(join(root, 'packs')).find((one) => one.endsWith(`/${name}`));
  if (folder === undefined) return unknownPack();
  const released = releasePack(root, folder, dayInAmsterdam(systemClock.now()));
  if ('written' in released) {
    printLines([relative(root, released.written)]);
    return answered;
  }
  if (released.refused === 'unclean') {
    printLines(linesOf(folder, released.findings));
    return foundSomething;
  }
  const message = `${released.newest} is released and never changes: raise the version in pack.yaml.`;
  return refuse(refusal('field-malformed', message, 'version'));
}

const notBegun = {
  'country-malformed': 'A country is two small letters: it, de.',
  'name-malformed': 'A name is small letters, figures and hyphens: residence, social-path.',
  exists: 'There is such a pack already; nothing was written.',
} as const;

function begin(country: string, name: string): number {
  const begun = newPack(join(root, 'packs'), { country, name, today: dayInAmsterdam(systemClock.now()) });
  if (typeof begun === 'string')
    return refuse(refusal('field-malformed', notBegun[begun], begun === 'country-malformed' ? 'country' : 'name'));
  printLines(begun.map((path) => relative(root, path)));
  return answered;
}

async function explain(name: string, rule: string | undefined, read: CommandWords): Promise<number> {
  const language = read.values.get('language') ?? 'en';
  if (!isLanguage(language)) return refuse(refusal('field-malformed', 'A pack is told in en or nl.', 'language'));
  const pack = findPack(releasedPacks, name);
  if (pack === null) return unknownPack();
  const [html, docx] = [read.values.get('html'), read.values.get('docx')];
  if (html !== undefined || docx !== undefined) {
    if (rule !== undefined)
      return refuse(refusal('field-malformed', 'A document holds the whole pack, not one rule.', 'rule'));
    await writeDocuments(pack, language, { html, docx });
    return answered;
  }
  const lines = explainPack(pack, rule, language);
  if (lines === null) return refuse(refusal('rule-unknown', 'The pack has no such rule.', 'rule'));
  printLines(lines);
  return answered;
}

function diff(one: string, other: string, read: CommandWords): number {
  const [before, after] = [findPack(releasedPacks, one), findPack(releasedPacks, other)];
  if (before === null || after === null) return unknownPack();
  const facts = read.values.get('facts');
  if (facts === undefined) {
    printLines(diffRules(before, after));
    return answered;
  }
  return diffFacts(before, after, facts, read.values.get('on') ?? '');
}

function diffFacts(before: Pack, after: Pack, path: string, on: string): number {
  const file = readJson(path);
  if (!file.ok) return refuse(file);
  const value: unknown = file.value;
  const members =
    typeof value === 'object' && value !== null
      ? new Map<string, unknown>(Object.entries(value))
      : new Map<string, unknown>();
  // The engine itself checks parameters and facts against the vocabulary, whatever their shape.
  const input = {
    parameters: members.get('parameters') as Parameters | undefined,
    facts: members.get('facts') as readonly Fact[],
  };
  const [old, now] = [journey([before], input, on), journey([after], input, on)];
  if (!old.ok) return refuse(old);
  if (!now.ok) return refuse(now);
  const rules = diffRules(before, after);
  const answers = diffAnswers(old.value, now.value);
  printLines([...rules, ...(answers.length === 0 ? ['For these facts nothing changes on that day.'] : answers)]);
  return answered;
}
