import { canonicalJson, type CanonicalValue } from '#platform/base';
import type { Pack } from '#kernel/procedures';
import type { Finding } from './finding.ts';

type Track = Pack['tracks'][number];

/** Stages that cannot be reached or left, steps to stages that are none, and steps told twice. */
export function checkStages(pack: Pack): readonly Finding[] {
  return pack.tracks.flatMap((track, place) => [
    ...unknownStages(track, place),
    ...unreachable(track, place),
    ...withoutExit(track, place),
    ...twice(track, place),
  ]);
}

function known(track: Track): ReadonlySet<string> {
  return new Set(track.stages.map(({ id }) => id));
}

function unknownStages(track: Track, place: number): readonly Finding[] {
  const stages = known(track);
  const rows = [
    ...track.transitions.map((row, index) => ({ row, kind: 'transitions', index })),
    ...track.timers.map((row, index) => ({ row, kind: 'timers', index })),
  ];
  return rows.flatMap(({ row, kind, index }) => {
    const named = [...(row.from === 'any' ? [] : row.from), ...(row.to === undefined ? [] : [row.to])];
    return named
      .filter((stage) => !stages.has(stage))
      .map((stage): Finding => ({
        file: 'stages.yaml',
        path: ['tracks', place, kind, index],
        code: 'stage-unknown',
        text: stage,
      }));
  });
}

function unreachable(track: Track, place: number): readonly Finding[] {
  const reached = new Set([track.initial]);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const { from, to } of [...track.transitions, ...track.timers]) {
      if (to !== undefined && (from === 'any' || from.some((stage) => reached.has(stage)))) reached.add(to);
    }
  }
  return track.stages.flatMap(({ id }, index): readonly Finding[] =>
    reached.has(id)
      ? []
      : [
          {
            file: 'stages.yaml',
            path: ['tracks', place, 'stages', index],
            code: 'stage-unreachable',
            text: `${track.id} never comes to ${id}`,
          },
        ],
  );
}

function withoutExit(track: Track, place: number): readonly Finding[] {
  const rows = [...track.transitions, ...track.timers].filter(({ to }) => to !== undefined);
  return track.stages.flatMap((stage, index): readonly Finding[] => {
    const left = rows.some(({ from, to }) => to !== stage.id && (from === 'any' || from.includes(stage.id)));
    if (left || stage.ending === true) return [];
    return [
      {
        file: 'stages.yaml',
        path: ['tracks', place, 'stages', index],
        code: 'stage-without-exit',
        text: `nothing leads on from ${stage.id}, and it is no ending`,
      },
    ];
  });
}

function twice(track: Track, place: number): readonly Finding[] {
  const seen = new Set<string>();
  return track.transitions.flatMap(({ from, by, when }, index) => {
    const stages = from === 'any' ? ['any'] : from;
    const told = stages.flatMap((stage) => by.map((pattern) => keyOf({ stage, pattern, when: when ?? null })));
    const again = told.some((key) => seen.has(key));
    for (const key of told) seen.add(key);
    const finding: Finding = {
      file: 'stages.yaml',
      path: ['tracks', place, 'transitions', index],
      code: 'transition-twice',
      text: 'the same fact under the same condition has a row already',
    };
    return again ? [finding] : [];
  });
}

function keyOf(value: object): string {
  // Patterns and conditions are made of strings, booleans, lists and objects without undefined members.
  return canonicalJson(value as CanonicalValue);
}
