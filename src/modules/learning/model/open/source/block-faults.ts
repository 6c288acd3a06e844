import type { BlockSource, BlockSourceOf } from './block-source.ts';
import type { CourseFinding } from './course-finding.ts';
import { decisionWays } from './decision-ways.ts';

/** What is wrong within one block, with the way to it in the block. */
export type BlockFault = Pick<CourseFinding, 'code' | 'path' | 'text'>;

/** Ids twice, references that lead nowhere, answers that do not fit the question, ways that never end. */
export function blockFaults(block: BlockSource): readonly BlockFault[] {
  switch (block.type) {
    case 'dialogue':
      return [
        ...twice(block.people, (one) => one, 'people'),
        ...twice(block.turns, ({ say }) => say, 'turns'),
        ...unknownOf(block.turns, ({ who }) => who, block.people, ['turns', 'who'], 'is not among the people'),
      ];
    case 'decision':
      return decisionFaults(block);
    case 'hotspot':
      return [
        ...twice(block.spots, ({ id }) => id, 'spots'),
        ...block.spots.flatMap(({ shape: { x, y, w, h } }, index): readonly BlockFault[] =>
          x + w <= 100 && y + h <= 100
            ? []
            : [{ code: 'reference-unknown', path: ['spots', index, 'shape'], text: 'it reaches out of the picture' }],
        ),
      ];
    case 'sort':
      return [
        ...twice(block.groups, (one) => one, 'groups'),
        ...twice(block.cards, ({ id }) => id, 'cards'),
        ...unknownOf(block.cards, ({ group }) => group, block.groups, ['cards', 'group'], 'is not among the groups'),
      ];
    case 'check':
      return [...twice(block.options, ({ id }) => id, 'options'), ...answersUnfit(block)];
    case 'spotting':
      return [...twice(block.items, ({ id }) => id, 'items'), ...lopsided(block)];
    case 'vignette':
      return block.phase === 'before' ? twice(block.items, ({ id }) => id, 'items') : [];
    case 'takeaway':
      return twice(block.cards, (one) => one, 'cards');
    default:
      return [];
  }
}

function decisionFaults(block: BlockSourceOf<'decision'>): readonly BlockFault[] {
  const places = [...block.nodes, ...block.endings].map(({ id }) => id);
  const { ways, tooLong } = decisionWays(block);
  const lost = (path: readonly PropertyKey[], text: string): BlockFault => ({ code: 'way-lost', path, text });
  const met = new Set(ways.flatMap(({ steps, ending }) => [...steps.map(({ node }) => node), ending]));
  const unmet = (name: 'nodes' | 'endings'): readonly BlockFault[] =>
    block[name].flatMap(({ id }, index) =>
      met.has(id) ? [] : [lost([name, index], `no way from the start to an ending comes by ${id}`)],
    );
  const safe = block.endings.some(({ id, outcome }) => outcome === 'safe' && met.has(id));
  return [
    ...places.flatMap((id, index) =>
      places.indexOf(id) < index
        ? [{ code: 'id-twice' as const, path: ['nodes'], text: `there is another ${id}` }]
        : [],
    ),
    ...(places.includes(block.start) ? [] : [lost(['start'], `there is no ${block.start}`)]),
    ...block.nodes.flatMap(({ choices }, index) => [
      ...twice(choices, ({ id }) => id, 'choices').map((fault) => ({
        ...fault,
        path: ['nodes', index, ...fault.path],
      })),
      ...unknownOf(choices, ({ goto }) => goto, places, ['choices', 'goto'], 'is no node and no ending').map(
        (fault) => ({
          ...fault,
          path: ['nodes', index, ...fault.path],
        }),
      ),
    ]),
    ...unmet('nodes'),
    ...unmet('endings'),
    ...(tooLong ? [lost(['nodes'], 'a way goes in a circle, or takes more than five steps')] : []),
    ...(safe ? [] : [lost(['endings'], 'no ending is safe')]),
  ];
}

function answersUnfit({ kind, options }: BlockSourceOf<'check'>): readonly BlockFault[] {
  const right = options.filter((option) => option.right === true).length;
  const places = options.map(({ place }) => place ?? 0).toSorted((left, right) => left - right);
  const placed = places.every((place, index) => place === index + 1);
  const bare = places.every((place) => place === 0);
  const fits = {
    single: right === 1 && bare,
    multiple: right > 0 && bare,
    order: right === 0 && placed,
    match: right === 0 && bare,
  }[kind];
  const text = {
    single: 'exactly one option is right',
    multiple: 'at least one option is right',
    order: 'every option has its place, from 1 on',
    match: 'options that are matched are neither right nor placed',
  }[kind];
  return fits ? [] : [{ code: 'answers-unfit', path: ['options'], text }];
}

/** Two to three of five items are no signals: who marks everything must be wrong as often as right (learning design, 2.3). */
function lopsided({ items }: BlockSourceOf<'spotting'>): readonly BlockFault[] {
  const idle = items.filter(({ signal }) => signal === 'none' || signal === 'weak').length / items.length;
  const text = `${String(Math.round(idle * 100))} % of the items are no signals; 40 to 60 are needed`;
  return idle >= 0.4 && idle <= 0.6 ? [] : [{ code: 'signals-lopsided', path: ['items'], text }];
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
