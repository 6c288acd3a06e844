import { describe, expect, test } from 'vitest';
import { journey, type Fact, type JourneyOptions, type Pack } from '../../index.ts';
import { packOf } from '../../testing/ask.ts';

const residence = packOf('nl-residence');

interface Asked {
  readonly packs?: readonly Pack[];
  readonly parameters?: unknown;
  readonly on?: string;
  readonly options?: JourneyOptions;
}

/** `code path: sentence` of what is refused, else `answered`. */
function answerTo(facts: unknown, { packs = [residence], parameters, on = '2026-06-01', options }: Asked = {}): string {
  // Deliberately of any shape: the engine must refuse what is wrong and not trust its type.
  const input = { facts: facts as readonly Fact[], parameters: parameters as Record<string, string> };
  const result = journey(packs, input, on, options);
  if (result.ok) return 'answered';
  const { type, code, path, message } = result.refusal;
  expect(type).toBe('ProcedureRefused');
  return `${code} ${path ?? 'nowhere'}: ${message}`;
}

const day = 'A day is written YYYY-MM-DD and must exist; a time is written YYYY-MM-DDTHH:MM.';
const value = 'The field does not hold one of the values it may have.';
const missing = 'A required field is missing.';
const signed = { fact: 'report-signed', on: '2026-01-01' };
const granted = { fact: 'permit-granted', on: '2026-01-01', ground: 'a' };

describe('a fact is refused', () => {
  test.each<[string, object, string]>([
    [
      'that nobody knows',
      { fact: 'no-such', on: '2026-01-01' },
      'fact-unknown fact: No pack of this country knows this fact.',
    ],
    [
      'whose name is no text',
      { fact: 7, on: '2026-01-01' },
      'fact-unknown fact: No pack of this country knows this fact.',
    ],
    ['without a name', { on: '2026-01-01' }, `field-missing fact: ${missing}`],
    ['without its day', { fact: 'report-signed' }, `field-missing on: ${missing}`],
    ['on a day that does not exist', { ...signed, on: '2026-02-30' }, `date-malformed on: ${day}`],
    ['on a day that is no text', { ...signed, on: 20260101 }, `date-malformed on: ${day}`],
    ['recorded on no day', { ...signed, recorded: '1 March' }, `date-malformed recorded: ${day}`],
    ['with an id that is no text', { ...signed, id: 1 }, `field-malformed id: ${value}`],
    ['that replaces no text', { ...signed, replaces: 1 }, `field-malformed replaces: ${value}`],
    ['with a note that is no text', { ...signed, note: 1 }, `field-malformed note: ${value}`],
    ['void by a word', { ...signed, void: 'true' }, `field-malformed void: ${value}`],
    ['that is void and replaces nothing', { ...signed, void: true }, `field-missing replaces: ${missing}`],
    ['with a field it does not have', { ...signed, ground: 'a' }, 'field-unknown ground: This fact has no such field.'],
    ['without a required field', { ...granted, ground: undefined }, `field-missing ground: ${missing}`],
    ['with a value it cannot have', { ...granted, ground: 'z' }, `field-malformed ground: ${value}`],
    ['with a number for a word', { ...granted, ground: 1 }, `field-malformed ground: ${value}`],
    ['whose end is no day', { ...granted, until: '2026-02-30' }, `date-malformed until: ${day}`],
    ['whose end is a number', { ...granted, until: 2027 }, `date-malformed until: ${day}`],
    [
      'with a word for yes or no',
      { fact: 'case-dismissed', on: '2026-01-01', noticeServed: 'yes' },
      `field-malformed noticeServed: ${value}`,
    ],
    [
      'with a document nobody asks for',
      { fact: 'document-held', on: '2026-01-01', document: 'poem' },
      `field-malformed document: ${value}`,
    ],
    [
      'with a period of two units',
      { fact: 'decision-term-extended', on: '2026-01-01', period: 'P1M2D' },
      'period-malformed period: A period has one unit and is at least one: P4W, P3M, PT24H.',
    ],
    [
      'with a period of seven months where six is the most',
      { fact: 'decision-term-extended', on: '2026-01-01', period: 'P7M' },
      `field-malformed period: ${value}`,
    ],
    ['at an hour without its zero', { ...signed, at: '9:00' }, `field-malformed at: ${value}`],
    ['at an hour with more behind it', { ...signed, at: '09:000' }, `field-malformed at: ${value}`],
    ['at an hour with more before it', { ...signed, at: '109:00' }, `field-malformed at: ${value}`],
    ['at an hour the day does not have', { ...signed, at: '24:00' }, `field-malformed at: ${value}`],
    ['at an hour that is no text', { ...signed, at: 9 }, `field-malformed at: ${value}`],
    [
      'at a time the clocks skip',
      { ...signed, on: '2026-03-29', at: '02:30' },
      'time-nonexistent at: The clocks skip this time.',
    ],
  ])('%s', (_, fact, refusal) => {
    expect(answerTo([signed, fact])).toBe(refusal.replace(' ', ' facts[1].'));
  });

  test.each([[null], ['report-signed'], [[signed]]])('that is no object: %j', (fact) => {
    expect(answerTo([signed, fact])).toBe(`field-malformed facts[1]: ${value}`);
  });
});

test.each<[string, object]>([
  [
    'every field of the envelope',
    { ...signed, at: '23:59', id: 'x', recorded: '2026-01-02', note: 'told by phone', void: false },
  ],
  ['an hour that comes twice', { ...signed, on: '2026-10-25', at: '02:30' }],
  ['days, words, yes or no', { fact: 'case-dismissed', on: '2026-01-01', noticeServed: false, learned: '2026-01-02' }],
  ['the longest extension of a decision term', { fact: 'decision-term-extended', on: '2026-01-01', period: 'P6M' }],
])('%s is taken', (_, fact) => {
  expect(answerTo([fact])).toBe('answered');
});

describe('ids', () => {
  const of = (id: string, replaces?: string): object => ({
    ...signed,
    id,
    ...(replaces === undefined ? {} : { replaces }),
  });
  const circle = 'Facts replace each other in a circle.';

  test.each<[string, readonly object[], string]>([
    ['used twice', [of('x'), signed, of('x')], 'fact-id-duplicate facts[2].id: Two facts have the same id.'],
    [
      'that nobody has',
      [of('x'), of('y', 'z')],
      'fact-id-unknown facts[1].replaces: No fact has the id that this one replaces.',
    ],
    ['of itself', [of('x', 'x')], `replaces-cycle facts[0].replaces: ${circle}`],
    ['in a circle of two', [of('x', 'y'), of('y', 'x')], `replaces-cycle facts[0].replaces: ${circle}`],
    ['in a circle of three', [of('x', 'y'), of('y', 'z'), of('z', 'x')], `replaces-cycle facts[0].replaces: ${circle}`],
    [
      'that lead into a circle',
      [of('a'), of('w', 'x'), of('x', 'y'), of('y', 'x')],
      `replaces-cycle facts[1].replaces: ${circle}`,
    ],
    ['in a row', [of('x', 'y'), of('y', 'z'), of('z')], 'answered'],
    ['replaced by two', [of('x', 'z'), of('y', 'z'), of('z')], 'answered'],
  ])('%s', (_, facts, refusal) => {
    expect(answerTo(facts)).toBe(refusal);
  });
});

describe('what is asked besides the facts', () => {
  test('facts are a list', () => {
    expect(answerTo(undefined)).toBe(`field-missing facts: ${missing}`);
    expect(answerTo({ 0: signed })).toBe(`field-malformed facts: ${value}`);
  });

  test.each<[string, unknown, string]>([
    ['that no pack has', { colour: 'blue' }, 'parameter-unknown parameters.colour: The pack has no such parameter.'],
    ['with a word it cannot be', { role: 'judge' }, `field-malformed parameters.role: ${value}`],
    ['with yes for a word', { role: true }, `field-malformed parameters.role: ${value}`],
    ['with a word for yes', { dublin: 'true' }, `field-malformed parameters.dublin: ${value}`],
    ['with a number', { dublin: 1 }, `field-malformed parameters.dublin: ${value}`],
    ['in a list', ['role'], `field-malformed parameters: ${value}`],
    ['that are a word', 'role', `field-malformed parameters: ${value}`],
    ['that are null', null, `field-malformed parameters: ${value}`],
    ['as they may be', { role: 'witness', dublin: true, minor: false }, 'answered'],
  ])('parameters %s', (_, parameters, refusal) => {
    expect(answerTo([signed], { parameters })).toBe(refusal);
  });

  test('packs of one country', () => {
    const unknown = 'pack-unknown packs: There is no such pack or version.';
    expect(answerTo([], { packs: [] })).toBe(unknown);
    expect(answerTo([], { packs: [residence, packOf('be-residence')] })).toBe(unknown);
    expect(answerTo([], { packs: [residence, packOf('nl-complaint')] })).toBe('answered');
  });

  test('days', () => {
    expect(answerTo([], { on: '2026-2-1' })).toBe(`date-malformed on: ${day}`);
    expect(answerTo([], { options: { knownOn: 'today' } })).toBe(`date-malformed knownOn: ${day}`);
    expect(answerTo([], { options: { knownOn: '2026-02-01' } })).toBe('answered');
  });
});
