import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dayInAmsterdam, systemClock } from '#platform/base';
import { isCourseError, releaseWorkshop } from '#modules/learning';
import { checkWorkshopFolder } from './check-workshop-folder.ts';
import { readWorkshop } from './read-workshop.ts';

/** A file of the built browser side. */
interface BuiltText {
  readonly fileName: string;
  readonly source: string;
}

/**
 * Every workshop under a folder, one file for each language: `guides/ID/LANGUAGE`. Without an ending, so that it is read by the
 * server alone and served to nobody as it is: a facilitator pack is opened by whoever gives the workshop. Throws what
 * `workshop check` finds.
 */
export function buildWorkshops(root: string): readonly BuiltText[] {
  const folders = existsSync(root) ? readdirSync(root).map((name) => join(root, name)) : [];
  return folders.filter((folder) => existsSync(join(folder, 'workshop.yaml'))).flatMap(buildWorkshop);
}

function buildWorkshop(folder: string): readonly BuiltText[] {
  const read = readWorkshop(folder);
  // What only warns depends on the day, and what was built yesterday must be built tomorrow.
  const findings = checkWorkshopFolder(folder, dayInAmsterdam(systemClock.now()), read).filter(isCourseError);
  if (findings.length > 0 || !read.ok)
    throw new Error(findings.map(({ file, line, text }) => `${join(folder, file)}:${String(line)} ${text}`).join('\n'));
  const { id, languages } = read.source.workshop;
  return [languages.source, ...languages.others].map((language) => ({
    fileName: `guides/${id}/${language}`,
    source: JSON.stringify(releaseWorkshop(read.source, language)),
  }));
}
