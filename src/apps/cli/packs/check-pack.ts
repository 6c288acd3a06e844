import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CivilDate } from '#platform/base';
import { packText, type Pack } from '#kernel/procedures';
import { checkDays } from './check-days.ts';
import { checkMessages } from './check-messages.ts';
import { checkNames } from './check-names.ts';
import { checkStages } from './check-stages.ts';
import { checkLineLengths } from './check-line-lengths.ts';
import { checkRulebook } from './check-rulebook.ts';
import type { Finding, LinedFinding } from './finding.ts';
import { rulesOf } from './pack-rules.ts';
import { openPackLines, type PackLines } from './pack-sources.ts';
import { findPackFolders, PackFilesError, readPackFolder } from './read-packs.ts';

/** Everything wrong with a pack folder on a day, in the order of its files and lines. */
export function checkPackFolder(folder: string, on: CivilDate): readonly LinedFinding[] {
  const lines = openPackLines(folder);
  return [...findings(folder, on, lines), ...checkLineLengths(folder)].toSorted((left, right) =>
    left.file === right.file ? left.line - right.line : left.file < right.file ? -1 : 1,
  );
}

function findings(folder: string, on: CivilDate, lines: PackLines): readonly LinedFinding[] {
  try {
    const pack = readPackFolder(folder);
    return [
      ...checkSources(pack),
      ...checkDays(pack, on),
      ...checkNames(pack),
      ...checkStages(pack),
      ...checkRulebook(pack),
      ...checkDeadlines(pack),
      ...checkMessages(pack, { siblings: siblingsOf(folder), isOwn: lines.isOwn }),
      ...checkRelease(folder, pack),
    ].map((finding) => ({ ...finding, ...lines.placeOf(finding) }));
  } catch (error) {
    if (!(error instanceof PackFilesError)) throw error;
    return [
      ...error.yaml.map(({ file, line }): LinedFinding => ({
        file,
        path: [],
        line,
        code: 'yaml-malformed',
        text: 'this is no YAML from here on',
      })),
      ...error.shapes.map((fault): LinedFinding => {
        const finding = { ...fault, code: 'shape-malformed' } as const;
        return { ...finding, ...lines.placeOf(finding) };
      }),
    ];
  }
}

/** The other packs of the country, as far as they can be read: they may use the words the country shares. */
function siblingsOf(folder: string): readonly Pack[] {
  return findPackFolders(join(folder, '../..'))
    .filter((other) => dirname(other) === dirname(folder) && other !== folder)
    .flatMap((other) => {
      try {
        return [readPackFolder(other)];
      } catch (error) {
        if (!(error instanceof PackFilesError)) throw error;
        return [];
      }
    });
}

function checkSources(pack: Pack): readonly Finding[] {
  const cited = new Set<string>();
  const wrong = rulesOf(pack).flatMap(({ file, path, value, sourced }): readonly Finding[] => {
    if (!sourced) return [];
    const source =
      'source' in value && typeof value.source === 'object' && value.source !== null ? Object.keys(value.source) : [];
    const day = 'checkedOn' in value && typeof value.checkedOn === 'string' ? value.checkedOn : '';
    for (const id of source) cited.add(id);
    return [
      ...(source.length === 0
        ? [{ file, path, code: 'rule-without-source', text: 'a rule rests on a source' } as const]
        : []),
      ...(day === ''
        ? [{ file, path, code: 'rule-without-date', text: 'a rule says when its source was checked' } as const]
        : []),
      ...source
        .filter((id) => pack.sources[id] === undefined)
        .map((id): Finding => ({ file, path, code: 'source-unknown', text: id })),
    ];
  });
  const unused = Object.keys(pack.sources).filter((id) => !cited.has(id));
  return [
    ...wrong,
    ...unused.map((id): Finding => ({
      file: 'sources.yaml',
      path: [id],
      code: 'source-uncited',
      text: `no rule cites ${id}`,
    })),
    ...withoutAddress(pack),
  ];
}

/** The one source that is none, and says so: every rule on it is GK and waits for somebody to look it up. */
const unwritten = 'general';

function withoutAddress({ sources }: Pack): readonly Finding[] {
  return Object.entries(sources)
    .filter(([id, { address }]) => id !== unwritten && !/^https?:\/\/\S+$/.test(address))
    .map(([id]): Finding => ({
      file: 'sources.yaml',
      path: [id],
      code: 'source-without-address',
      text: `${id} cannot be looked up`,
    }));
}

function checkDeadlines(pack: Pack): readonly Finding[] {
  const unverifiedTold = Object.values(pack.texts).every((texts) => texts['warning.unverified-rule'] !== undefined);
  return pack.deadlines.flatMap((rule, place): readonly Finding[] => {
    const at = { file: 'deadlines.yaml', path: ['deadlines', place] } as const;
    const ends = rule.met.length > 0 || rule.superseded.length > 0 || (rule.stops?.length ?? 0) > 0;
    const mayBeUnverified = [rule.confidence, ...(rule.confidences ?? []).map(({ confidence }) => confidence)].includes(
      'GK',
    );
    return [
      ...(ends ? [] : [{ ...at, code: 'deadline-never-ends', text: `nothing meets or ends ${rule.ref}` } as const]),
      ...(mayBeUnverified && rule.kind === 'hard' && !unverifiedTold
        ? [{ ...at, code: 'unverified-hard', text: `${rule.ref} is hard, not verified, and nothing says so` } as const]
        : []),
      ...rule.terms
        .filter(({ term }) => !/^P(\d+[DWMY]|T\d+H)$/.test(term))
        .map(({ term }): Finding => ({ ...at, code: 'term-malformed', text: term })),
    ];
  });
}

/** A released version never changes: the frozen text and the YAML of the same version must agree. */
function checkRelease(folder: string, pack: Pack): readonly Finding[] {
  const file = join(folder, 'released', `${pack.version}.json`);
  if (!existsSync(file) || readFileSync(file, 'utf8') === packText(pack)) return [];
  return [
    {
      file: 'pack.yaml',
      path: ['version'],
      code: 'release-differs',
      text: `${pack.version} is released and the rules differ: raise the version`,
    },
  ];
}
