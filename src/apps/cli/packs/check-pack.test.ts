import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { civilDate } from '#platform/base';
import { checkPackFolder } from './check-pack.ts';

const today = civilDate('2026-11-25');
const root = join(import.meta.dirname, '../../../../packs');

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
    [
      'uncited',
      'sources.yaml',
      'agii:\n',
      'other: {title: "Other", address: "https://example.org"}\nagii:\n',
      'other:',
      'source-uncited',
    ],
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
      'standing.yaml',
      'prosecutor-advised favourable=false',
      'prosecutor-advised colour=blue',
      '- code: advice-against',
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
    [
      'endless',
      'deadlines.yaml',
      'met: [card-issued]\n    superseded: [settled-stay-granted]\n',
      'met: []\n',
      '- ref: B3',
      'deadline-never-ends',
    ],
    ['message', 'text/nl.yaml', 'deadline.B1: Bedenktijd\n', '', 'stage.residence.ended', 'message-missing'],
    [
      'message-shared',
      '../text/nl.yaml',
      'field.until: Laatste dag (zoals gedrukt)\n',
      '',
      'field.document',
      'message-missing',
    ],
    ['unused', 'text/nl.yaml', 'deadline.B1:', 'guard.nobody: niemand\ndeadline.B1:', 'guard.nobody', 'message-unused'],
    [
      'unused-shared',
      '../text/en.yaml',
      'who.centre:',
      'who.nobody: Nobody\nwho.centre:',
      'who.nobody',
      'message-unused',
    ],
    [
      'address',
      'sources.yaml',
      'address: "https://www.agii.be/nieuws',
      'address: "agii.be/nieuws',
      'agii:',
      'source-without-address',
    ],
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
    [
      'next',
      'stages.yaml',
      'in: [none], by: annex-15',
      'in: [never], by: annex-15',
      '- {track: residence',
      'stage-unknown',
    ],
    ['document-for', 'documents.yaml', 'for: reflection', 'for: nowhere', '- {for: nowhere', 'stage-unknown'],
    ['document-named', 'documents.yaml', 'id: report-proof', 'id: poem', 'id: poem', 'document-unknown'],
    ['people-stage', 'people.yaml', 'in: [none, reflection', 'in: [never, reflection', '- id: guide', 'stage-unknown'],
    ['people-track', 'people.yaml', 'track: residence', 'track: elsewhere', '- id: guide', 'stage-unknown'],
    [
      'people-source',
      'people.yaml',
      'source: {agii-procedure: "guidance"',
      'source: {nobody: "x"',
      '- id: guide',
      'source-unknown',
    ],
    [
      'figure-source',
      'figures.yaml',
      '{agii: "annex 15", emn-be: "annex 15"}',
      '{}',
      '- {value: "2017',
      'rule-without-source',
    ],
    ['figure-value', 'figures.yaml', 'value: "2017-05-20", ', 'value: soon, ', '- {value: soon', 'shape-malformed'],
    ['shape', 'deadlines.yaml', '    sense: end', '    sense: over', '    sense: over', 'shape-malformed'],
  ])('%s', (name, file, from, to, anchor, code) => {
    expect(planted(name, file, from, to)).toContain(`${file}:${String(lineOf(name, file, anchor))} ${code}`);
  });

  function lineOf(name: string, file: string, anchor: string): number {
    const text = readFileSync(join(work, name, 'be-residence', file), 'utf8');
    return text.slice(0, text.indexOf(anchor)).split('\n').length;
  }

  test.each([
    ['gap-after', [{ until: '2020-01-01' }], ['figures.yaml:14 validity-gap']],
    ['gap-between', [{ until: '2020-01-01' }, { from: '2020-01-03' }], ['figures.yaml:15 validity-gap']],
    ['overlap-figure', [{ until: '2020-01-01' }, { from: '2020-01-01' }], ['figures.yaml:15 validity-overlaps']],
    ['overlap-open', [{}, { from: '2020-01-01' }], ['figures.yaml:15 validity-overlaps']],
    [
      'empty-figure',
      [{ until: '2020-01-01' }, { from: '2020-01-02', until: '2020-01-01' }, { from: '2020-01-02' }],
      ['figures.yaml:15 validity-empty'],
    ],
    ['joined', [{ until: '2020-01-01' }, { from: '2020-01-02' }], []],
  ])('values of a figure that do not follow each other: %s', (name, rows, findings) => {
    const value =
      '- {value: 1, validFrom: "2016-12-23", source: {circular: "registration certificate"}, confidence: C}';
    const told = rows.map(({ from = '2016-12-23', until }: { readonly from?: string; readonly until?: string }) =>
      value.replace('2016-12-23"', `${from}"${until === undefined ? '' : `, validUntil: "${until}"`}`),
    );
    const figures = readFileSync(join(root, 'be/be-residence/figures.yaml'), 'utf8');
    const rowsThere = figures.slice(figures.lastIndexOf('- {value: 1, validFrom: "2016-12-23"')).trimEnd();
    const found = planted(name, 'figures.yaml', rowsThere, told.join('\n      '));
    expect(found.filter((line) => !/release-differs|line-too-long|message-unused/.test(line))).toEqual(findings);
  });

  test('figures and people told twice', () => {
    const figure = planted('figure-twice', 'figures.yaml', 'id: certificate-renewals', 'id: annex-15-since');
    expect(figure).toContain(
      `figures.yaml:${String(lineOf('figure-twice', 'figures.yaml', '- id: annex-15-since\n    unit: count'))} rule-twice`,
    );
    const people = planted(
      'people-twice',
      'people.yaml',
      'id: advise-at-each-step\n    who: prosecutor',
      'id: guide\n    who: centre',
    );
    expect(people).toContain(
      `people.yaml:${String(lineOf('people-twice', 'people.yaml', '- id: guide') + 7)} rule-twice`,
    );
  });

  test('a line that is too long, unless an address is in it', () => {
    const long = `# ${'long '.repeat(30)}`;
    expect(planted('long', 'facts.yaml', 'groups:', `${long}\ngroups:`)).toContain('facts.yaml:2 line-too-long');
    const address = planted('long-address', 'facts.yaml', 'groups:', `# https://example.org/${long}\ngroups:`);
    expect(address.filter((line) => line.includes('line-too-long'))).toEqual([]);
  });

  test('a hard rule that is not verified, where a language cannot say so', () => {
    planted(
      'unverified',
      'deadlines.yaml',
      'source: {agii: "45 days"}\n    confidence: C',
      'source: {agii: "45 days"}\n    confidence: GK',
    );
    const folder = join(work, 'unverified', 'be-residence');
    const codes = (): readonly string[] =>
      checkPackFolder(folder, today).map(({ file, line, code }) => `${file}:${String(line)} ${code}`);
    expect(codes().filter((line) => line.includes('unverified-hard'))).toEqual([]);
    const words = join(folder, '../text/nl.yaml');
    writeFileSync(words, readFileSync(words, 'utf8').replace(/^warning\.unverified-rule:.*\n/m, ''));
    expect(codes()).toContain(
      `deadlines.yaml:${String(lineOf('unverified', 'deadlines.yaml', '- ref: B1'))} unverified-hard`,
    );
    expect(codes().some((line) => /^\.\.\/text\/nl\.yaml:\d+ message-missing$/.test(line))).toBe(true);
  });

  test('everything in several broken files at once', () => {
    planted('several', 'standing.yaml', 'rights:', 'rights: [');
    const folder = join(work, 'several', 'be-residence');
    writeFileSync(join(folder, 'documents.yaml'), 'documents: {');
    writeFileSync(join(folder, 'figures.yaml'), 'figures: some\nvalues: other');
    writeFileSync(join(folder, 'facts.yaml'), 'groups: all');
    expect(checkPackFolder(folder, today).map(({ file, line, code }) => `${file}:${String(line)} ${code}`)).toEqual([
      'documents.yaml:1 yaml-malformed',
      'facts.yaml:1 shape-malformed',
      'figures.yaml:1 shape-malformed',
      'figures.yaml:1 shape-malformed',
      'standing.yaml:4 yaml-malformed',
    ]);
  });

  test('rules that differ from what was released under their version', () => {
    expect(planted('released', 'deadlines.yaml', 'confidence: C', 'confidence: B')).toEqual([
      'pack.yaml:3 release-differs',
    ]);
  });

  test('a file that is no YAML, with the line, and one whose aliases never end', () => {
    expect(planted('yaml', 'standing.yaml', 'rights:', 'rights: [')).toEqual(['standing.yaml:4 yaml-malformed']);
    expect(planted('tab', 'sources.yaml', 'agii:', '\tagii:')).toEqual(['sources.yaml:3 yaml-malformed']);
    expect(planted('twice-named', 'standing.yaml', 'rights:', 'rights: []\nrights:')).toEqual([
      'standing.yaml:4 yaml-malformed',
    ]);
    const layers = [...Array(12).keys()].map((at) => `l${at + 1}: &l${at + 1} [${`*l${at}, `.repeat(9)}]`);
    const bomb = `l0: &l0 [x]\n${layers.join('\n')}\nagii:\n`;
    expect(planted('bomb', 'sources.yaml', 'agii:\n', bomb)).toEqual(['sources.yaml:1 yaml-malformed']);
  });

  test('the same step told twice', () => {
    const row = '      - {from: any, by: [stay-ended], to: ended, source: {circular: "end"}, confidence: C}\n';
    const found = planted('twice', 'stages.yaml', row, row + row);
    expect(found).toContain(`stages.yaml:${String(lineOf('twice', 'stages.yaml', row) + 1)} transition-twice`);
  });
});
