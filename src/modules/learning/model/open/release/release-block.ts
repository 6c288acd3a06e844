import type { RichText } from '#kernel/content';
import type { BlockSource, BlockSourceOf } from '../source/block-source.ts';
import type { BlockOf, ReleasedBlock } from './released-block.ts';

/** The words of one block, by the field they stand under, and where its pictures can be fetched. */
export interface BlockWords {
  media(name: string): string;
  plain(field: string): string;
  rich(field: string): RichText;
  /** What somebody in the course is called. */
  person(id: string): string;
  /** The block elsewhere whose stories a vignette repeats. */
  told(block: BlockSourceOf<'vignette'>): {
    readonly block: Extract<BlockSourceOf<'vignette'>, { readonly phase: 'before' }>;
    rich(field: string): RichText;
  };
}

/** What is left of a block without what all have. */
type Own<Block> = Block extends unknown ? Omit<Block, 'id' | 'optional' | 'heavy' | 'when'> : never;

/** A block with its words. */
export function releaseBlock(block: BlockSource, words: BlockWords): ReleasedBlock {
  const { when } = block;
  return {
    id: block.id,
    optional: block.optional === true,
    heavy: block.heavy ?? null,
    when:
      when === undefined
        ? null
        : 'workplace' in when
          ? { workplaces: when.workplace }
          : { decided: when.decided, endings: when.ending },
    ...ownPart(block, words),
  };
}

function ownPart(block: BlockSource, words: BlockWords): Own<ReleasedBlock> {
  const { plain, rich, media } = words;
  switch (block.type) {
    case 'text':
      return { type: 'text', level: block.level ?? 'plain', body: rich('body') };
    case 'figure':
      return {
        type: 'figure',
        media: media(block.media),
        alt: block.decorative === true ? null : plain('alt'),
        caption: block.caption === true ? rich('caption') : null,
        long: block.long === true ? rich('long') : null,
      };
    case 'dialogue':
      return dialoguePart(block, words);
    case 'reflection':
      return { type: 'reflection', prompt: rich('prompt'), hint: block.hint === true ? rich('hint') : null };
    case 'help':
      return { type: 'help', kind: block.kind, body: rich('body'), slots: block.slots };
    case 'slot':
      return { type: 'slot', slot: block.slot };
    case 'term':
      return { type: 'term', term: block.term };
    case 'takeaway': {
      const cards = block.cards.map((id) => ({
        id,
        title: plain(`cards.${id}.title`),
        body: rich(`cards.${id}.body`),
      }));
      return { type: 'takeaway', cards };
    }
    default:
      return taskPart(block, words);
  }
}

type Task = BlockSourceOf<'decision' | 'hotspot' | 'sort' | 'check' | 'spotting' | 'vignette'>;

function taskPart(block: Task, words: BlockWords): Own<ReleasedBlock> {
  switch (block.type) {
    case 'decision':
      return decisionPart(block, words);
    case 'hotspot':
      return hotspotPart(block, words);
    case 'sort':
      return sortPart(block, words);
    case 'check':
      return checkPart(block, words);
    case 'spotting': {
      const items = block.items.map((item) => ({ ...item, ...explained(words, `items.${item.id}`) }));
      return { type: 'spotting', setting: words.rich('setting'), items };
    }
    case 'vignette':
      return vignettePart(block, words);
  }
}

function explained({ rich }: BlockWords, field: string): { readonly text: RichText; readonly why: RichText } {
  return { text: rich(`${field}.text`), why: rich(`${field}.why`) };
}

function dialoguePart(block: BlockSourceOf<'dialogue'>, { plain, rich, person }: BlockWords): Own<BlockOf<'dialogue'>> {
  const turns = block.turns.map(({ who, say, tone }) => ({
    who: person(who),
    tone: tone === undefined ? null : plain(tone),
    say: rich(say),
  }));
  return { type: 'dialogue', intro: rich('intro'), turns };
}

function decisionPart(block: BlockSourceOf<'decision'>, { plain, rich, person }: BlockWords): Own<BlockOf<'decision'>> {
  const nodes = block.nodes.map(({ id, who, choices }) => ({
    id,
    who: who === undefined ? null : person(who),
    situation: rich(`nodes.${id}`),
    choices: choices.map((choice) => ({ ...choice, text: plain(`choices.${id}.${choice.id}`) })),
  }));
  const endings = block.endings.map(({ id, outcome }) => ({
    ...{ id, outcome },
    consequence: rich(`endings.${id}.consequence`),
    why: rich(`endings.${id}.why`),
  }));
  return { type: 'decision', intro: rich('intro'), start: block.start, nodes, endings };
}

function hotspotPart(block: BlockSourceOf<'hotspot'>, { plain, rich, media }: BlockWords): Own<BlockOf<'hotspot'>> {
  const spots = block.spots.map((spot) => ({
    ...spot,
    label: plain(`spots.${spot.id}.label`),
    tell: rich(`spots.${spot.id}.tell`),
  }));
  return { type: 'hotspot', media: media(block.media), alt: plain('alt'), prompt: rich('prompt'), spots };
}

function sortPart(block: BlockSourceOf<'sort'>, words: BlockWords): Own<BlockOf<'sort'>> {
  const groups = block.groups.map((group) => ({ id: group, name: words.plain(`groups.${group}`) }));
  const cards = block.cards.map(({ id, group }) => ({ ...{ id, group }, ...explained(words, `cards.${id}`) }));
  return { type: 'sort', prompt: words.rich('prompt'), groups, cards };
}

function checkPart(block: BlockSourceOf<'check'>, words: BlockWords): Own<BlockOf<'check'>> {
  const options = block.options.map(({ id, right, place }) => ({
    id,
    right: right === true,
    place: place ?? null,
    partner: block.kind === 'match' ? words.plain(`options.${id}.partner`) : null,
    ...explained(words, `options.${id}`),
  }));
  const { kind, bank = null, objectives = [] } = block;
  return { type: 'check', kind, bank, objective: objectives[0] ?? null, prompt: words.rich('prompt'), options };
}

function vignettePart(block: BlockSourceOf<'vignette'>, words: BlockWords): Own<BlockOf<'vignette'>> {
  const told = words.told(block);
  const items = told.block.items.map(({ id, signal }) => ({
    ...{ id, signal },
    text: told.rich(`items.${id}.text`),
    why: block.phase === 'after' ? words.rich(`items.${id}.why`) : null,
  }));
  return { type: 'vignette', phase: block.phase, form: told.block.form, prompt: words.rich('prompt'), items };
}
