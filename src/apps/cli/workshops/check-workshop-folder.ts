import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkWorkshop, type WorkshopFinding, type WorkshopSource } from '#modules/learning';
import type { CivilDate } from '#platform/base';
import type { FileFault } from '#kernel/content';
import { toLined, type LinedFinding } from '../to-lined.ts';
import { readWorkshop } from './read-workshop.ts';

type Code = WorkshopFinding['code'] | FileFault['code'] | 'course-missing';

/** Everything wrong with a workshop on a day, in the order of its files and lines. */
export function checkWorkshopFolder(
  folder: string,
  today: CivilDate,
  read = readWorkshop(folder),
): readonly LinedFinding<Code>[] {
  if (!read.ok) return toLined<Code>(folder, read.faults);
  return toLined<Code>(folder, [...standsInPlace(folder, read.source), ...checkWorkshop(read.source, today)]);
}

/** The folder has the name of the workshop, and the course it goes with lies beside it: `courses/ID` next to `workshops`. */
function standsInPlace(folder: string, { workshop: { id, course } }: WorkshopSource) {
  const file = 'workshop.yaml';
  return [
    ...(basename(folder) === id
      ? []
      : [{ code: 'name-malformed' as const, file, path: ['id'], text: `the folder is not called ${id}` }]),
    ...(existsSync(join(folder, '../../courses', course, 'course.yaml'))
      ? []
      : [{ code: 'course-missing' as const, file, path: ['course'], text: `there is no course ${course} beside it` }]),
  ];
}
