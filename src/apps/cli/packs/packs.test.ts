import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
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

describe('the check finds', () => {
  const work = mkdtempSync(join(tmpdir(), 'packs-'));
  afterAll(() => {
    rmSync(work, { recursive: true, force: true });
  });

  /** The findings after one change of text in a copy of the Belgian pack. */
  function planted(name: string, file: string, from: string, to: string): readonly string[] {
    const copy = join(work, name);
    cpSync(join(root, 'be'), copy, { recursive: true });
    const path = join(copy, 'be-residence', file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
    return checkPackFolder(join(copy, 'be-residence'), today).map(
      ({ file: where, line, code }) => `${where}:${String(line)} ${code}`,
    );
  }

  test.each([
    ['no-source', 'deadlines.yaml', 'source: {agii: "45 days"}', 'source: {}', '- ref: B1', 'rule-without-source'],
    ['no-date', 'deadlines.yaml', 'checkedOn: "2026-11-24"', '# gone', '- ref: B1', 'rule-without-date'],
    ['uncited', 'sources.yaml', 'agii: {', 'other: {title: "Other", address: ""}\nagii: {', 'other:', 'source-uncited'],
    [
      'fact',
      'deadlines.yaml',
      'met: [report-filed, certificate-issued]',
      'met: [report-lost]',
      '- ref: B1',
      'fact-unknown',
    ],
    [
      'field',
      'stages.yaml',
      'prosecutor-advised favourable=true',
      'prosecutor-advised colour=blue',
      '- {id: prosecutor-in-favour',
      'field-unknown',
    ],
    [
      'stage',
      'stages.yaml',
      'by: [annex-15-issued], to: reflection',
      'by: [annex-15-issued], to: nowhere',
      '- {from: [none], by: [annex-15-issued]',
      'stage-unknown',
    ],
    [
      'unreached',
      'stages.yaml',
      '- {id: card, phase: permit}',
      '- {id: card, phase: permit}\n      - {id: island}',
      '- {id: island}',
      'stage-unreachable',
    ],
    [
      'no-exit',
      'stages.yaml',
      'ended, phase: ended, ending: true',
      'ended, phase: ended',
      '- {id: ended',
      'stage-without-exit',
    ],
    ['document', 'stages.yaml', 'held: [identity-proof]', 'held: [poem]', '- {id: identity-shown', 'document-unknown'],
    ['endless', 'deadlines.yaml', 'met: [card-issued]\n', 'met: []\n', '- ref: B3', 'deadline-never-ends'],
    ['message', 'text/nl.yaml', 'deadline.B1: Bedenktijd\n', '', 'stage.residence.none', 'message-missing'],
    [
      'old',
      'stages.yaml',
      'checkedOn: "2026-11-24"',
      'checkedOn: "2025-11-23"',
      '- {from: [reflection]',
      'checked-long-ago',
    ],
    [
      'empty',
      'deadlines.yaml',
      '    term: P45D',
      '    term: P45D\n    validFrom: "2026-01-01"\n    validUntil: "2025-12-31"',
      '- ref: B1',
      'validity-empty',
    ],
    [
      'overlap',
      'deadlines.yaml',
      '  - ref: B2',
      '  - {ref: B1, trigger: {fact: [annex-15-issued]}, term: P30D, dueType: reflection, met: [report-filed], source: {agii: "x"}, confidence: C}\n  - ref: B2',
      '- {ref: B1',
      'validity-overlaps',
    ],
    [
      'unlike',
      'text/nl.yaml',
      'deadline.B1: Bedenktijd',
      'deadline.B1: "Bedenktijd {day}"',
      'deadline.B1',
      'message-unlike',
    ],
    [
      'source',
      'deadlines.yaml',
      'source: {agii: "45 days"}',
      'source: {nobody: "45 days"}',
      '- ref: B1',
      'source-unknown',
    ],
    [
      'guard',
      'stages.yaml',
      'guards: [centre-guides], source: {agii',
      'guards: [nobody], source: {agii',
      '- {from: [none], by: [annex-15-issued]',
      'guard-unknown',
    ],
    ['date', 'stages.yaml', 'after: [B1]', 'after: [B9]', '- {from: [reflection], after', 'deadline-unknown'],
    [
      'parameter',
      'stages.yaml',
      'met: {fact: [report-filed]}',
      'met: {parameter: colour, is: blue}',
      '- {id: reported',
      'parameter-unknown',
    ],
    ['term', 'deadlines.yaml', 'term: P45D', 'term: P45X', '- ref: B1', 'term-malformed'],
    ['unlike-shared', '../text/nl.yaml', 'step.printed: "', 'step.printed: "{from} ', 'step.printed', 'message-unlike'],
    ['shape', 'deadlines.yaml', 'sense: end', 'sense: over', 'sense: over', 'shape-malformed'],
  ])('%s', (name, file, from, to, anchor, code) => {
    expect(planted(name, file, from, to)).toContain(`${file}:${String(lineOf(name, file, anchor))} ${code}`);
  });

  function lineOf(name: string, file: string, anchor: string): number {
    const text = readFileSync(join(work, name, 'be-residence', file), 'utf8');
    return text.slice(0, text.indexOf(anchor)).split('\n').length;
  }

  test('rules that differ from what was released under their version', () => {
    expect(planted('released', 'deadlines.yaml', 'confidence: C', 'confidence: B')).toEqual([
      'pack.yaml:2 release-differs',
    ]);
  });

  test('a file that is no YAML, with the line, and one whose aliases never end', () => {
    expect(planted('yaml', 'standing.yaml', 'rights:', 'rights: [')).toEqual(['standing.yaml:3 yaml-malformed']);
    expect(planted('tab', 'sources.yaml', 'agii:', '\tagii:')).toEqual(['sources.yaml:1 yaml-malformed']);
    expect(planted('twice-named', 'standing.yaml', 'rights:', 'rights: []\nrights:')).toEqual([
      'standing.yaml:3 yaml-malformed',
    ]);
    const layers = [...Array(12).keys()].map((at) => `l${at + 1}: &l${at + 1} [${`*l${at}, `.repeat(9)}]`);
    const bomb = `l0: &l0 [x]\n${layers.join('\n')}\nagii: {`;
    expect(planted('bomb', 'sources.yaml', 'agii: {', bomb)).toEqual(['sources.yaml:1 yaml-malformed']);
  });

  test('the same step told twice', () => {
    const row = '      - {from: any, by: [stay-ended], to: ended, source: {circular: "end"}, confidence: C}\n';
    const found = planted('twice', 'stages.yaml', row, row + row);
    expect(found).toContain(`stages.yaml:${String(lineOf('twice', 'stages.yaml', row) + 1)} transition-twice`);
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
