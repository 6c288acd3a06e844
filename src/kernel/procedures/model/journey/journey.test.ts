import { describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import {
  describeDeadline,
  dueTypeOf,
  factFormOf,
  factNames,
  findPack,
  journey,
  phaseOf,
  phaseOfAnswer,
  releasedPacks,
  requirementsOf,
  type Fact,
  type JourneyAnswer,
  type Pack,
} from '../../index.ts';

function packOf(id: string): Pack {
  const pack = findPack(releasedPacks, id);
  if (pack === null) throw new Error(`no pack ${id}`);
  return pack;
}

const residence = packOf('nl-residence');

function ask(
  facts: readonly Fact[],
  on: string,
  parameters: Readonly<Record<string, string | boolean>> = {},
): JourneyAnswer {
  return expectOk(journey([residence], { facts, parameters }, on));
}

describe('timers and late applications', () => {
  const permit: readonly Fact[] = [
    { fact: 'report-signed', on: '2025-01-05' },
    { fact: 'permit-granted', on: '2025-02-02', ground: 'a' },
  ];

  test('the reflection period ends by itself', () => {
    const { stages } = ask([{ fact: 'reflection-granted', on: '2026-01-10' }], '2026-06-15');
    expect(stages[0]).toMatchObject({
      stage: 'S8',
      since: '2026-04-10',
      outcome: 'period-ended',
      because: { timer: 'D1', due: '2026-04-09' },
    });
  });

  test('a permit that ran out brings the four weeks of grace', () => {
    const answer = ask(permit, '2026-02-20');
    expect(answer.stages[0]).toMatchObject({ stage: 'S6', since: '2026-02-02', outcome: 'permit-expired' });
    expect(answer.deadlines.find(({ ref }) => ref === 'D10')).toMatchObject({ due: '2026-03-01', state: 'running' });
    expect(answer.warnings.map(({ code }) => code)).toContain('permit-expired');
  });

  test('an extension far too late counts as a first application, with a gap', () => {
    const answer = ask(
      [
        ...permit,
        { fact: 'extension-requested', on: '2026-05-15' },
        { fact: 'permit-granted', on: '2026-07-15', ground: 'a', from: '2026-05-15' },
      ],
      '2026-08-20',
    );
    expect(answer.warnings).toContainEqual(
      expect.objectContaining({ code: 'permit-gap', from: '2026-02-02', to: '2026-05-14' }),
    );
    expect(
      answer.deadlines.filter(({ ref }) => ref === 'D27').map(({ state, confidence }) => [state, confidence]),
    ).toEqual([
      ['superseded', 'B'],
      ['running', 'C'],
    ]);
  });
});

test('a decision term grows by months and by standing still', () => {
  const facts: readonly Fact[] = [
    { fact: 'report-signed', on: '2026-01-05' },
    { fact: 'm55-received', on: '2026-01-07' },
    { fact: 'completion-requested', on: '2026-01-20', reason: 'general' },
    { fact: 'application-completed', on: '2026-01-27' },
    { fact: 'decision-term-extended', on: '2026-04-10', period: 'P3M' },
  ];
  const dates = ask(facts, '2026-04-20').deadlines.find(({ ref }) => ref === 'D11');
  expect(dates).toMatchObject({ due: '2026-07-14', nominalDue: '2026-07-14', state: 'running' });
  expect(dates?.steps.map(({ code }) => code)).toEqual([
    'start',
    'count',
    'lengthened',
    'standstill',
    'excluded',
    'end',
  ]);
});

test('why a date is what it is can be told in Dutch', () => {
  const answer = expectOk(
    journey(
      [residence],
      {
        facts: [
          { fact: 'permit-refused', on: '2026-11-25', madeKnown: '2026-11-27' },
          { fact: 'report-signed', on: '2026-10-01' },
        ],
      },
      '2026-12-01',
      { language: 'nl' },
    ),
  );
  const [deadline] = answer.deadlines.filter(({ ref }) => ref === 'D13');
  if (deadline === undefined) throw new Error('no date');
  const told = describeDeadline(deadline, residence, 'nl');
  expect(told.title).toBe('Bezwaar of beroep');
  expect(told.due).toBe('maandag 28 december 2026');
  expect(told.lines.map(({ text }) => text)).toContain(
    'Vrijdag 25 december 2026 is Eerste Kerstdag, dus de termijn loopt door.',
  );
  const counted = told.lines.find(({ code }) => code === 'count');
  expect(counted).toMatchObject({ words: '4 weken', day: '2026-12-25' });
});

describe('what the open layer and forms ask', () => {
  test('phases and due types never tell the stage', () => {
    expect(phaseOf(residence, 'S3d-applied')).toBe('awaiting');
    expect(['S3a', 'S3b', 'S3c', 'S3d', 'S6'].map((stage) => phaseOf(residence, stage))).toEqual(
      Array(5).fill('permit'),
    );
    expect(phaseOfAnswer([residence], ask([{ fact: 'reflection-granted', on: '2026-01-10' }], '2026-01-11'))).toBe(
      'reflection',
    );
    expect(dueTypeOf(residence, 'D1')).toBe(dueTypeOf(residence, 'D2'));
    expect(dueTypeOf(residence, 'D13')).toBe('remedy');
    expect(dueTypeOf(packOf('nl-compensation'), 'A13')).toBe('claim');
    expect(dueTypeOf(residence, 'nothing')).toBe('own');
  });

  test('a fact has a form', () => {
    expect(factFormOf(residence, 'm55-sent')).toMatchObject({ timed: true });
    expect(factFormOf(residence, 'm55-received')).toMatchObject({ timed: false });
    const form = factFormOf(residence, 'permit-granted');
    expect(form?.fields.map(({ name, kind, required }) => [name, kind, required])).toEqual([
      ['ground', 'choice', true],
      ['from', 'day', false],
      ['until', 'day', false],
    ]);
    expect(factNames(residence)).toContain('permit-granted');
    expect(factNames(residence)).not.toContain('fund-application');
  });

  test('a stage has its requirements', () => {
    expect(requirementsOf(residence, 'S4').map(({ id }) => id)).toEqual([
      'case-running-statement',
      'extension-form',
      'permit-copy',
      'lawyer-letter',
      'address-proof',
      'authorisation',
    ]);
  });
});

test('a second country needs no code', () => {
  const facts: readonly Fact[] = [
    { fact: 'guidance-begun', on: '2026-01-05', centre: 'payoke' },
    { fact: 'annex-15-issued', on: '2026-01-10' },
    { fact: 'report-filed', on: '2026-02-01' },
    { fact: 'prosecutor-advised', on: '2026-02-05', favourable: true },
    { fact: 'certificate-issued', on: '2026-02-10' },
    { fact: 'certificate-renewed', on: '2026-05-01' },
  ];
  const answer = expectOk(journey([packOf('be-residence')], { facts }, '2026-05-10'));
  expect(answer.stages[0]).toMatchObject({ stage: 'certificate', since: '2026-05-01' });
  expect(answer.deadlines[0]).toMatchObject({ ref: 'B1', due: '2026-02-23', state: 'met' });
  expect(answer.next.find(({ by }) => by === 'certificate-renewed')).toMatchObject({ open: false });
  expect(answer.rights).toContainEqual(expect.objectContaining({ id: 'document', basis: 'registration certificate' }));
});

test.each(['en', 'nl'])('with several packs a warning names a rule in words, never by its code (%s)', (language) => {
  const packs = ['nl-compensation', 'nl-complaint', 'nl-identity', 'nl-residence'].map(packOf);
  const facts = [{ id: 'f1', fact: 'reflection-granted', on: '2026-11-08' }];
  const answer = expectOk(journey(packs, { facts, parameters: { dublin: true } }, '2026-11-25', { language }));
  const unverified = answer.warnings.filter(({ code }) => code === 'unverified-rule').map(({ text }) => text);
  expect(unverified).toHaveLength(2);
  for (const text of unverified) expect(text).not.toMatch(/\bD2\b|dublin-after/);
});
