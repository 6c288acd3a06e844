import type { BlockSource } from './block-source.ts';
import type { CourseFinding, CourseFindingCode } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';
import type { PartId } from './part-id.ts';

/** Structure: unique ids, every reference leads somewhere, no file that nothing uses (learning design, 2.4, 1). */
export function checkStructure(source: CourseSource): readonly CourseFinding[] {
  return [...scenesFit(source), ...[...source.scenes].flatMap(([id]) => sceneFits(source, id)), ...mediaFit(source)];
}

function scenesFit({ course, scenes }: CourseSource): readonly CourseFinding[] {
  const at = (code: CourseFindingCode, index: number, text: string): CourseFinding => ({
    code,
    file: 'course.yaml',
    path: ['outline', index],
    text,
  });
  return [
    ...course.outline.flatMap((id, index) => [
      ...(scenes.has(id) ? [] : [at('scene-missing', index, `there is no file for the scene ${id}`)]),
      ...(course.outline.indexOf(id) < index ? [at('id-twice', index, `the outline names ${id} twice`)] : []),
    ]),
    ...[...scenes]
      .filter(([id]) => !course.outline.includes(id))
      .map(([id, { file }]) => ({
        code: 'scene-unlisted' as const,
        file,
        path: [],
        text: `the outline does not name ${id}`,
      })),
  ];
}

function sceneFits({ course, scenes }: CourseSource, id: PartId): readonly CourseFinding[] {
  const scene = scenes.get(id);
  if (scene === undefined) return [];
  const at = (code: CourseFindingCode, path: readonly PropertyKey[], text: string): CourseFinding => ({
    code,
    file: scene.file,
    path,
    text,
  });
  const ids = scene.blocks.map((block) => block.id);
  const unknown = (named: readonly string[] | undefined, path: readonly PropertyKey[]): readonly CourseFinding[] =>
    (named ?? []).flatMap((objective, index) =>
      course.objectives.includes(objective)
        ? []
        : [at('objective-unknown', [...path, index], `course.yaml has no objective ${objective}`)],
    );
  return [
    ...unknown(scene.objectives, ['objectives']),
    ...scene.blocks.flatMap((block, index) => [
      ...(ids.indexOf(block.id) < index
        ? [at('id-twice', ['blocks', index, 'id'], `there is another ${block.id}`)]
        : []),
      ...unknown(block.objectives, ['blocks', index, 'objectives']),
      ...(block.when?.workplace ?? []).flatMap((place, which) =>
        course.audience.includes(place)
          ? []
          : [at('reference-unknown', ['blocks', index, 'when', 'workplace', which], `the audience has no ${place}`)],
      ),
      ...faultsOf(block).map(({ code, path, text }) => at(code, ['blocks', index, ...path], text)),
    ]),
  ];
}

type BlockFault = Pick<CourseFinding, 'code' | 'path' | 'text'>;

function faultsOf(block: BlockSource): readonly BlockFault[] {
  switch (block.type) {
    case 'dialogue':
      return [
        ...twice(block.people, (one) => one, 'people'),
        ...twice(block.turns, ({ say }) => say, 'turns'),
        ...unknownOf(block.turns, ({ who }) => who, block.people, ['turns', 'who'], 'is not among the people'),
      ];
    case 'sort':
      return [
        ...twice(block.groups, (one) => one, 'groups'),
        ...twice(block.cards, ({ id }) => id, 'cards'),
        ...unknownOf(block.cards, ({ group }) => group, block.groups, ['cards', 'group'], 'is not among the groups'),
      ];
    case 'check': {
      const right = block.options.filter((option) => option.right === true).length;
      const fits = block.kind === 'single' ? right === 1 : right > 0;
      const text = block.kind === 'single' ? 'exactly one option is right' : 'at least one option is right';
      const unfit = { code: 'answers-unfit', path: ['options'], text } as const;
      return [...twice(block.options, ({ id }) => id, 'options'), ...(fits ? [] : [unfit])];
    }
    default:
      return [];
  }
}

function twice<Part>(parts: readonly Part[], idOf: (part: Part) => string, name: string): readonly BlockFault[] {
  const ids = parts.map(idOf);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index ? [{ code: 'id-twice', path: [name, index], text: `there is another ${id}` }] : [],
  );
}

function unknownOf<Part>(
  parts: readonly Part[],
  idOf: (part: Part) => string,
  known: readonly string[],
  [name, field]: readonly [string, string],
  words: string,
): readonly BlockFault[] {
  return parts.flatMap((part, index) =>
    known.includes(idOf(part))
      ? []
      : [{ code: 'reference-unknown', path: [name, index, field], text: `${idOf(part)} ${words}` }],
  );
}

function mediaFit({ scenes, media, mediaThere }: CourseSource): readonly CourseFinding[] {
  const used = new Set<string>();
  const missing = [...scenes.values()].flatMap(({ file, blocks }) =>
    blocks.flatMap((block, index): readonly CourseFinding[] => {
      if (block.type !== 'figure') return [];
      used.add(block.media);
      const text = `there is no media/${block.media}`;
      return mediaThere.has(block.media)
        ? []
        : [{ code: 'medium-missing', file, path: ['blocks', index, 'media'], text }];
    }),
  );
  const at = (code: CourseFindingCode, path: readonly PropertyKey[], text: string): CourseFinding => ({
    code,
    file: 'media/media.yaml',
    path,
    text,
  });
  const there = [...mediaThere];
  return [
    ...missing,
    ...there.filter((name) => !used.has(name)).map((name) => at('medium-unused', [], `no block shows ${name}`)),
    ...there
      .filter((name) => !Object.hasOwn(media, name))
      .map((name) => at('medium-unlisted', [], `whose ${name} is, and what it shows, is not said`)),
    ...Object.entries(media).flatMap(([name, { depicts, consent }]) => [
      ...(mediaThere.has(name) ? [] : [at('medium-missing', [name], `there is no media/${name}`)]),
      ...(depicts === 'people' && consent === undefined
        ? [at('consent-missing', [name], 'where the people in it agreed is not said')]
        : []),
    ]),
  ];
}
