import type { BlockSource } from '../../model/open/source/block-source.ts';

/** From what one chooses. */
export type PickFrom =
  'media' | 'slots' | 'terms' | 'people' | 'groups' | 'nodes' | 'places' | 'notices' | 'objectives' | 'banks';

/** One field of a form: what it changes, and how it is filled in. Texts have the key of what they stand in, and their own name behind it. */
export type FieldSpec =
  | { readonly kind: 'text'; readonly name: string; readonly label: string }
  | {
      readonly kind: 'pick';
      readonly at: string;
      readonly from: PickFrom;
      readonly optional?: true;
      readonly many?: true;
    }
  | { readonly kind: 'word'; readonly at: string; readonly words: readonly string[]; readonly optional?: true }
  | { readonly kind: 'flag'; readonly at: string }
  | { readonly kind: 'stories' }
  | { readonly kind: 'number'; readonly at: readonly string[]; readonly least: number; readonly most: number }
  | PartsSpec;

/** A list of parts: each can be added, moved and taken away. */
export interface PartsSpec {
  readonly kind: 'parts';
  readonly at: string;
  /** Key of the texts of one of them, within the block. */
  readonly keyOf: (name: string, within: string) => string;
  readonly fresh: (id: string, block: BlockSource) => unknown;
  readonly fields: readonly FieldSpec[];
  readonly least: number;
  readonly most: number;
}

const text = (name: string, label = name): FieldSpec => ({ kind: 'text', name, label });
const numbered = (at: string) => (id: string) => `${at}.${id}`;

const pairs = (at: string, fields: readonly FieldSpec[], least: number, fresh: PartsSpec['fresh']): PartsSpec => ({
  ...{ kind: 'parts', at, keyOf: numbered(at), fresh, least, most: 20 },
  fields: [text('text', at === 'options' ? 'answer' : 'text'), ...fields, text('why')],
});

const choices: PartsSpec = {
  ...{ kind: 'parts', at: 'choices', least: 2, most: 4 },
  keyOf: (id, within) => `choices.${within}.${id}`,
  fresh: (id, block) => ({ id, goto: block.type === 'decision' ? (block.endings[0]?.id ?? block.start) : '' }),
  fields: [text('', 'choice'), { kind: 'pick', at: 'goto', from: 'places' }],
};

/** The own fields of each type of block, in the order in which an author thinks of them. */
export const blockFields: Readonly<Record<BlockSource['type'], readonly FieldSpec[]>> = {
  text: [text('body'), { kind: 'word', at: 'level', words: ['plain', 'lead', 'quote'], optional: true }],
  figure: [
    { kind: 'pick', at: 'media', from: 'media' },
    { kind: 'flag', at: 'decorative' },
    text('alt'),
    { kind: 'flag', at: 'caption' },
    text('caption'),
    { kind: 'flag', at: 'long' },
    text('long'),
  ],
  dialogue: [
    text('intro'),
    { kind: 'pick', at: 'people', from: 'people', many: true },
    {
      ...{ kind: 'parts', at: 'turns', least: 2, most: 40, keyOf: (say: string) => say },
      fresh: (say, block) => ({ who: block.type === 'dialogue' ? block.people[0] : '', say }),
      fields: [{ kind: 'pick', at: 'who', from: 'people' }, text('', 'says')],
    },
  ],
  decision: [
    text('intro'),
    { kind: 'pick', at: 'start', from: 'nodes' },
    {
      ...{ kind: 'parts', at: 'nodes', least: 1, most: 12, keyOf: numbered('nodes') },
      fresh: (id, block) => ({
        id,
        choices: ['a', 'b'].map((choice) => ({
          id: choice,
          goto: block.type === 'decision' ? block.endings[0]?.id : '',
        })),
      }),
      fields: [text('', 'situation'), { kind: 'pick', at: 'who', from: 'people', optional: true }, choices],
    },
    {
      ...{ kind: 'parts', at: 'endings', least: 2, most: 12, keyOf: numbered('endings') },
      fresh: (id) => ({ id, outcome: 'uncertain' }),
      fields: [
        { kind: 'word', at: 'outcome', words: ['safe', 'uncertain', 'harmful'] },
        text('consequence'),
        text('why', 'whyEnding'),
      ],
    },
  ],
  hotspot: [
    { kind: 'pick', at: 'media', from: 'media' },
    text('prompt'),
    text('alt'),
    {
      ...{ kind: 'parts', at: 'spots', least: 2, most: 12, keyOf: numbered('spots') },
      fresh: (id) => ({ id, shape: { x: 40, y: 40, w: 20, h: 20 }, relevant: true }),
      fields: [
        text('label'),
        text('tell'),
        { kind: 'flag', at: 'relevant' },
        ...(['x', 'y'] as const).map((name): FieldSpec => ({
          kind: 'number',
          at: ['shape', name],
          least: 0,
          most: 100,
        })),
        ...(['w', 'h'] as const).map((name): FieldSpec => ({
          kind: 'number',
          at: ['shape', name],
          least: 9,
          most: 100,
        })),
      ],
    },
  ],
  sort: [
    text('prompt'),
    {
      ...{ kind: 'parts', at: 'groups', least: 2, most: 4, keyOf: numbered('groups') },
      fresh: (id) => id,
      fields: [text('', 'group')],
    },
    pairs('cards', [{ kind: 'pick', at: 'group', from: 'groups' }], 3, (id, block) => ({
      ...{ id, group: block.type === 'sort' ? block.groups[0] : '' },
    })),
  ],
  check: [
    text('prompt', 'question'),
    { kind: 'word', at: 'kind', words: ['single', 'multiple', 'order', 'match'] },
    {
      ...pairs('options', [], 2, (id) => ({ id })),
      fields: [
        text('text', 'answer'),
        { kind: 'flag', at: 'right' },
        { kind: 'number', at: ['place'], least: 1, most: 20 },
        text('partner'),
        text('why'),
      ],
    },
    { kind: 'pick', at: 'bank', from: 'banks', optional: true },
  ],
  spotting: [
    text('setting'),
    pairs('items', [{ kind: 'word', at: 'signal', words: ['strong', 'medium', 'weak', 'none'] }], 4, (id) => ({
      ...{ id, signal: 'none' },
    })),
  ],
  vignette: [
    text('prompt'),
    { kind: 'stories' },
    { kind: 'word', at: 'form', words: ['A', 'B'] },
    {
      ...pairs('items', [], 2, (id) => ({ id, signal: false })),
      fields: [text('text', 'story'), { kind: 'flag', at: 'signal' }],
    },
  ],
  reflection: [text('prompt'), { kind: 'flag', at: 'hint' }, text('hint')],
  help: [
    { kind: 'word', at: 'kind', words: ['person-now', 'learner', 'advice'] },
    text('body'),
    { kind: 'pick', at: 'slots', from: 'slots', many: true },
  ],
  slot: [{ kind: 'pick', at: 'slot', from: 'slots' }],
  term: [{ kind: 'pick', at: 'term', from: 'terms' }],
  takeaway: [
    {
      ...{ kind: 'parts', at: 'cards', least: 1, most: 8, keyOf: numbered('cards') },
      fresh: (id) => id,
      fields: [text('title'), text('body')],
    },
  ],
};

/** Fields that every block has. */
export const commonFields: readonly FieldSpec[] = [
  { kind: 'pick', at: 'objectives', from: 'objectives', many: true, optional: true },
  { kind: 'pick', at: 'heavy', from: 'notices', optional: true },
  { kind: 'flag', at: 'optional' },
];
