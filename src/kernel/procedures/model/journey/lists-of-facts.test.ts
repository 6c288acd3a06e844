import { describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { journey, type Fact, type JourneyAnswer } from '../../index.ts';
import { packOf } from '../../testing/ask.ts';

const packs = ['nl-residence', 'nl-complaint'].map(packOf);
const answerTo = (facts: readonly Fact[], on: string, knownOn?: string): JourneyAnswer =>
  expectOk(journey(packs, { facts }, on, knownOn === undefined ? {} : { knownOn }));
const stageOf = ({ stages }: JourneyAnswer): unknown => stages.find(({ track }) => track === 'residence')?.stage;
const issuesOf = ({ issues }: JourneyAnswer): readonly string[] =>
  issues.map(({ code, fact }) => `${code} ${fact.id ?? ''}`);

const signed: Fact = { fact: 'report-signed', on: '2026-01-02' };
const granted: Fact = { fact: 'permit-granted', on: '2026-02-01', ground: 'a' };

describe('a fact waits', () => {
  test('until its day, and not on it', () => {
    const before = answerTo([signed, granted], '2026-01-31');
    expect([stageOf(before), before.pending]).toEqual(['S2', [granted]]);
    const on = answerTo([signed, granted], '2026-02-01');
    expect([stageOf(on), on.pending]).toEqual(['S3a', []]);
  });

  test('is left out until it was known: on its own day where nobody wrote another', () => {
    const known = (fact: Fact, knownOn: string): unknown => stageOf(answerTo([signed, fact], '2026-06-01', knownOn));
    expect([known(granted, '2026-01-31'), known(granted, '2026-02-01')]).toEqual(['S2', 'S3a']);
    const late = { ...granted, recorded: '2026-03-01' };
    expect([known(late, '2026-02-28'), known(late, '2026-03-01')]).toEqual(['S2', 'S3a']);
  });
});

describe('a fact that is told again', () => {
  test('is a duplicate though id, note and day of writing differ, or a field is left empty', () => {
    const again: readonly Fact[] = [
      { ...granted, id: 'x', note: 'by letter' },
      { ...granted, id: 'y', recorded: '2026-03-01' },
      // A form may hand over a field that nobody filled in.
      { ...granted, id: 'z', until: undefined },
      { ...granted, id: 'w', void: false },
    ];
    const answer = answerTo([signed, ...again], '2026-06-01');
    expect([stageOf(answer), issuesOf(answer).map((issue) => issue.slice(0, -2))]).toEqual([
      'S3a',
      ['duplicate', 'duplicate', 'duplicate'],
    ]);
  });

  test('contradicts when its hour or a field differs, whichever stands first in the list', () => {
    const pairs: readonly Fact[] = [
      { ...granted, id: 'x', at: '10:00' },
      { ...granted, id: 'y', at: '11:00' },
    ];
    const answers = [pairs, pairs.toReversed()].map((facts) => answerTo([signed, ...facts], '2026-06-01'));
    expect(answers.map(stageOf)).toEqual(['S2', 'S2']);
    expect(answers.map(issuesOf)).toEqual([
      ['contradiction x', 'contradiction y'],
      ['contradiction x', 'contradiction y'],
    ]);
  });

  test('on another day, or of another kind on that day, is another fact', () => {
    const facts: readonly Fact[] = [
      { fact: 'signal', on: '2026-01-02' },
      { fact: 'signal', on: '2026-01-03' },
      { fact: 'intake-talk', on: '2026-01-03' },
      signed,
    ];
    expect(answerTo(facts, '2026-06-01').issues).toEqual([]);
  });

  test('may be so of a kind that comes more than once a day, in any order', () => {
    const visits: readonly Fact[] = ['09:00', '11:00', '10:00'].map((at) => ({
      fact: 'police-reporting',
      on: '2026-01-20',
      at,
    }));
    const reflected: Fact = { fact: 'reflection-granted', on: '2026-01-10' };
    const [one, other] = [visits, visits.toReversed()].map((facts) => answerTo([reflected, ...facts], '2026-01-21'));
    expect(one?.issues).toEqual([]);
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });
});

describe('a fact that is put right', () => {
  test('twice at once is told once, by the first of them in order', () => {
    const facts: readonly Fact[] = [
      signed,
      { ...granted, id: 'g' },
      { ...granted, on: '2026-02-03', id: 'later', replaces: 'g' },
      { ...granted, on: '2026-02-02', id: 'sooner', replaces: 'g' },
    ];
    expect(answerTo(facts, '2026-06-01').corrected).toEqual([{ fact: { ...granted, id: 'g' }, by: 'sooner' }]);
  });

  test('by a fact without an id says so, and no fact without an id is put right by it', () => {
    const right: Fact = { ...granted, on: '2026-02-05', replaces: 'g' };
    const answer = answerTo([signed, { ...granted, id: 'g' }, right], '2026-06-01');
    expect(answer.corrected).toEqual([{ fact: { ...granted, id: 'g' }, by: null }]);
    expect(answer.stages.find(({ track }) => track === 'residence')).toMatchObject({
      stage: 'S3a',
      since: '2026-02-05',
    });
  });

  test('stays so when the later word is taken out again', () => {
    const facts: readonly Fact[] = [
      signed,
      { ...granted, id: 'g' },
      { ...granted, on: '2026-02-05', id: 'r', replaces: 'g' },
      { fact: 'permit-granted', on: '2026-02-05', id: 'v', replaces: 'r', void: true },
    ];
    const answer = answerTo(facts, '2026-06-01');
    expect([stageOf(answer), answer.corrected.map(({ fact, by }) => [fact.id, by])]).toEqual([
      'S2',
      [
        ['g', 'r'],
        ['r', 'v'],
      ],
    ]);
  });

  test('by one that is still to come no longer counts, and the other waits', () => {
    const right: Fact = { ...granted, on: '2026-09-01', id: 'r', replaces: 'g' };
    const answer = answerTo([signed, { ...granted, id: 'g' }, right], '2026-06-01');
    expect([stageOf(answer), answer.pending, answer.corrected.length]).toEqual(['S2', [right], 1]);
  });
});

test('facts of one day stand in the order of the vocabulary, over all packs', () => {
  const day = '2026-03-01';
  const facts: readonly Fact[] = [
    { fact: 'objection-lodged', on: day },
    { fact: 'permit-refused', on: day },
    { fact: 'case-dismissed', on: day },
    { fact: 'report-signed', on: day },
  ];
  const answer = answerTo(facts, day);
  expect(answer.issues).toEqual([]);
  expect(answer.history.filter(({ track }) => track === 'residence').map(({ stage }) => stage)).toEqual([
    'S0',
    'S2',
    'S7',
  ]);
});

test('no facts: every track at its start, since no day', () => {
  const { stages, history, deadlines, issues, corrected, pending } = answerTo([], '2026-06-01');
  expect(stages.map(({ track, stage, since, because }) => [track, stage, since, because])).toEqual([
    ['residence', 'S0', null, null],
    ['remedy', 'none', null, null],
    ['asylum', 'none', null, null],
    ['complaint', 'none', null, null],
  ]);
  expect([history, deadlines, issues, corrected, pending]).toEqual([[], [], [], [], []]);
});
