import { describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { releasedPacks, term, termGroundOf, type JourneyAnswer } from '../../index.ts';
import { ask } from '../../testing/index.ts';

/** `id words` of what holds, or `id` alone. */
function toldIn(list: readonly { readonly id: string; readonly words?: string }[]): readonly string[] {
  return list.map(({ id, words }) => [id, words].filter(Boolean).join(' '));
}

const codesIn = (answer: JourneyAnswer): readonly string[] => answer.warnings.map(({ code }) => code);

describe('a permit of ground d', () => {
  const lines = `
    2026-03-02 non-cooperation-requested
    2026-04-08 permit-granted ground=d from=2026-03-02`;

  test('is not told to be extended in time, nor that one must stay available', () => {
    const { obligations, deadlines } = ask(lines, '2026-10-01');
    expect(toldIn(obligations)).toEqual([
      'stay-available not-obliged',
      'keep-address-current',
      'extend-in-time not-extended',
      'tb-check',
    ]);
    expect(obligations.find(({ id }) => id === 'extend-in-time')?.text).toContain('is not extended');
    const last = deadlines.find(({ ref }) => ref === 'D9');
    expect(last).toMatchObject({ id: 'D9:permit-granted:2026-04-08', words: 'not-extended', due: '2027-02-28' });
    expect(last?.title).toContain('is not extended');
  });

  test('is told apart from a permit that is extended', () => {
    const { obligations, deadlines } = ask('2026-04-08 permit-granted ground=a', '2026-10-01');
    expect(toldIn(obligations)).toEqual(['stay-available', 'keep-address-current', 'extend-in-time', 'tb-check']);
    expect(deadlines.find(({ ref }) => ref === 'D9')).not.toHaveProperty('words');
  });
});

describe('rights between a permit and the next', () => {
  const permit = `
    2025-06-02 report-signed
    2025-07-01 permit-granted ground=a
    2026-02-03 prosecution-decided`;
  const asked = ['shelter', 'income', 'health', 'work', 'education'];
  const inDoubt = (answer: JourneyAnswer): readonly string[] =>
    answer.rights.flatMap(({ id, words }) => (asked.includes(id) && words === 'in-doubt' ? [id] : []));

  test.each([
    ['continued stay was asked for too late', '2026-07-15 continued-stay-requested', '2026-08-01'],
    [
      'continued stay was asked for in time and the permit ended since',
      '2026-06-01 continued-stay-requested',
      '2026-07-20',
    ],
    ['an extension was asked for in time and the permit ended since', '2026-06-01 extension-requested', '2026-07-20'],
    ['an extension was asked for in the four weeks after', '2026-07-15 extension-requested', '2026-07-20'],
  ])('are not told as certain when %s', (_, line, on) => {
    const answer = ask(`${permit}\n${line}`, on);
    expect(inDoubt(answer)).toEqual(asked);
    expect(answer.rights.find(({ id }) => id === 'work')).toMatchObject({ allowed: true, confidence: 'B' });
    expect(answer.rights.find(({ id }) => id === 'work')?.text).toMatch(/not verified.*ask the lawyer/i);
    expect(codesIn(answer)).toContain('rights-after-permit');
  });

  test.each([
    ['while the permit lasts', '2026-06-01 extension-requested', '2026-06-20'],
    ['while it lasts and continued stay was asked for', '2026-06-01 continued-stay-requested', '2026-06-20'],
  ])('are told as before %s', (_, line, on) => {
    const answer = ask(`${permit}\n${line}`, on);
    expect(inDoubt(answer)).toEqual([]);
    expect(codesIn(answer)).not.toContain('rights-after-permit');
  });
});

describe('what an objection holds back', () => {
  const lines = `
    2025-12-01 permit-granted ground=a
    2026-10-01 extension-requested
    2026-11-20 extension-refused
    2026-11-24 objection-lodged`;

  test('is told with its exceptions, and the stay stays as it is', () => {
    const answer = ask(lines, '2026-11-26');
    expect(answer.rights.find(({ id }) => id === 'stay')).toMatchObject({ basis: 'Vw 8(h)', words: 'in-principle' });
    expect(codesIn(answer)).toContain('suspension-has-exceptions');
    expect(codesIn(answer)).not.toContain('suspension-and-transfer');
  });

  test('is told apart for a transfer', () => {
    expect(codesIn(ask(lines, '2026-11-26', { dublin: true }))).toContain('suspension-and-transfer');
  });

  test('is not told where the court held the decision back', () => {
    const answer = ask(
      `${lines}
      2026-12-20 objection-decided outcome=unfounded
      2026-12-22 appeal-lodged
      2026-12-23 interim-relief-requested
      2026-12-28 interim-relief-decided granted=true`,
      '2026-12-29',
    );
    expect(answer.rights.find(({ id }) => id === 'stay')).toMatchObject({ allowed: true, basis: 'Vw 8(h)' });
    expect(codesIn(answer)).not.toContain('suspension-has-exceptions');
  });
});

describe('a day off that nobody verified', () => {
  const ground = termGroundOf(releasedPacks, 'nl-atw');
  if (ground === null) throw new Error('no calendar');
  const count = (from: string, period = 'P4W') => expectOk(term({ from, period, rule: 'nl-atw' }, ground));

  test('is told with the last day without it', () => {
    expect(count('2026-04-16')).toMatchObject({
      nominalDue: '2026-05-14',
      due: '2026-05-18',
      confidence: 'C',
      warnings: [{ code: 'holiday-unverified', day: '2026-05-15', due: '2026-05-18', safe: '2026-05-15' }],
    });
    expect(
      count('2026-04-16')
        .steps.map(({ text }) => text)
        .join(' '),
    ).toContain('not verified');
  });

  test('says nothing where it moves nothing', () => {
    // King's Day of 2025 was kept on a Saturday: nothing ends on it in any case.
    expect(count('2025-03-29').warnings).toEqual([]);
    expect(count('2026-03-06').warnings).toEqual([]);
    expect(count('2026-04-17').warnings).toHaveLength(1);
    expect(count('2026-04-21').warnings).toEqual([]);
  });

  test('warns who must act by then, while it can help or where somebody relied on it', () => {
    const refused = '2026-01-05 report-signed\n2026-04-16 permit-refused';
    const warned = (lines: string, on: string): boolean => codesIn(ask(lines, on)).includes('holiday-unverified');
    expect(warned(refused, '2026-05-01')).toBe(true);
    expect(warned(refused, '2026-05-18')).toBe(true);
    expect(warned(refused, '2026-05-19')).toBe(false);
    expect(warned(`${refused}\n2026-05-15 objection-lodged`, '2026-06-01')).toBe(false);
    expect(warned(`${refused}\n2026-05-18 objection-lodged`, '2026-06-01')).toBe(true);
    // A decision that others owe: the later day is the careful one.
    expect(warned('2026-02-14 m55-received', '2026-03-01')).toBe(false);
  });
});

test('a dismissal without a served notice on file says what to do if one was served', () => {
  const { warnings } = ask('2026-05-18 case-dismissed', '2026-06-01');
  const text = warnings.find(({ code }) => code === 'no-term-without-served-notice')?.text ?? '';
  expect(text).toContain('No served notice is known here');
  expect(text).toContain('three months');
});

test('what is not verified is not denied: a complaint, and steps from a later stage', () => {
  const complained = ask(
    '2026-02-01 permit-granted ground=a\n2026-05-18 case-dismissed\n2026-06-01 complaint-lodged',
    '2026-06-10',
  );
  expect(complained.warnings.find(({ code }) => code === 'complaint-does-not-keep-permit')?.text).toMatch(
    /do not count on it/,
  );
  const again = '2026-01-10 reflection-granted\n2026-02-01 reflection-declined';
  expect(codesIn(ask(`${again}\n2026-03-01 report-signed`, '2026-03-02'))).toContain('step-not-verified');
  expect(codesIn(ask(`${again}\n2026-03-01 non-cooperation-requested`, '2026-03-02'))).toContain('step-not-verified');
  expect(codesIn(ask('2026-01-10 reflection-granted\n2026-02-01 report-signed', '2026-03-02'))).not.toContain(
    'step-not-verified',
  );
});

test('the policy for victims is told as not verified from July 2026, without a change of confidence', () => {
  const answer = (on: string): JourneyAnswer => ask(`${on} reflection-granted`, on);
  expect(codesIn(answer('2026-06-30'))).not.toContain('policy-after-2026-07-01');
  expect(codesIn(answer('2026-07-01'))).toContain('policy-after-2026-07-01');
  expect(answer('2026-07-01').deadlines.find(({ ref }) => ref === 'D1')?.confidence).toBe('A');
});
