import { describeStage, type Condition, type FactPattern, type Pack } from '#kernel/procedures';
import { insidesOf, rulesOf, textsIn } from './pack-rules.ts';

type DeadlineRule = Pack['deadlines'][number];

/** A rule, or a whole pack, in sentences with its sources and what uses it. Null where the pack has no such rule. */
export function explainPack(pack: Pack, rule: string | undefined): readonly string[] | null {
  if (rule !== undefined) return explainRule(pack, rule);
  return [
    `${pack.id} ${pack.version}, valid from ${pack.validFrom}`,
    ...pack.tracks.flatMap((track) => [
      '',
      `Track ${track.id}`,
      ...track.transitions.map((row) => `  ${transitionLine(row)}`),
    ]),
    ...pack.deadlines.flatMap((deadline) => ['', ...deadlineLines(pack, deadline)]),
  ];
}

function explainRule(pack: Pack, name: string): readonly string[] | null {
  const deadlines = pack.deadlines.filter(({ ref }) => ref === name).flatMap((rule) => deadlineLines(pack, rule));
  const guards = pack.guards
    .filter(({ id }) => id === name)
    .map(
      (guard) =>
        `Guard ${name}: ${'met' in guard ? conditionText(guard.met) : 'toShow' in guard ? 'evidence decides' : `met on the day of ${guard.dueOn}`}`,
    );
  const documents = pack.documents
    .filter(({ id }) => id === name)
    .map(
      (rule) =>
        `Document ${name} for ${rule.for}${sourceText(pack, rule.source, rule.checkedOn)} (confidence ${rule.confidence})`,
    );
  const stages = pack.tracks.flatMap((track) =>
    track.stages
      .filter(({ id }) => id === name)
      .flatMap(() => [
        `${name}: ${describeStage(pack, track.id, name)}`,
        ...track.transitions
          .filter(({ from, to }) => to === name || (from !== 'any' && from.includes(name)))
          .map((row) => `  ${transitionLine(row)}`),
      ]),
  );
  const told = [...deadlines, ...guards, ...documents, ...stages];
  return told.length === 0 ? null : [...told, ...usersOf(pack, name)];
}

function transitionLine({
  from,
  by,
  to,
  when,
  guards,
  confidence,
}: Pack['tracks'][number]['transitions'][number]): string {
  const asked = guards === undefined || guards.length === 0 ? '' : `; asks ${guards.join(', ')}`;
  return `from ${from === 'any' ? 'any stage' : from.join(', ')}, by ${patternText(by)}${to === undefined ? ', permitted without moving' : `, to ${to}`}${when === undefined ? '' : `, if ${conditionText(when)}`}${asked} [${confidence}]`;
}

function deadlineLines(pack: Pack, rule: DeadlineRule): readonly string[] {
  const trigger =
    'fact' in rule.trigger
      ? patternText(rule.trigger.fact)
      : 'permit' in rule.trigger
        ? `a permit ${rule.trigger.permit.join(', ')}`
        : `a joined run of permits ${rule.trigger.run.join(', ')}`;
  const title = pack.texts['en']?.[`deadline.${rule.ref}`] ?? rule.ref;
  return [
    `${rule.ref} ${title}: ${rule.terms.map(({ term }) => term).join(' or ')} ${rule.count}, ${rule.rule}, ${rule.kind}, sense ${rule.sense}, for the ${rule.addressee}`,
    `  begins with ${trigger}${rule.when === undefined ? '' : `, if ${conditionText(rule.when)}`}`,
    ...(rule.met.length === 0 ? [] : [`  is met by ${patternText(rule.met)}`]),
    ...(rule.superseded.length === 0 ? [] : [`  is superseded by ${patternText(rule.superseded)}`]),
    `  rests on${sourceText(pack, rule.source, rule.checkedOn)} (confidence ${rule.confidence})`,
  ];
}

function sourceText(pack: Pack, source: Readonly<Record<string, string>>, checkedOn: string): string {
  const cited = Object.entries(source).map(([id, article]) => `${pack.sources[id]?.title ?? id}, ${article}`);
  return ` ${cited.join('; ')}, checked on ${checkedOn}`;
}

function patternText(patterns: readonly FactPattern[]): string {
  return patterns
    .map(({ name, where, permit }) => {
      const asked = Object.entries(where ?? {}).map(([field, values]) => `${field} ${values.join(' or ')}`);
      if (permit !== undefined) asked.push(`permit ${permit.join(' or ')}`);
      return asked.length === 0 ? name : `${name} (${asked.join(', ')})`;
    })
    .join(', ');
}

function conditionText(condition: Condition): string {
  if ('all' in condition) return condition.all.map(conditionText).join(' and ');
  if ('any' in condition) return `(${condition.any.map(conditionText).join(' or ')})`;
  if ('not' in condition) return `not (${conditionText(condition.not)})`;
  if ('fact' in condition)
    return `${patternText(condition.fact)} happened${condition.unlessLater === undefined ? '' : ` and since then no ${patternText(condition.unlessLater)}`}`;
  return Object.entries(condition)
    .map(([key, value]) => `${key} ${textsIn(value).join(' or ') || String(value)}`)
    .join(' ');
}

function usersOf(pack: Pack, name: string): readonly string[] {
  const users = rulesOf(pack).filter(({ value }) =>
    insidesOf(value).some((members) =>
      Object.entries(members).some(([key, member]) => key !== 'id' && key !== 'ref' && textsIn(member).includes(name)),
    ),
  );
  return users.map(({ file, path }) => `  used in ${file} ${path.join('.')}`);
}
