import type { GivenPage } from './given-page.ts';
import type { ReleasedCard, ReleasedWorkshop } from './released-workshop.ts';

/** Slides or cards of a facilitator pack as they are shown or handed out: without what is noted for whoever leads. */
export interface GivenSet extends Omit<GivenPage, 'body'> {
  readonly texts: readonly Pick<ReleasedCard, 'id' | 'title' | 'body'>[];
}

/** The set by language; kept with the session as it was when it was chosen. */
export type GivenSets = Readonly<Record<string, GivenSet>>;

/** Which set: all slides, or the cards of one kind. */
export interface SetToGive {
  readonly part: 'slides' | 'cards';
  readonly of: 'slides' | ReleasedCard['kind'];
  readonly count: number;
}

type Pack = Pick<ReleasedWorkshop, 'slides' | 'cards'>;

/** Sets of a pack that can be shown or handed out; none is empty. */
export function setsToGive({ slides, cards }: Pack): readonly SetToGive[] {
  const kinds = [...new Set(cards.map(({ kind }) => kind))];
  const all: readonly SetToGive[] = [
    { part: 'slides', of: 'slides', count: slides.length },
    ...kinds.map((of) => ({ part: 'cards' as const, of, count: cards.filter(({ kind }) => kind === of).length })),
  ];
  return all.filter(({ count }) => count > 0);
}

/** A set of a pack; null where it has no such one. */
export function givenSetOf(guide: ReleasedWorkshop, part: SetToGive['part'], of: string): GivenSet | null {
  if (!setsToGive(guide).some((one) => one.part === part && one.of === of)) return null;
  const all = part === 'slides' ? guide.slides : guide.cards.filter(({ kind }) => kind === of);
  const { title, version, licence, credit, sources, unsigned } = guide;
  const texts = all.map((one) => ({ id: one.id, title: one.title, body: one.body }));
  return { title, texts, version, licence, credit, sources, draft: unsigned.length > 0 };
}
