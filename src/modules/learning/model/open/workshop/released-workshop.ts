import type { RichText } from '#kernel/content';
import type { SignOffRole } from '../release/released-course.ts';
import type { PartId } from '../source/part-id.ts';
import type { WorkshopFile, WorkshopPart } from './workshop-source.ts';

/** A workshop in one language as whoever gives it opens it: the facilitator pack. */
export interface ReleasedWorkshop extends Pick<
  WorkshopFile,
  'id' | 'version' | 'licence' | 'credit' | 'course' | 'kind' | 'minutes' | 'people'
> {
  readonly language: string;
  readonly title: string;
  readonly lead: RichText;
  readonly objectives: readonly { readonly id: PartId; readonly text: string }[];
  readonly needs: readonly { readonly id: PartId; readonly when: 'month' | 'week' | 'day'; readonly text: RichText }[];
  readonly parts: readonly ReleasedPart[];
  readonly slides: readonly ReleasedSlide[];
  readonly cards: readonly ReleasedCard[];
  readonly questions: readonly { readonly id: PartId; readonly asked: string; readonly answer: RichText }[];
  readonly pages: readonly ReleasedPage[];
  readonly evaluation: readonly { readonly id: PartId; readonly text: string }[];
  /** By id, those that texts name. */
  readonly sources: Readonly<
    Record<
      string,
      { readonly title: string; readonly publisher: string; readonly address: string; readonly accessed: string }
    >
  >;
  /** Who has not signed this version in this language; nobody where it may be given without a word about that. */
  readonly unsigned: readonly SignOffRole[];
}

/** A part of the day; its steps begin so many minutes after the whole. */
export interface ReleasedPart extends Pick<WorkshopPart, 'id' | 'minutes' | 'method'> {
  readonly heavy: boolean;
  readonly title: string;
  readonly aim: RichText;
  readonly from: number;
  readonly steps: readonly {
    readonly id: PartId;
    readonly from: number;
    readonly minutes: number;
    readonly todo: RichText;
    readonly say: RichText | null;
    readonly slide: PartId | null;
    readonly cards: readonly PartId[];
  }[];
}

/** What is shown on the wall, and what only who leads sees. */
export interface ReleasedSlide {
  readonly id: PartId;
  readonly title: string;
  readonly body: RichText;
  readonly notes: RichText;
}

/** What is given out; notes are for whoever leads. */
export interface ReleasedCard extends ReleasedSlide {
  readonly kind: WorkshopFile['cards'][number]['kind'];
}

export interface ReleasedPage {
  readonly id: PartId;
  readonly kind: WorkshopFile['pages'][number]['kind'];
  readonly title: string;
  readonly body: RichText;
}
