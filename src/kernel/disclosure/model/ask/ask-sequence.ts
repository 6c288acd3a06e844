import { ok } from '#platform/base';
import { auditReleases } from '../audit-releases.ts';
import type { Release, ReleasedFigure, Target } from '../release.ts';
import { countText, floorOf, isTenFive, provenRange, type CountRule, type Range } from '../count-rule.ts';
import { refuseDisclosure } from '../disclosure-refusal.ts';
import type { Solver } from '../program.ts';
import type { Floor } from '../verdict.ts';
import { toInterval } from './ask-protect.ts';
import { readFloor } from './read-floor.ts';
import { readCount, readFields, readList, readText, readWord, type Read } from './read-fields.ts';

/** Answers `stats audit` of what was released one after the other. */
export function askSequence(solver: Solver, question: unknown): Read<object> {
  const names = ['atoms', 'releases', 'targets', 'k', 'values'] as const;
  const fields = readFields(question, names, ['atoms', 'releases']);
  if (!fields.ok) return fields;
  const floor = readFloor(fields.value.k, fields.value.values);
  if (!floor.ok) return floor;
  const atoms = readList(fields.value.atoms, 'atoms', readText);
  if (!atoms.ok) return atoms;
  if (new Set(atoms.value).size < atoms.value.length) return refuseDisclosure('field-malformed', 'atoms');
  if (atoms.value.length > 20_000) return refuseDisclosure('too-large', 'atoms');
  const context = { atoms: new Set(atoms.value), floor: floor.value };
  const releases = readList(fields.value.releases, 'releases', (one, path) => readRelease(one, path, context));
  if (!releases.ok) return releases;
  const targets =
    fields.value.targets === undefined
      ? ok(null)
      : readList(fields.value.targets, 'targets', (one, path) => readTarget(one, path, context));
  if (!targets.ok) return targets;
  const sequence = { atoms: atoms.value, releases: releases.value, targets: targets.value };
  const judged = auditReleases(solver, sequence, floor.value);
  if (!judged.ok) return judged;
  return ok({
    releases: judged.value.map(({ targets: found, why, ...rest }) => ({
      ...rest,
      why: why.map(({ target, figures, text }) => ({ target, figures, text })),
      targets: found.map(({ name, range }) => ({ id: name, interval: toInterval(range) })),
    })),
  });
}

interface Context {
  readonly atoms: ReadonlySet<string>;
  readonly floor: Floor;
}

function readRelease(value: unknown, path: string, context: Context): Read<Release> {
  const names = ['release', 'figures'] as const;
  const fields = readFields(value, names, names, path);
  if (!fields.ok) return fields;
  const id = readText(fields.value.release, `${path}.release`);
  if (!id.ok) return id;
  const figures = readList(fields.value.figures, `${path}.figures`, (one, at) => readFigure(one, at, context));
  return figures.ok ? ok({ name: id.value, figures: figures.value }) : figures;
}

function readFigure(value: unknown, path: string, context: Context): Read<ReleasedFigure> {
  const fields = readFields(value, ['id', 'atoms', 'rule', 'published', 'interval'], ['id', 'atoms', 'rule'], path);
  if (!fields.ok) return fields;
  const id = readText(fields.value.id, `${path}.id`);
  if (!id.ok) return id;
  const atoms = readGroup(fields.value.atoms, `${path}.atoms`, context);
  if (!atoms.ok) return atoms;
  const rule = readWord(fields.value.rule, ['10-5', 'threshold', 'exact', 'interval'], `${path}.rule`, 'rule-unknown');
  if (!rule.ok) return rule;
  const { published, interval } = fields.value;
  // What is known from elsewhere may be a number or a range.
  if (rule.value === 'interval' || (rule.value === 'exact' && published === undefined && interval !== undefined)) {
    if (interval === undefined) return refuseDisclosure('field-missing', `${path}.interval`);
    const range = readInterval(interval, `${path}.interval`);
    return range.ok ? ok({ name: id.value, atoms: atoms.value, text: null, range: range.value }) : range;
  }
  if (published === undefined) return refuseDisclosure('field-missing', `${path}.published`);
  const shown = readPublished(published, rule.value, `${path}.published`, context.floor.k);
  if (!shown.ok) return shown;
  const range = provenRange(rule.value, shown.value, context.floor.k);
  const text = countText(shown.value, floorOf(rule.value, context.floor.k));
  return ok({ name: id.value, atoms: atoms.value, text, range });
}

/** A count as it stands in print: a number that the rule can publish, or null or "<10" for fewer than the floor. */
function readPublished(value: unknown, rule: CountRule, path: string, k: number): Read<number | null> {
  if (rule !== 'exact' && (value === null || value === '<10' || value === `<${String(k)}`)) return ok(null);
  const count = readCount(value, path);
  if (!count.ok) return count;
  // A small number that was shown under a threshold was a mistake; that it was shown is what counts.
  return rule !== '10-5' || isTenFive(count.value, k) ? count : refuseDisclosure('count-malformed', path);
}

function readInterval(value: unknown, path: string): Read<Range> {
  if (!Array.isArray(value) || value.length !== 2) return refuseDisclosure('field-malformed', path);
  // Array.isArray widens to any[]; both are read as unknown.
  const [first, last] = value as readonly unknown[];
  const low = readCount(first, `${path}[0]`);
  if (!low.ok) return low;
  const high = last === null ? ok(null) : readCount(last, `${path}[1]`);
  if (!high.ok) return high;
  if (high.value !== null && high.value < low.value) return refuseDisclosure('contradiction', path);
  return ok({ low: low.value, high: high.value });
}

function readTarget(value: unknown, path: string, context: Context): Read<Target> {
  const names = ['id', 'atoms'] as const;
  const fields = readFields(value, names, names, path);
  if (!fields.ok) return fields;
  const id = readText(fields.value.id, `${path}.id`);
  if (!id.ok) return id;
  const atoms = readGroup(fields.value.atoms, `${path}.atoms`, context);
  return atoms.ok ? ok({ name: id.value, atoms: atoms.value }) : atoms;
}

/** Atoms of one group, each once. */
function readGroup(value: unknown, path: string, { atoms }: Context): Read<readonly string[]> {
  const group = readList(value, path, (one, at) => {
    const atom = readText(one, at);
    return !atom.ok || atoms.has(atom.value) ? atom : refuseDisclosure('atom-unknown', at);
  });
  if (!group.ok) return group;
  return group.value.length === 0 ? refuseDisclosure('field-malformed', path) : ok([...new Set(group.value)]);
}
