import type { RequestContext } from '#platform/server/http';
import type { ReleasedWorkshop } from '../model/open/workshop/released-workshop.ts';

/** Languages in which a pack is built. */
const languages = ['en', 'nl'] as const;

/** A facilitator pack in every language that it has; nothing where there is none. */
export async function readGuides(
  { readBuilt }: Pick<RequestContext, 'readBuilt'>,
  guide: string | null,
): Promise<readonly ReleasedWorkshop[]> {
  if (guide === null) return [];
  const texts = await Promise.all(languages.map((language) => readBuilt(`guides/${guide}/${language}`)));
  // Written by our own build from the files of the workshop.
  return texts.flatMap((text) => (text === null ? [] : [JSON.parse(text) as ReleasedWorkshop]));
}
