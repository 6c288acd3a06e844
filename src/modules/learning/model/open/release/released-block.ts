import type { RichText } from '#kernel/content';
import type { PartId } from '../source/part-id.ts';

interface Common {
  readonly id: PartId;
  readonly optional: boolean;
  /** Id of the notice that stands before it, with a way past it. */
  readonly heavy: string | null;
  /** Whom it is for; null for all. */
  readonly when:
    | { readonly workplaces: readonly string[] }
    | { readonly decided: string; readonly endings: readonly string[] }
    | null;
}

/** A block with its words. */
export type ReleasedBlock = Common &
  (
    | { readonly type: 'text'; readonly level: 'plain' | 'lead' | 'quote'; readonly body: RichText }
    | {
        readonly type: 'figure';
        /** Where the picture can be fetched. */
        readonly media: string;
        /** Null where the picture says nothing that the words beside it do not. */
        readonly alt: string | null;
        readonly caption: RichText | null;
        readonly long: RichText | null;
      }
    | {
        readonly type: 'dialogue';
        readonly intro: RichText;
        readonly turns: readonly { readonly who: string; readonly tone: string | null; readonly say: RichText }[];
      }
    | {
        readonly type: 'decision';
        readonly intro: RichText;
        readonly start: string;
        readonly nodes: readonly DecisionNode[];
        readonly endings: readonly DecisionEnding[];
      }
    | {
        readonly type: 'hotspot';
        readonly media: string;
        readonly alt: string;
        readonly prompt: RichText;
        readonly spots: readonly Hotspot[];
      }
    | {
        readonly type: 'sort';
        readonly prompt: RichText;
        readonly groups: readonly { readonly id: PartId; readonly name: string }[];
        readonly cards: readonly SortCard[];
      }
    | {
        readonly type: 'check';
        readonly kind: 'single' | 'multiple' | 'order' | 'match';
        readonly bank: string | null;
        /** What a round draws one question for. */
        readonly objective: string | null;
        readonly prompt: RichText;
        readonly options: readonly CheckOption[];
      }
    | { readonly type: 'spotting'; readonly setting: RichText; readonly items: readonly SpottingItem[] }
    | {
        readonly type: 'vignette';
        readonly phase: 'before' | 'after';
        readonly form: 'A' | 'B';
        readonly prompt: RichText;
        readonly items: readonly VignetteItem[];
      }
    | { readonly type: 'reflection'; readonly prompt: RichText; readonly hint: RichText | null }
    | {
        readonly type: 'help';
        readonly kind: 'person-now' | 'learner' | 'advice';
        readonly body: RichText;
        readonly slots: readonly string[];
      }
    | { readonly type: 'slot'; readonly slot: string }
    | { readonly type: 'term'; readonly term: string }
    | {
        readonly type: 'takeaway';
        readonly cards: readonly { readonly id: PartId; readonly title: string; readonly body: RichText }[];
      }
  );

export interface DecisionNode {
  readonly id: PartId;
  /** Who speaks, where somebody does. */
  readonly who: string | null;
  readonly situation: RichText;
  readonly choices: readonly { readonly id: PartId; readonly text: string; readonly goto: string }[];
}

export interface DecisionEnding {
  readonly id: PartId;
  readonly outcome: 'safe' | 'uncertain' | 'harmful';
  readonly consequence: RichText;
  readonly why: RichText;
}

/** A place in a picture; `shape` in hundredths of its width and height, from its upper left corner. */
export interface Hotspot {
  readonly id: PartId;
  readonly shape: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly label: string;
  readonly tell: RichText;
  readonly relevant: boolean;
}

export interface SortCard {
  readonly id: PartId;
  readonly text: RichText;
  readonly group: string;
  readonly why: RichText;
}

export interface CheckOption {
  readonly id: PartId;
  readonly text: RichText;
  readonly right: boolean;
  /** From 1, where options have an order. */
  readonly place: number | null;
  /** What it belongs with, where options are matched. */
  readonly partner: string | null;
  readonly why: RichText;
}

export interface SpottingItem {
  readonly id: PartId;
  readonly text: RichText;
  /** A weak one alone counts as none. */
  readonly signal: 'strong' | 'medium' | 'weak' | 'none';
  readonly why: RichText;
}

export interface VignetteItem {
  readonly id: PartId;
  readonly text: RichText;
  readonly signal: boolean;
  /** Told afterwards alone. */
  readonly why: RichText | null;
}

/** A block of one kind. */
export type BlockOf<Type extends ReleasedBlock['type']> = Extract<ReleasedBlock, { readonly type: Type }>;

/** Every text of a block, wherever it stands in it. */
export function blockTexts(block: ReleasedBlock): readonly RichText[] {
  switch (block.type) {
    case 'text':
    case 'help':
      return [block.body];
    case 'figure':
      return [block.caption ?? [], block.long ?? []];
    case 'dialogue':
      return [block.intro, ...block.turns.map(({ say }) => say)];
    case 'decision':
      return [
        block.intro,
        ...block.nodes.map(({ situation }) => situation),
        ...block.endings.flatMap(({ consequence, why }) => [consequence, why]),
      ];
    case 'hotspot':
      return [block.prompt, ...block.spots.map(({ tell }) => tell)];
    case 'sort':
      return [block.prompt, ...block.cards.flatMap(({ text, why }) => [text, why])];
    case 'check':
      return [block.prompt, ...block.options.flatMap(({ text, why }) => [text, why])];
    case 'spotting':
      return [block.setting, ...block.items.flatMap(({ text, why }) => [text, why])];
    case 'vignette':
      return [block.prompt, ...block.items.flatMap(({ text, why }) => [text, why ?? []])];
    case 'reflection':
      return [block.prompt, block.hint ?? []];
    case 'takeaway':
      return block.cards.map(({ body }) => body);
    case 'slot':
    case 'term':
      return [];
  }
}
