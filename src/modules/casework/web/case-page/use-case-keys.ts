import { useNavigate } from '@tanstack/react-router';
import type { SpaceId } from '#platform/base';
import { useWork } from '#kernel/spaces/web';
import { useKeys } from '#platform/web/state';
import { listMemoryOf, neighbourOf } from '../cases/list-memory.ts';

/** Keys of a case: the case before and after it in the list that was shown last, in the same part; a new task. */
export function useCaseKeys(id: SpaceId, part: string): void {
  const { work } = useWork();
  const navigate = useNavigate();
  const go = (by: 1 | -1) => (): void => {
    const next = neighbourOf(listMemoryOf(work).place().order, id, by);
    if (next !== null) void navigate({ to: '/cases/$case/$part', params: { case: next, part } });
  };
  useKeys({
    '[': go(-1),
    ']': go(1),
    t: () => void navigate({ to: '/cases/$case/$part', params: { case: id, part: 'journey' }, hash: 'new-task' }),
  });
}
