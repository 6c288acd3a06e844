import { blockFaults, type BlockFault } from './block-faults.ts';
import type { BlockSource } from './block-source.ts';
import type { CourseFinding, CourseFindingCode } from './course-finding.ts';
import type { CourseSource } from './course-source.ts';
import type { PartId } from './part-id.ts';
import { vignetteItems } from './text-keys.ts';

/** Structure: unique ids, every reference leads somewhere, no file that nothing uses (learning design, 2.4, 1). */
export function checkStructure(source: CourseSource): readonly CourseFinding[] {
  return [
    ...lineageHolds(source),
    ...scenesFit(source),
    ...[...source.scenes].flatMap(([id]) => sceneFits(source, id)),
    ...mediaFit(source),
  ];
}

/** An adaptation names everybody whom its original named, and stays under a licence that asks for that (learning design, 2.6). */
function lineageHolds({ course: { lineage, credit, licence } }: CourseSource): readonly CourseFinding[] {
  if (lineage === undefined) return [];
  const lost = lineage.credit.filter((name) => !credit.includes(name));
  const alike = /-SA(-|$)/.test(lineage.licence);
  return [
    ...lost.map((name) => ({
      ...{ code: 'credit-lost' as const, file: 'course.yaml', path: ['credit'] },
      text: `the original was made by ${name}`,
    })),
    ...(alike && licence !== lineage.licence
      ? [
          {
            ...{ code: 'licence-unlike' as const, file: 'course.yaml', path: ['licence'] },
            text: `the original is under ${lineage.licence}, and so is what comes of it`,
          },
        ]
      : []),
  ];
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

function sceneFits(source: CourseSource, id: PartId): readonly CourseFinding[] {
  const { course, scenes } = source;
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
      ...workplacesOf(block).flatMap((place, which) =>
        course.audience.includes(place)
          ? []
          : [at('reference-unknown', ['blocks', index, 'when', 'workplace', which], `the audience has no ${place}`)],
      ),
      ...[...blockFaults(block), ...referencesFit(source, scene.blocks, index)].map(({ code, path, text }) =>
        at(code, ['blocks', index, ...path], text),
      ),
    ]),
  ];
}

function workplacesOf({ when }: BlockSource): readonly PartId[] {
  return when !== undefined && 'workplace' in when ? when.workplace : [];
}

/** Endings that a block waits for lie before it, and an after-vignette repeats one that was told before. */
function referencesFit(source: CourseSource, blocks: readonly BlockSource[], index: number): readonly BlockFault[] {
  const block = blocks[index];
  if (block === undefined) return [];
  const unknown = (path: readonly PropertyKey[], text: string): BlockFault => ({
    code: 'reference-unknown',
    path,
    text,
  });
  const { when } = block;
  const waits = when !== undefined && 'decided' in when ? when : null;
  const decision = blocks.slice(0, index).find(({ id }) => id === waits?.decided);
  const endings = decision?.type === 'decision' ? decision.endings.map(({ id }) => id) : null;
  const { glossary, slots } = source;
  const named = block.type === 'help' ? block.slots : block.type === 'slot' ? [block.slot] : [];
  return [
    ...(waits !== null && endings === null ? [unknown(['when'], `no decision ${waits.decided} lies before it`)] : []),
    ...(endings === null ? [] : (waits?.ending ?? []))
      .filter((ending) => endings?.every((one) => one !== ending))
      .map((ending) => unknown(['when', 'ending'], `${waits?.decided ?? ''} has no ending ${ending}`)),
    ...(block.type === 'vignette' && vignetteItems(source, block) === null
      ? [unknown(['from'], 'there are no stories to repeat')]
      : []),
    ...(block.type === 'term' && !Object.hasOwn(glossary, block.term)
      ? [unknown(['term'], `glossary.yaml has no ${block.term}`)]
      : []),
    ...named
      .filter((slot) => !Object.hasOwn(slots, slot))
      .map((slot) => unknown([block.type === 'slot' ? 'slot' : 'slots'], `slots.yaml has no ${slot}`)),
  ];
}

function mediaFit({ scenes, media, mediaThere }: CourseSource): readonly CourseFinding[] {
  const used = new Set<string>();
  const missing = [...scenes.values()].flatMap(({ file, blocks }) =>
    blocks.flatMap((block, index): readonly CourseFinding[] => {
      if (block.type !== 'figure' && block.type !== 'hotspot') return [];
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
  const there = [...mediaThere.keys()];
  return [
    ...missing,
    ...there.filter((name) => !used.has(name)).map((name) => at('medium-unused', [], `no block shows ${name}`)),
    ...there
      .filter((name) => !Object.hasOwn(media, name))
      .map((name) => at('medium-unlisted', [], `whose ${name} is, and what it shows, is not said`)),
    ...Object.entries(media).flatMap(([name, { people, consent }]) => [
      ...(mediaThere.has(name) ? [] : [at('medium-missing', [name], `there is no media/${name}`)]),
      ...(people === 'real' && consent === undefined
        ? [at('consent-missing', [name], 'where the people in it agreed is not said')]
        : []),
    ]),
  ];
}
