import { useMemo } from 'react';
import type { SpaceId } from '#platform/base';
import { recordsOf } from '#modules/casework/client';
import { createCaseFinder, foldText } from '../shared/find-cases.ts';
import { useCaseload, useOpenCases } from '../shared/use-caseload.ts';

/** One thing that fits what was typed. Sealed words are found only in what this device has opened. */
export interface Found {
  readonly kind: 'case' | 'task';
  readonly key: string;
  readonly case: SpaceId;
  readonly codeName: string;
  /** Words of a task; empty for a case. */
  readonly words: string;
  /** Found by words that only the team can read. */
  readonly sealed: boolean;
}

const mostCases = 6;
const mostTasks = 4;

/** Cases and tasks that fit a text, best first; empty for an empty text. Nothing leaves the tab's memory. */
export function useFound(text: string): readonly Found[] {
  const { entries } = useCaseload();
  const opened = useOpenCases();
  const finder = useMemo(() => createCaseFinder(entries), [entries]);
  const nameOf = useMemo(() => new Map(entries.map(({ id, open }) => [id, open?.codeName ?? ''])), [entries]);
  return useMemo(() => {
    const wanted = foldText(text).split(/\s+/).filter(Boolean);
    if (wanted.length === 0) return [];
    const cases = finder
      .look(text)
      .slice(0, mostCases)
      .map(({ id, bySealedWords }): Found => ({
        kind: 'case',
        key: id,
        case: id,
        codeName: nameOf.get(id) ?? '',
        words: '',
        sealed: bySealedWords,
      }));
    const tasks = opened.flatMap((one) =>
      recordsOf(one, 'task').flatMap(({ id, content }): readonly Found[] => {
        const folded = foldText(content.title);
        if (!wanted.every((word) => folded.includes(word))) return [];
        return [
          { kind: 'task', key: id, case: one.id, codeName: one.open.codeName, words: content.title, sealed: true },
        ];
      }),
    );
    return [...cases, ...tasks.slice(0, mostTasks)];
  }, [finder, nameOf, opened, text]);
}
