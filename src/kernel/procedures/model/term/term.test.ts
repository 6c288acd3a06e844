import { describe, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { releasedPacks, term, termGroundOf, type TermGround, type TermInput } from '../../index.ts';

const ground = groundIn('en');

function groundIn(language: string): TermGround {
  const found = termGroundOf(releasedPacks, 'nl-atw', language);
  if (found === null) throw new Error('no calendar');
  return found;
}

/** `from period rule count clip`, the last two where they are not the ordinary ones. */
function inputOf(line: string): TermInput {
  const [from = '', period = '', rule = '', count, clip] = line.split(' ');
  return {
    from,
    period,
    rule,
    // The lines below name nothing else.
    ...(count === undefined ? {} : { count: count as NonNullable<TermInput['count']> }),
    ...(clip === undefined ? {} : { clip: clip as NonNullable<TermInput['clip']> }),
  };
}

/** First day, last day as counted, last day, whether it moved, how sure; then each step with what it names. */
function told(line: string): string {
  const counted = term(inputOf(line), ground);
  if (!counted.ok) return `${counted.refusal.code} ${counted.refusal.path ?? ''}`;
  const { firstDay, nominalDue, due, moved, confidence, warnings, steps } = counted.value;
  const each = steps.map(({ code, name, reason, date }) =>
    [code, name ?? reason, date?.slice(5)].filter((part) => part !== undefined).join(':'),
  );
  const days = [firstDay ?? '-', nominalDue, due, String(moved), confidence];
  return [...days, ...warnings.map(({ code }) => code), ...each].join(' ');
}

describe('a term, step by step', () => {
  test.each([
    [
      '2026-11-27 P4W nl-atw',
      '2026-11-28 2026-12-25 2026-12-28 true B start:11-28 count:12-25 holiday:christmas-day:12-25 holiday:second-christmas-day:12-26 weekend:12-27 end:12-28',
    ],
    ['2026-11-27 P4W nl-plain', '2026-11-28 2026-12-25 2026-12-25 false A start:11-28 count:12-25 end:12-25'],
    [
      '2026-11-27 P1D nl-atw',
      '2026-11-28 2026-11-28 2026-11-30 true A start:11-28 count:11-28 weekend:11-28 weekend:11-29 end:11-30',
    ],
    [
      '2026-11-26 P2D nl-atw',
      '2026-11-27 2026-11-28 2026-11-30 true A start:11-27 count:11-28 weekend:11-28 weekend:11-29 end:11-30',
    ],
    [
      '2026-12-23 P3D nl-atw',
      '2026-12-24 2026-12-26 2026-12-28 true B start:12-24 count:12-26 holiday:christmas-day:12-25 holiday:second-christmas-day:12-26 weekend:12-27 minimum-days:12-28 end:12-28',
    ],
    [
      '2026-12-24 P2D nl-atw',
      '2026-12-25 2026-12-26 2026-12-28 true B start:12-25 count:12-26 holiday:second-christmas-day:12-26 weekend:12-27 end:12-28',
    ],
    [
      '2026-12-24 P4D nl-atw',
      '2026-12-25 2026-12-28 2026-12-29 true B start:12-25 count:12-28 holiday:christmas-day:12-25 holiday:second-christmas-day:12-26 weekend:12-27 minimum-days:12-29 end:12-29',
    ],
    [
      '2026-04-02 P3D nl-atw',
      '2026-04-03 2026-04-05 2026-04-08 true B start:04-03 count:04-05 holiday:good-friday:04-03 weekend:04-04 weekend:04-05 holiday:easter-monday:04-06 minimum-days:04-08 end:04-08',
    ],
    ['2026-04-01 P1W nl-atw', '2026-04-02 2026-04-08 2026-04-08 false A start:04-02 count:04-08 end:04-08'],
    [
      '2026-05-13 P3D nl-atw',
      '2026-05-14 2026-05-16 2026-05-19 true C holiday-unverified start:05-14 count:05-16 holiday:ascension:05-14 holiday:decreed:05-15 weekend:05-16 weekend:05-17 minimum-days:05-19 end:05-19',
    ],
    ['2024-12-24 P1W nl-atw', '2024-12-25 2024-12-31 2024-12-31 false A start:12-25 count:12-31 end:12-31'],
    [
      '2027-12-31 P3D nl-atw',
      '2028-01-01 2028-01-03 2028-01-04 true B start:01-01 count:01-03 holiday:new-year:01-01 weekend:01-02 minimum-days:01-04 end:01-04',
    ],
    ['2026-09-02 P90D nl-atw', '2026-09-03 2026-12-01 2026-12-01 false A start:09-03 count:12-01 end:12-01'],
    [
      '2026-09-02 P91D nl-atw',
      '2026-09-03 2026-12-02 2026-12-02 false A start:09-03 count:12-02 excluded:days end:12-02',
    ],
    [
      '2026-10-03 P12W nl-atw',
      '2026-10-04 2026-12-26 2026-12-28 true B start:10-04 count:12-26 holiday:second-christmas-day:12-26 weekend:12-27 end:12-28',
    ],
    [
      '2026-10-03 P13W nl-atw',
      '2026-10-04 2027-01-02 2027-01-02 false A start:10-04 count:01-02 excluded:weeks end:01-02',
    ],
    [
      '2026-11-30 P3M nl-atw',
      '2026-12-01 2027-02-28 2027-03-01 true A start:12-01 count:02-28 clip:02-28 weekend:02-28 end:03-01',
    ],
    [
      '2026-11-30 P4M nl-atw',
      '2026-12-01 2027-03-30 2027-03-30 false A start:12-01 count:03-30 excluded:months end:03-30',
    ],
    [
      '2025-12-26 P1Y nl-atw',
      '2025-12-27 2026-12-26 2026-12-26 false A start:12-27 count:12-26 excluded:years end:12-26',
    ],
    ['2026-09-01 P3M nl-plain same-day', '2026-09-01 2026-11-30 2026-11-30 false A start:09-01 count:11-30 end:11-30'],
    [
      '2026-08-31 P1M nl-plain same-day',
      '2026-08-31 2026-09-30 2026-09-30 false A start:08-31 count:09-30 clip:09-30 end:09-30',
    ],
    [
      '2026-01-30 P1M nl-plain same-day',
      '2026-01-30 2026-02-28 2026-02-28 false A start:01-30 count:02-28 clip:02-28 end:02-28',
    ],
    ['2026-09-01 P1D nl-plain same-day', '2026-09-01 2026-09-01 2026-09-01 false A start:09-01 count:09-01 end:09-01'],
    ['2026-09-01 P2W nl-plain same-day', '2026-09-01 2026-09-14 2026-09-14 false A start:09-01 count:09-14 end:09-14'],
    [
      '2024-02-29 P1Y nl-plain same-day',
      '2024-02-29 2025-02-28 2025-02-28 false A start:02-29 count:02-28 clip:02-28 end:02-28',
    ],
    ['2026-11-28 P1W nl-atw same-day', '2026-11-28 2026-12-04 2026-12-04 false A start:11-28 count:12-04 end:12-04'],
    ['2027-03-01 P1D nl-atw back', '- 2027-02-28 2027-02-28 false A start:03-01 count:02-28 excluded:back end:02-28'],
    ['2027-03-01 P1D nl-plain back', '- 2027-02-28 2027-02-28 false A start:03-01 count:02-28 end:02-28'],
    ['2027-05-31 P3M nl-plain back', '- 2027-02-28 2027-02-28 false A start:05-31 count:02-28 clip:02-28 end:02-28'],
    ['2027-05-31 P3M nl-plain back up', '- 2027-03-01 2027-03-01 false A start:05-31 count:03-01 clip:03-01 end:03-01'],
    ['2028-02-29 P1Y nl-plain back', '- 2027-02-28 2027-02-28 false A start:02-29 count:02-28 clip:02-28 end:02-28'],
    ['2027-03-15 P2W nl-plain back', '- 2027-03-01 2027-03-01 false A start:03-15 count:03-01 end:03-01'],
    ['2027-03-15 P100D nl-atw back', '- 2026-12-05 2026-12-05 false A start:03-15 count:12-05 excluded:days end:12-05'],
    [
      '2026-01-31 P1M nl-plain day-after down',
      '2026-02-01 2026-02-28 2026-02-28 false A start:02-01 count:02-28 clip:02-28 end:02-28',
    ],
    [
      '2026-01-31 P1M nl-plain day-after up',
      '2026-02-01 2026-03-01 2026-03-01 false A start:02-01 count:03-01 clip:03-01 end:03-01',
    ],
    [
      '2024-02-29 P1Y nl-plain',
      '2024-03-01 2025-02-28 2025-02-28 false A start:03-01 count:02-28 clip:02-28 end:02-28',
    ],
    ['2024-02-29 P4Y nl-plain', '2024-03-01 2028-02-29 2028-02-29 false A start:03-01 count:02-29 end:02-29'],
    [
      '2020-02-29 P10Y nl-plain day-after up',
      '2020-03-01 2030-03-01 2030-03-01 false A start:03-01 count:03-01 clip:03-01 end:03-01',
    ],
    ['2022-12-20 P2W nl-atw', '2022-12-21 2023-01-03 2023-01-03 false A start:12-21 count:01-03 end:01-03'],
    [
      '2028-12-20 P2W nl-atw',
      '2028-12-21 2029-01-03 2029-01-03 false C calendar-not-decreed start:12-21 count:01-03 end:01-03',
    ],
    ['2028-12-20 P2W nl-plain', '2028-12-21 2029-01-03 2029-01-03 false A start:12-21 count:01-03 end:01-03'],
    [
      '2022-12-01 P1W nl-atw',
      '2022-12-02 2022-12-08 2022-12-08 false C calendar-not-decreed start:12-02 count:12-08 end:12-08',
    ],
    [
      '2028-12-28 P3D nl-atw',
      '2028-12-29 2028-12-31 2029-01-02 true C calendar-not-decreed start:12-29 count:12-31 weekend:12-30 weekend:12-31 holiday:new-year:01-01 minimum-days:01-02 end:01-02',
    ],
    [
      '2026-10-24 PT48H nl-atw',
      '2026-10-25 2026-10-26 2026-10-26 false A start:10-25 count:10-26 excluded:hours end:10-26',
    ],
    [
      '2026-10-24 PT24H nl-plain same-day',
      '2026-10-24 2026-10-24 2026-10-24 false A start:10-24 count:10-24 end:10-24',
    ],
    ['2026-10-24 PT24H nl-plain back', '- 2026-10-23 2026-10-23 false A start:10-24 count:10-23 end:10-23'],
    ['2026-10-24 PT25H nl-atw', 'time-needed from'],
    [
      '2026-10-24T15:30 PT24H nl-atw',
      '- 2026-10-25T14:30+01:00 2026-10-25T14:30+01:00 false A start:10-24 count:10-25 excluded:hours end:10-25',
    ],
    [
      '2026-10-24T15:30 PT24H nl-plain back',
      '- 2026-10-23T15:30+02:00 2026-10-23T15:30+02:00 false A start:10-24 count:10-23 end:10-23',
    ],
    [
      '2026-10-25T02:30+01:00 PT1H nl-plain',
      '- 2026-10-25T03:30+01:00 2026-10-25T03:30+01:00 false A start:10-25 count:10-25 end:10-25',
    ],
    ['2026-03-29T02:30 PT1H nl-plain', 'time-nonexistent from'],
    [
      '2026-03-28T02:30 PT24H nl-plain',
      '- 2026-03-29T03:30+02:00 2026-03-29T03:30+02:00 false A start:03-28 count:03-29 end:03-29',
    ],
    ['2026-10-24T15:30 P1D nl-plain', 'date-malformed from'],
    ['2026-10-24T25:30 PT1H nl-plain', 'date-malformed from'],
    ['2026-13-01 P1D nl-plain', 'date-malformed from'],
    ['2026-10-24 P1X nl-plain', 'period-malformed period'],
    ['2026-10-24 P1D nl-none', 'rule-unknown rule'],
    ['9999-12-31 P99999Y nl-plain', 'date-malformed from'],
    ['0001-01-01 P9999Y nl-plain back', 'date-malformed from'],
  ])('%s', (line, expected) => expect(told(line)).toBe(expected));

  test('says each step in a sentence, with the article it rests on', () => {
    const { steps } = expectOk(term({ from: '2026-12-24', period: 'P3D', rule: 'nl-atw' }, ground));
    expect(steps.map(({ text, source }) => [text, source ?? ''])).toEqual([
      ['Counting starts on Friday 25 December 2026.', ''],
      ['3 days end on Sunday 27 December 2026.', ''],
      ['Friday 25 December 2026 is Christmas Day, so the term runs on.', 'Atw 3(1)'],
      ['Saturday 26 December 2026 is the second Christmas day, so the term runs on.', 'Atw 3(1)'],
      ['Sunday 27 December 2026 is at the weekend, so the term runs on.', 'Atw 1(1)'],
      ['The term must hold two working days, so it runs on until Tuesday 29 December 2026.', 'Atw 2'],
      ['The last day is Tuesday 29 December 2026.', ''],
    ]);
    const said = (line: string): readonly (readonly string[])[] =>
      expectOk(term(inputOf(line), ground)).steps.map(({ text, source }) => [text, source ?? '']);
    expect(said('2027-03-01 P1D nl-atw back')).toEqual([
      ['Counting goes back from Monday 1 March 2027.', ''],
      ['1 day before is Sunday 28 February 2027.', ''],
      ['A term that is counted back is not moved by weekends or holidays.', 'Atw 1(2)'],
      ['The last day is Sunday 28 February 2027.', ''],
    ]);
    expect(said('2026-11-30 P4M nl-atw')[2]).toEqual([
      'A term of more than three months is not moved by weekends or holidays.',
      'Atw 4',
    ]);
    expect(said('2026-11-30 P3M nl-atw')[2]).toEqual([
      'The month has no such day number, so the term is taken to Sunday 28 February 2027.',
      '',
    ]);
    expect(said('2026-10-24T15:30 PT24H nl-atw')).toEqual([
      ['Counting starts on Saturday 24 October 2026, 15:30.', ''],
      ['24 hours end on Sunday 25 October 2026, 14:30.', ''],
      ['A term in hours is not moved by weekends or holidays.', 'Atw 4'],
      ['The last day is Sunday 25 October 2026, 14:30.', ''],
    ]);
  });

  test('says what it did not do: a year whose decrees are not on file', () => {
    const { warnings } = expectOk(term({ from: '2029-03-02', period: 'P4W', rule: 'nl-atw' }, ground));
    expect(warnings).toEqual([
      {
        code: 'calendar-not-decreed',
        text: 'The extra days off of 2029 are not on file (we have 2023 to 2028). Check the calendar.',
      },
    ]);
  });

  test('says the same in Dutch', () => {
    const { steps } = expectOk(term({ from: '2026-11-27', period: 'P4W', rule: 'nl-atw' }, groundIn('nl')));
    expect(steps.at(-1)?.text).toContain('maandag 28 december 2026');
  });

  test('echoes what was asked', () => {
    expect(term({ from: '2026-09-01', period: 'P3M', rule: 'nl-plain', count: 'same-day' }, ground)).toMatchObject({
      ok: true,
      value: { from: '2026-09-01', period: 'P3M', rule: 'nl-plain', count: 'same-day' },
    });
    expect(term({ from: '2026-09-01', period: 'P3M', rule: 'nl-plain' }, ground)).toMatchObject({
      ok: true,
      value: { count: 'day-after' },
    });
  });

  test.each([
    ['2026-10-24 P1X nl-plain', 'A period has one unit and is at least one: P4W, P3M, PT24H.'],
    ['2026-10-24 P1D nl-none', 'No calendar knows this counting rule.'],
    ['2026-10-32 P1D nl-plain', 'A day is written YYYY-MM-DD and must exist; a time is written YYYY-MM-DDTHH:MM.'],
    ['2026-10-24 PT25H nl-plain', 'Hours that are no whole days need a time to start from.'],
    ['2026-03-29T02:30 PT1H nl-plain', 'The clocks skip this time.'],
    // Days are those of 1900 to 2199; what is counted from them may lie beyond, in reason.
    ['1899-12-31 P1D nl-plain', 'A day is written YYYY-MM-DD and must exist; a time is written YYYY-MM-DDTHH:MM.'],
    ['2200-01-01 P1D nl-plain', 'A day is written YYYY-MM-DD and must exist; a time is written YYYY-MM-DDTHH:MM.'],
    ['2199-12-31 P5Y nl-plain', null],
    ['2026-01-01 P7000Y nl-plain', null],
    ['2026-01-01 P99999Y nl-plain', 'A period has one unit and is at least one: P4W, P3M, PT24H.'],
    ['2026-01-01 P9999Y nl-plain back', 'A period has one unit and is at least one: P4W, P3M, PT24H.'],
  ])('%s is refused in words, or counted', (line, message) => {
    const counted = term(inputOf(line), ground);
    expect(counted.ok ? null : counted.refusal.message).toBe(message);
  });
});
