import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { CivilDate } from '#platform/base';
import { compareVersions, packText } from '#kernel/procedures';
import { checkPackFolder } from './check-pack.ts';
import type { LinedFinding } from './finding.ts';
import { findPackFolders, readPackFolder } from './read-packs.ts';

/** What came of releasing: the file that was written; or why none was. */
export type Release =
  | { readonly written: string }
  | { readonly refused: 'not-newer'; readonly newest: string }
  | { readonly refused: 'unclean'; readonly findings: readonly LinedFinding[] };

/**
 * Freezes the version that `pack.yaml` names, as canonical JSON beside the YAML, and lists it for browsers and servers.
 * Refuses a version that is not newer than every released one, so that nothing released is ever written over, and a pack in
 * which the check finds something on the day. `root` is the root of the repository.
 */
export function releasePack(root: string, folder: string, on: CivilDate): Release {
  const findings = checkPackFolder(folder, on);
  const newest = versionsIn(folder).at(-1);
  // An unclean pack may have no version to read; one that differs from its release is told so first.
  const others = findings.filter(({ code }) => code !== 'release-differs');
  if (others.length > 0) return { refused: 'unclean', findings: others };
  const pack = readPackFolder(folder);
  if (newest !== undefined && compareVersions(pack.version, newest) <= 0) return { refused: 'not-newer', newest };
  const file = join(folder, 'released', `${pack.version}.json`);
  mkdirSync(join(folder, 'released'), { recursive: true });
  writeFileSync(file, packText(pack), { flag: 'wx' });
  writeFileSync(join(root, listFile), listOfReleased(root));
  return { written: file };
}

/** Where the released packs are listed for everything that imports them. */
export const listFile = 'src/kernel/procedures/model/released-packs.ts';

/** The list of released packs, as a module: every version of every pack, by folder, then version. */
export function listOfReleased(root: string): string {
  const files = findPackFolders(join(root, 'packs')).flatMap((folder) =>
    versionsIn(folder).map((version) => relative(root, join(folder, 'released', `${version}.json`))),
  );
  return [
    '// Written by `baken pack release`; not edited by hand.',
    ...files.map((file, place) => `import released${String(place)} from '../../../../${file}' with { type: 'json' };`),
    "import type { Pack } from './pack.ts';",
    '',
    '/** Every released version of every pack, as it was frozen. */',
    '// These files were written from packs that had been checked; the type inferred from JSON is wider.',
    'export const releasedPacks = [',
    ...files.map((_, place) => `  released${String(place)},`),
    '] as unknown as readonly Pack[];',
    '',
  ].join('\n');
}

/** The released versions of a pack, oldest first. */
function versionsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name === 'released')
    .flatMap((name) => readdirSync(join(folder, name)))
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'))
    .toSorted(compareVersions);
}
