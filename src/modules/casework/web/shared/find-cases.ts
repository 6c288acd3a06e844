import MiniSearch from 'minisearch';
import type { SpaceId } from '#platform/base';
import type { CaseloadEntry } from '#modules/casework/client';

/** Finds cases by what this device has opened. Built in memory, never stored, gone with the caseload. */
export interface CaseFinder {
  find(text: string): readonly SpaceId[];
  /** The same, telling whether a code name fitted or only words that are sealed. */
  look(text: string): readonly FoundCase[];
}

/** A case that fits, best first. */
export interface FoundCase {
  readonly id: SpaceId;
  readonly bySealedWords: boolean;
}

/** Letters of many scripts brought to one spelling: marks off, Arabic forms unified, a few letters spelled out. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

/** Builds the index over code names, names, numbers and lines of the opened heads. */
export function createCaseFinder(entries: readonly CaseloadEntry[]): CaseFinder {
  const index = new MiniSearch<{ id: SpaceId; code: string; find: string; line: string }>({
    fields: ['code', 'find', 'line'],
    processTerm: (term) => foldText(term) || null,
    searchOptions: {
      prefix: true,
      fuzzy: (term) => (term.length >= 4 && !/^\d+$/.test(term) ? 0.2 : false),
      boost: { code: 3, find: 2 },
      combineWith: 'AND',
    },
  });
  index.addAll(
    entries.map(({ id, open, head }) => ({
      id,
      code: open?.codeName ?? '',
      find: [...(head?.find ?? []), ...(head?.find ?? []).map((part) => part.replaceAll(/[\s.-]/g, ''))].join(' '),
      line: head?.line ?? '',
    })),
  );
  const look = (text: string): readonly FoundCase[] =>
    index.search(foldText(text)).map(({ id, match }) => ({
      // Ids in the index are those of the entries.
      id: id as SpaceId,
      bySealedWords: !Object.values(match).some((fields) => fields.includes('code')),
    }));
  return { look, find: (text) => look(text).map(({ id }) => id) };
}
