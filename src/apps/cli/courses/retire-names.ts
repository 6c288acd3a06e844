import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { partNames } from '#modules/learning';
import { openCourse, type CourseOnDisk } from './course-on-disk.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Writes down the names that went with what was taken from the original (`retired.yaml`): none is used again here either, and what the
 * original has retired of them is retired with them. `ours` is the course as it was before. Where the files cannot be read for now
 * nothing is written: the next taking looks again at what is left of them.
 */
export function retireNames(ours: CourseOnDisk, theirs: CourseOnDisk): void {
  const now = openCourse(ours.folder);
  if (now === null) return;
  const there = partNames(now.source);
  const known = new Set(theirs.source.retired);
  const gone = [...partNames(ours.source)].filter((name) => !there.has(name));
  // What lay within something that the original gave up is given up as it says, too.
  const within = [...known].filter((name) => gone.some((one) => name.startsWith(`${one}.`)));
  const retired = [...new Set([...now.source.retired, ...gone, ...within])].toSorted();
  if (retired.length === now.source.retired.length) return;
  const path = join(ours.folder, 'retired.yaml');
  const document = parseDocument(existsSync(path) ? readFileSync(path, 'utf8') : '');
  const names = document.createNode(retired);
  // What somebody wrote above the list stays.
  if (document.contents?.commentBefore) names.commentBefore = document.contents.commentBefore;
  document.contents = names as typeof document.contents; // A node that the document itself made.
  writeWhole(path, document.toString());
}
