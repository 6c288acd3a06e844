import { ok, refuse, type Result } from '#platform/base';
import type { BlockSource } from '../source/block-source.ts';
import { changeFile } from './change-file.ts';
import { changeAt, changeList } from './change-value.ts';
import type { CourseDraft } from './course-draft.ts';
import type { EditRefusal } from './course-edit.ts';

/**
 * Takes a workplace away, also where blocks name it among others. What is shown at that place alone would be shown to nobody, or to
 * everybody: that is for the author to decide first.
 */
export function dropWorkplace(draft: CourseDraft, place: string): Result<CourseDraft, EditRefusal> {
  const blocks = [...draft.source.scenes.values()].flatMap(({ file, blocks: within }) =>
    within.flatMap(({ id, when }) => {
      const others = othersOf(when, place);
      return others === null ? [] : [{ file, id, others }];
    }),
  );
  if (blocks.some(({ others }) => others.length === 0)) return refuse({ type: 'StillUsed' });
  let dropped = changeFile(draft, 'course.yaml', (value) =>
    changeList(value, ['audience', place], (list, at) => ok(list.toSpliced(at, 1))),
  );
  for (const { file, id, others } of blocks) {
    if (!dropped.ok) return dropped;
    dropped = changeFile(dropped.value, file, (value) =>
      changeAt(value, ['blocks', id, 'when', 'workplace'], () => ok(others)),
    );
  }
  return dropped;
}

/** For whom else a block is that is for this place; null where it is not for this place alone or at all. */
function othersOf(when: BlockSource['when'], place: string): readonly string[] | null {
  const places: readonly string[] = when !== undefined && 'workplace' in when ? when.workplace : [];
  return places.includes(place) ? places.filter((one) => one !== place) : null;
}
