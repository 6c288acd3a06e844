import { partNames } from '../folder/part-names.ts';
import type { CourseSource } from '../source/course-source.ts';
import type { PartId } from '../source/part-id.ts';
import { partId } from '../source/part-shapes.ts';

/**
 * An id that nothing below `within` has, and nothing that was taken away had: what was wished for, or with a number behind it. `within`
 * ends in a dot, or is empty for scenes.
 */
export function freshId(source: CourseSource, within: string, wished: string): PartId {
  const used = new Set([...partNames(source), ...source.retired]);
  const base = /^[a-z][a-z0-9-]*$/.test(wished) ? wished : 'part';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${String(number)}`;
    // Tried by the same shape that reads it.
    const read = partId.safeParse(id);
    if (read.success && !used.has(within + id)) return read.data;
  }
}

/** The next letter of a list of answers, stories or cards that is free there: `c` where there are `a` and `b`. */
export function freshLetter(source: CourseSource, within: string): PartId {
  const used = new Set([...partNames(source), ...source.retired]);
  const free = 'abcdefghijklmnopqrstuvwxyz'.split('').find((letter) => !used.has(within + letter));
  return freshId(source, within, free ?? 'z');
}

/** The next number behind a letter that is free there: `n3` where there are `n1` and `n2`. */
export function freshNumber(source: CourseSource, within: string, letter: string): PartId {
  const used = new Set([...partNames(source), ...source.retired]);
  let number = 1;
  while (used.has(`${within}${letter}${String(number)}`)) number += 1;
  return freshId(source, within, `${letter}${String(number)}`);
}
