import type { BlockSource } from '../source/block-source.ts';
import type { CourseSource } from '../source/course-source.ts';
import { blockSource } from '../source/block-source.ts';
import type { PartId } from '../source/part-id.ts';

/** Every type of block that can be added, in the order in which they are offered. */
export const blockTypes = [
  'text',
  'figure',
  'dialogue',
  'decision',
  'hotspot',
  'sort',
  'check',
  'spotting',
  'vignette',
  'reflection',
  'help',
  'slot',
  'term',
  'takeaway',
] as const satisfies readonly BlockSource['type'][];

/**
 * A new block of a type, as small as its shape allows; its sentences are still to be written. Null where the course has nothing yet that
 * such a block shows: a picture, a slot, a term.
 */
export function freshBlock(source: CourseSource, type: BlockSource['type'], id: PartId): BlockSource | null {
  const read = blockSource.safeParse({ id, type, ...bones[type](source) });
  return read.data ?? null;
}

type Bones = Readonly<Record<string, unknown>>;

const firstPicture = ({ mediaThere }: CourseSource) => ({ media: [...mediaThere.keys()][0] });

/** A task is for an objective: the first one, until the author says which. */
const aimed = ({ course: { objectives } }: CourseSource): Bones =>
  objectives.length > 0 ? { objectives: objectives.slice(0, 1) } : {};

/** What a new block of a type says beside its id. */
const bones: Readonly<Record<BlockSource['type'], (source: CourseSource) => Bones>> = {
  text: () => ({}),
  figure: firstPicture,
  dialogue: (source) => {
    const [one = 'you', other = 'colleague'] = peopleOf(source);
    const turns = [one, other].map((who, at) => ({ who, say: `t${String(at + 1)}` }));
    return { people: [one, other], turns };
  },
  decision: (source) => ({
    ...aimed(source),
    start: 'n1',
    nodes: [{ id: 'n1', choices: ['good', 'harm'].map((goto, at) => ({ id: letters[at], goto })) }],
    endings: [
      { id: 'good', outcome: 'safe' },
      { id: 'harm', outcome: 'harmful' },
    ],
  }),
  hotspot: (source) => ({ ...firstPicture(source), spots: [spotAt('a', 5, true), spotAt('b', 60, false)] }),
  sort: (source) => {
    const groups = ['one', 'other'];
    return { ...aimed(source), groups, cards: [0, 1, 2].map((at) => ({ id: letters[at], group: groups[at % 2] })) };
  },
  check: (source) => ({
    ...aimed(source),
    kind: 'single',
    options: [{ id: 'a', right: true }, { id: 'b' }, { id: 'c' }],
  }),
  spotting: (source) => ({
    ...aimed(source),
    items: ['strong', 'none', 'medium', 'weak'].map((signal, at) => ({ id: letters[at], signal })),
  }),
  vignette: () => ({
    phase: 'before',
    form: 'A',
    items: [
      { id: 'a', signal: true },
      { id: 'b', signal: false },
    ],
  }),
  reflection: () => ({}),
  help: ({ slots }) => ({ kind: 'learner', slots: Object.keys(slots).slice(0, 1) }),
  slot: ({ slots }) => ({ slot: Object.keys(slots)[0] }),
  term: ({ glossary }) => ({ term: Object.keys(glossary)[0] }),
  takeaway: () => ({ cards: ['a'] }),
};

const letters = ['a', 'b', 'c', 'd'];

function spotAt(id: string, x: number, relevant: boolean) {
  return { id, shape: { x, y: 10, w: 20, h: 20 }, relevant };
}

/** Everybody who speaks in the course, by id. */
export function peopleOf({ scenes }: Pick<CourseSource, 'scenes'>): readonly string[] {
  const blocks = [...scenes.values()].flatMap((scene) => scene.blocks);
  return [...new Set(blocks.flatMap((block) => (block.type === 'dialogue' ? block.people : [])))];
}
