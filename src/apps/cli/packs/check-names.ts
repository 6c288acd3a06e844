import type { Pack } from '#kernel/procedures';
import type { Finding, FindingCode } from './finding.ts';
import { insidesOf, rulesOf, textsIn, type PlacedRule } from './pack-rules.ts';

type Members = Readonly<Record<string, unknown>>;
type Wrong = readonly [FindingCode, string];

/** Names in rules that stand for nothing: facts, fields, stages, parameters, documents, guards, deadlines. */
export function checkNames(pack: Pack): readonly Finding[] {
  return [
    ...rulesOf(pack).flatMap((rule) =>
      insidesOf(rule.value)
        .flatMap((members) => wrongIn(pack, members))
        .map(([code, text]) => at(rule, code, text)),
    ),
    ...wrongPlaces(pack),
  ];
}

/** Stages that steps, people and documents are told for. */
function wrongPlaces(pack: Pack): readonly Finding[] {
  const all = pack.tracks.flatMap(({ stages }) => stages.map(({ id }) => id));
  const unknown = (file: string, path: readonly PropertyKey[], stages: readonly string[]): readonly Finding[] =>
    unknownNames('stage-unknown', stages, all).map(([code, text]) => ({ file, path, code, text }));
  const told = (file: string, member: string, rules: NonNullable<Pack['people']> | Pack['next']): readonly Finding[] =>
    rules.flatMap((rule, place) => {
      const track = pack.tracks.find(({ id }) => id === rule.track);
      const stages = rule.in === 'any' ? [] : rule.in;
      const wrong =
        track === undefined
          ? [['stage-unknown', `no track ${rule.track}`] as const]
          : unknownNames(
              'stage-unknown',
              stages,
              track.stages.map(({ id }) => id),
            );
      return wrong.map(([code, text]): Finding => ({ file, path: [member, place], code, text }));
    });
  return [
    ...told('stages.yaml', 'next', pack.next),
    ...told('people.yaml', 'people', pack.people ?? []),
    ...pack.documents.flatMap((rule, place) => unknown('documents.yaml', ['documents', place], [rule.for])),
    ...Object.entries(pack.listedIn).flatMap(([stage, shown]) =>
      unknown('documents.yaml', ['listedIn', stage], [stage, ...shown]),
    ),
    ...pack.documents.flatMap(({ id }, place): readonly Finding[] =>
      pack.documentIds.includes(id)
        ? []
        : [{ file: 'documents.yaml', path: ['documents', place], code: 'document-unknown', text: id }],
    ),
  ];
}

function at({ file, path }: PlacedRule, code: FindingCode, text: string): Finding {
  return { file, path, code, text };
}

function wrongIn(pack: Pack, members: Members): readonly Wrong[] {
  return [
    ...wrongPattern(pack, members),
    ...unknownNames(
      'parameter-unknown',
      members['is'] === undefined ? [] : textsIn(members['parameter']),
      pack.parameters.map(({ name }) => name),
    ),
    ...unknownNames('document-unknown', textsIn(members['held']), pack.documentIds),
    ...unknownNames(
      'guard-unknown',
      [...textsIn(members['guards']), ...textsIn(members['guard'])],
      pack.guards.map(({ id }) => id),
    ),
    ...unknownNames(
      'deadline-unknown',
      deadlinesNamed(members),
      pack.deadlines.map(({ ref }) => ref),
    ),
    ...wrongStages(pack, members),
  ];
}

function unknownNames(code: FindingCode, names: readonly string[], known: readonly string[]): readonly Wrong[] {
  return names.filter((name) => !known.includes(name)).map((name) => [code, name]);
}

function deadlinesNamed(members: Members): readonly string[] {
  const inCondition = [
    'deadline',
    'within',
    'meets',
    'missedBefore',
    'dueOn',
    'givesWayTo',
    'onlyIfMissed',
    'due',
    'after',
  ].flatMap((key) => textsIn(members[key]));
  return inCondition;
}

function wrongPattern(pack: Pack, members: Members): readonly Wrong[] {
  const { name } = members;
  if (typeof name !== 'string' || !Object.keys(members).every((key) => ['name', 'where', 'permit'].includes(key)))
    return [];
  const fact = pack.facts.find((rule) => rule.name === name);
  if (fact === undefined) return [['fact-unknown', name]];
  const wrong: Wrong[] = pack.usesFacts.includes(name) ? [] : [['fact-unknown', `${name} is not in facts.yaml`]];
  for (const [field, values] of Object.entries(members['where'] ?? {})) {
    const rule = fact.fields.find((one) => one.name === field);
    if (rule === undefined) wrong.push(['field-unknown', `${name} has no field ${field}`]);
    for (const value of textsIn(values)) {
      if (rule?.choices !== undefined && !rule.choices.includes(value))
        wrong.push(['field-unknown', `${name}: ${field} cannot be ${value}`]);
    }
  }
  return wrong;
}

function wrongStages(pack: Pack, members: Members): readonly Wrong[] {
  if (typeof members['track'] !== 'string' || members['stage'] === undefined) return [];
  const track = pack.tracks.find(({ id }) => id === members['track']);
  if (track === undefined) return [['stage-unknown', `no track ${members['track']}`]];
  return unknownNames(
    'stage-unknown',
    textsIn(members['stage']),
    track.stages.map(({ id }) => id),
  );
}
