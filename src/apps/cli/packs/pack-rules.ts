import type { Pack } from '#kernel/procedures';
import type { Place } from './pack-sources.ts';

/** A rule of a pack with its place in the YAML. */
export interface PlacedRule extends Place {
  readonly value: object;
  /** Whether the rule must rest on a source. */
  readonly sourced: boolean;
}

/** Every rule of a pack, in the order of its files. */
export function rulesOf(pack: Pack): readonly PlacedRule[] {
  const list = (
    file: string,
    path: readonly PropertyKey[],
    values: readonly object[],
    sourced: boolean,
  ): readonly PlacedRule[] => values.map((value, place) => ({ file, path: [...path, place], value, sourced }));
  return [
    ...pack.tracks.flatMap((track, place) => [
      ...list('stages.yaml', ['tracks', place, 'transitions'], track.transitions, true),
      ...list('stages.yaml', ['tracks', place, 'timers'], track.timers, true),
      ...list('stages.yaml', ['tracks', place, 'quiet'], track.quiet, false),
      ...list('stages.yaml', ['tracks', place, 'refusedWith'], track.refusedWith, false),
    ]),
    ...list('stages.yaml', ['guards'], pack.guards, false),
    ...list('stages.yaml', ['next'], pack.next, true),
    ...(pack.permits === undefined ? [] : list('stages.yaml', ['permits'], [pack.permits], false)),
    ...list('deadlines.yaml', ['deadlines'], pack.deadlines, true),
    ...list('documents.yaml', ['documents'], pack.documents, true),
    ...list('standing.yaml', ['rights'], pack.rights, true),
    ...list('standing.yaml', ['obligations'], pack.obligations, true),
    ...pack.warnings.map((value, place) => ({
      file: 'standing.yaml',
      path: ['warnings', place],
      value,
      sourced: value.source !== undefined,
    })),
    ...(pack.figures ?? []).flatMap(({ values, ...figure }, place) => [
      { file: 'figures.yaml', path: ['figures', place], value: figure, sourced: false },
      ...values.map((value, row) => ({
        file: 'figures.yaml',
        path: ['figures', place, 'values', row],
        value,
        sourced: !('unknown' in value),
      })),
    ]),
    ...list('people.yaml', ['people'], pack.people ?? [], true),
  ];
}

/** Every object inside a value, the value itself first. */
export function insidesOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => insidesOf(one));
  if (typeof value !== 'object' || value === null) return [];
  // A non-null object that is no array has string keys and values of unknown type.
  const members = value as Readonly<Record<string, unknown>>;
  return [members, ...Object.values(members).flatMap((one) => insidesOf(one))];
}

/** The strings of a member that is a list, or one string. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
