import { ok } from '#platform/base';
import { readings } from '../corrected-states.ts';
import { refuseDisclosure } from '../disclosure-refusal.ts';
import { readFields, readList, readText, readWhole, readWord, type Read } from '../ask/read-fields.ts';
import type { LedgerFinding, LedgerRange } from './ledger-entry.ts';
import { readNull, readPair } from './read-figures.ts';

const kinds = ['group', 'inside', 'state', 'added', 'removed'] as const;
const namesByKind = {
  group: ['kind', 'target', 'range', 'steps'],
  inside: ['kind', 'inside', 'around', 'others'],
  ...{ state: ['kind', 'reading', 'target', 'range'], added: ['kind', 'reading', 'target', 'range'] },
  removed: ['kind', 'reading', 'target', 'range'],
} as const;
type Name = (typeof namesByKind)[keyof typeof namesByKind][number];

/** So many figures may prove one group, and so many letters may name it. */
const most = { steps: 400, letters: 2_000 };

/**
 * The largest number that is worked out from what is told: twenty thousand groups of a milliard each, more than which are refused, with what rounding
 * leaves open. It is exact as a number.
 */
export const largestDerived = 1e14;

/** Reads one thing that an attack found, from anybody. Refuses with the codes of questions and the path of the field. */
export function readFinding(value: unknown, path: string): Read<LedgerFinding> {
  const claimed: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'kind') : null;
  const kind = readWord(claimed, kinds, `${path}.kind`, 'kind-unknown');
  if (!kind.ok) return kind;
  const names: readonly Name[] = namesByKind[kind.value];
  const fields = readFields(value, names, names, path);
  if (!fields.ok) return fields;
  const { inside, around, others, target: named, range: between, steps: proof, reading: read } = fields.value;
  if (kind.value === 'inside') {
    const inner = readWords(inside, `${path}.inside`);
    if (!inner.ok) return inner;
    const larger = readWords(around, `${path}.around`);
    if (!larger.ok) return larger;
    const left = readWhole(others, `${path}.others`, 0, 1_000);
    return left.ok ? ok({ kind: 'inside', inside: inner.value, around: larger.value, others: left.value }) : left;
  }
  const target = readWords(named, `${path}.target`);
  if (!target.ok) return target;
  const range = readRange(between, `${path}.range`);
  if (!range.ok) return range;
  if (kind.value === 'group') {
    const steps = readList(proof, `${path}.steps`, readStep);
    if (!steps.ok) return steps;
    if (steps.value.length > most.steps) return refuseDisclosure('too-large', `${path}.steps`);
    return ok({ kind: 'group', target: target.value, range: range.value, steps: steps.value });
  }
  const reading = readWord(read, readings, `${path}.reading`);
  return reading.ok
    ? ok({ kind: kind.value, reading: reading.value, target: target.value, range: range.value })
    : reading;
}

interface Step {
  readonly name: string;
  readonly text: string | null;
  readonly range: LedgerRange;
}

function readStep(value: unknown, path: string): Read<Step> {
  const names = ['name', 'text', 'range'] as const;
  const fields = readFields(value, names, names, path);
  if (!fields.ok) return fields;
  const name = readWords(fields.value.name, `${path}.name`);
  if (!name.ok) return name;
  const text = readNull(fields.value.text, `${path}.text`, readWords);
  if (!text.ok) return text;
  const range = readRange(fields.value.range, `${path}.range`);
  return range.ok ? ok({ name: name.value, text: text.value, range: range.value }) : range;
}

/** What is worked out, which may be more than anything that is told. */
function readRange(value: unknown, path: string): Read<LedgerRange> {
  return readPair(value, path, (one, at) => readWhole(one, at, 0, largestDerived));
}

/** Names put together from those of the ledger; they may be long. A signature may hold what no database does. */
function readWords(value: unknown, path: string): Read<string> {
  const words = readText(value, path);
  if (!words.ok) return words;
  if (!words.value.isWellFormed() || words.value.includes('\0')) return refuseDisclosure('field-malformed', path);
  return words.value.length > most.letters ? refuseDisclosure('too-large', path) : words;
}
