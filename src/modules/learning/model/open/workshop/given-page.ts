import type { ReleasedPage, ReleasedWorkshop } from './released-workshop.ts';

/** A page of a facilitator pack as it is given to participants: with where its statements come from, and whose it is. */
export interface GivenPage
  extends Pick<ReleasedPage, 'title' | 'body'>, Pick<ReleasedWorkshop, 'version' | 'licence' | 'credit' | 'sources'> {
  /** Whether not everybody has signed it in this language. */
  readonly draft: boolean;
}

/** The page by language; kept with the session as it was when it was chosen. */
export type GivenPages = Readonly<Record<string, GivenPage>>;

/** Pages that are for participants; all others are for whoever leads. */
export function pagesToGive({ pages }: Pick<ReleasedWorkshop, 'pages'>): readonly ReleasedPage[] {
  return pages.filter(({ kind }) => kind === 'sheet');
}

/** A page of a pack for participants; null where it is none of theirs. */
export function givenPageOf(guide: ReleasedWorkshop, id: string): GivenPage | null {
  const page = pagesToGive(guide).find((one) => one.id === id);
  if (page === undefined) return null;
  const { version, licence, credit, sources, unsigned } = guide;
  return { title: page.title, body: page.body, version, licence, credit, sources, draft: unsigned.length > 0 };
}
