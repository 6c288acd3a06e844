import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { civilDate, expectOk } from '#platform/base';
import { findPack, journey, packText, releasedPacks } from '#kernel/procedures';
import { checkPackFolder } from './check-pack.ts';
import { diffAnswers, diffRules } from './diff-packs.ts';
import { findPackFolders, readPackFolder } from './read-packs.ts';

const today = civilDate('2026-11-25');
const root = join(import.meta.dirname, '../../../../packs');
const folders = findPackFolders(root);

describe.each(folders.map((folder) => [basename(folder), folder] as const))('pack %s', (name, folder) => {
  test('is what was released', () => {
    const pack = readPackFolder(folder);
    expect(packText(pack)).toBe(readFileSync(join(folder, 'released', `${pack.version}.json`), 'utf8'));
    const released = findPack(releasedPacks, `${name}@${pack.version}`);
    if (released === null) throw new Error('not among the released packs');
    expect(packText(released)).toBe(packText(pack));
  });

  test('has nothing for the check to find', () => {
    expect(checkPackFolder(folder, today)).toEqual([]);
  });
});

describe('two versions of a pack', () => {
  test('are told apart by what they change for a person, in words', () => {
    const folder = join(root, 'be', 'be-residence');
    const before = readPackFolder(folder);
    const after = {
      ...before,
      deadlines: before.deadlines.map((rule) => (rule.ref === 'B1' ? { ...rule, terms: [{ term: 'P60D' }] } : rule)),
    };
    const facts = [{ fact: 'annex-15-issued', on: '2026-01-10' }];
    const [old, now] = [before, after].map((pack) => expectOk(journey([pack], { facts }, '2026-02-24')));
    if (!old || !now) throw new Error('two answers');
    expect(diffAnswers(old, old)).toEqual([]);
    expect(diffAnswers(old, now)).toContain('stage of residence: reflection, was ended (period-ended)');
    expect(diffAnswers(old, now)).toContain(
      'date B1:annex-15-issued:2026-01-10, Reflection period: 2026-03-10 running, confidence C, was 2026-02-23 missed, confidence C',
    );
    expect(diffRules(before, after)).toHaveLength(2);
  });
});
