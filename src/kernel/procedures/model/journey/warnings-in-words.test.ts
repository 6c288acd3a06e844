import { describe, expect, test } from 'vitest';
import type { JourneyAnswer } from '../../index.ts';
import { ask, askPacks, packOf } from '../../testing/ask.ts';
import { permitA } from '../../testing/rows-of-table.ts';

const texts = (answer: JourneyAnswer, code: string): readonly string[] =>
  answer.warnings.filter((warning) => warning.code === code).map(({ text }) => text);
const dutch = ['nl-complaint', 'nl-compensation', 'nl-residence'].map(packOf);
const residence = packOf('nl-residence');

describe('a warning says', () => {
  test('what happened, when, and what was not met', () => {
    const lines = '2025-03-01 reflection-granted\n2026-02-01 reflection-granted';
    expect(texts(ask(lines, '2026-02-02'), 'guard-unmet')).toEqual([
      'Reflection period granted on Sunday 1 February 2026: as far as we know this was asked and not met: no reflection period before.',
    ]);
  });

  test('the same in Dutch', () => {
    const lines = '2025-03-01 reflection-granted\n2026-02-01 reflection-granted';
    const [text] = texts(askPacks(dutch, lines, '2026-02-02', { language: 'nl' }), 'guard-unmet');
    expect(text).toBe(
      'Bedenktijd gegeven op zondag 1 februari 2026: voor zover we weten is hieraan niet voldaan: niet eerder bedenktijd gehad.',
    );
  });

  test('which rule is not verified, by its title, whichever pack has the title', () => {
    const lines =
      '2026-01-01 asylum-requested\n2026-02-02 transfer-decided\n2026-02-05 asylum-appeal-lodged\n2026-03-02 asylum-appeal-decided outcome=unfounded';
    const title = ask(lines, '2026-03-03').deadlines.find(({ ref }) => ref === 'D17')?.title ?? '';
    expect(title).not.toBe('');
    expect(texts(askPacks(dutch, lines, '2026-03-03'), 'unverified-rule')).toEqual([
      `This rule is not verified against current law: ${title}. Confirm with the lawyer.`,
    ]);
  });

  test('its own code where no pack has words for it', () => {
    const pack = { ...residence, warnings: [{ code: 'no-such-words' }] };
    expect(texts(askPacks([pack], '2026-02-01 signal', '2026-02-02'), 'no-such-words')).toEqual([
      'warning.no-such-words',
    ]);
  });

  test('the codes of a fact, a guard and a rule that no pack names', () => {
    const english = residence.texts['en'] ?? {};
    const named = /^(fact|guard|deadline|rule)\./;
    const nameless = Object.fromEntries(Object.entries(english).filter(([key]) => !named.test(key)));
    const pack = { ...residence, texts: { en: nameless } };
    const lines = '2026-07-01 reflection-granted\n2026-07-02 departed\n2026-07-03 reflection-granted';
    const answer = askPacks([pack], lines, '2026-07-04', { parameters: { dublin: true } });
    expect(texts(answer, 'guard-unmet')).toEqual([
      'Reflection-granted on Friday 3 July 2026: as far as we know this was asked and not met: first-reflection.',
    ]);
    expect(texts(answer, 'unverified-rule')).toEqual([
      'This rule is not verified against current law: dublin-after-2026-07-01. Confirm with the lawyer.',
      'This rule is not verified against current law: D2. Confirm with the lawyer.',
    ]);
  });
});

describe('a warning is said', () => {
  const none = '2026-02-01 report-signed\n2026-03-01 permit-refused departureTerm=none';

  test('for each fact that it is about', () => {
    const lines = `${none}\n2026-04-01 return-decided departureTerm=none`;
    expect(texts(ask(lines, '2026-04-02'), 'no-departure-term')).toEqual([
      'The decision of Sunday 1 March 2026 gives no time to leave. Call the lawyer today.',
      'The decision of Wednesday 1 April 2026 gives no time to leave. Call the lawyer today.',
    ]);
  });

  test('once for one thing', () => {
    // Two dates of the further appeal, one rule that is not verified.
    const lines =
      '2026-01-01 asylum-requested\n2026-02-02 transfer-decided\n2026-02-05 asylum-appeal-lodged\n2026-03-02 asylum-appeal-decided outcome=unfounded\n2026-03-03 asylum-requested\n2026-03-04 transfer-decided\n2026-03-05 asylum-appeal-lodged\n2026-04-02 asylum-appeal-decided outcome=unfounded';
    const answer = ask(lines, '2026-04-03');
    expect(answer.deadlines.filter(({ ref }) => ref === 'D17')).toHaveLength(2);
    expect(texts(answer, 'unverified-rule')).toHaveLength(1);
  });

  test('of the calendar once for a year, the years in order', () => {
    const lines =
      '2029-01-05 fund-application\n2029-03-01 fund-decided outcome=refused\n2029-03-02 report-signed\n2029-04-01 permit-refused\n2030-01-05 report-signed\n2030-01-10 permit-refused';
    expect(texts(ask(lines, '2030-01-11'), 'calendar-not-decreed')).toEqual([
      'The extra days off of 2029 are not on file (we have 2023 to 2028). Check the calendar.',
      'The extra days off of 2030 are not on file (we have 2023 to 2028). Check the calendar.',
    ]);
  });

  test('and no other, where permits do not join', () => {
    const codes = ask(`${permitA}\n2026-05-15 extension-requested`, '2026-06-01').warnings.map(({ code }) => code);
    expect(codes.toSorted()).toEqual(['late-extension-first-application', 'permit-gap', 'safety-check-first']);
  });
});

describe('a value of a warning', () => {
  const valueOf = (value: object, lines: string): unknown => {
    const rule = { code: 'probe', each: [{ name: 'permit-withdrawn' }], values: { x: value } };
    const [warning] = askPacks([{ ...residence, warnings: [rule as never] }], lines, '2025-06-02').warnings;
    return warning === undefined || !('x' in warning) ? 'none' : warning['x'];
  };
  const withdrawn = `${permitA}\n2025-06-01 permit-withdrawn effective=2025-05-01`;

  test('is a field of its fact, the first that is there', () => {
    expect(valueOf({ field: ['effective', 'on'] }, withdrawn)).toBe('2025-05-01');
    expect(valueOf({ field: ['no-such', 'on'] }, withdrawn)).toBe('2025-06-01');
    expect(valueOf({ field: ['no-such'] }, withdrawn)).toBe('none');
  });

  test('is the last day of the newest permit, or the day after it', () => {
    expect(valueOf({ permit: 'last' }, withdrawn)).toBe('2026-02-28');
    expect(valueOf({ permit: 'after-last' }, withdrawn)).toBe('2026-03-01');
    const without = '2025-01-05 report-signed\n2025-02-01 permit-refused\n2025-03-01 continued-stay-granted';
    expect(valueOf({ permit: 'last' }, `${without}\n2025-06-01 permit-withdrawn`)).toBe('none');
  });

  test('is the day of the last of some facts, or words', () => {
    expect(valueOf({ dayOf: [{ name: 'report-signed' }] }, withdrawn)).toBe('2025-02-10');
    expect(valueOf({ dayOf: [{ name: 'signal' }] }, withdrawn)).toBe('none');
    expect(valueOf({ text: 'words' }, withdrawn)).toBe('words');
  });
});
