/**
 * Writes each pack as frozen canonical JSON beside its YAML, one file per released version, and the list
 * that browsers import. `node scripts/build-packs.ts [--help]`. A released file is replaced only with `--again`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { findPackFolders, readPackFolder } from '../src/apps/cli/packs/read-packs.ts';
import { packText } from '#kernel/procedures';

const root = join(import.meta.dirname, '..');
const listFile = join(root, 'src/kernel/procedures/model/released-packs.ts');

function build(again: boolean): number {
  let refused = 0;
  for (const folder of findPackFolders(join(root, 'packs'))) {
    const pack = readPackFolder(folder);
    const file = join(folder, 'released', `${pack.version}.json`);
    const text = packText(pack);
    if (existsSync(file) && readFileSync(file, 'utf8') !== text && !again) {
      process.stderr.write(`${pack.id}@${pack.version} is released and differs: raise the version in pack.yaml\n`);
      refused += 1;
      continue;
    }
    mkdirSync(join(folder, 'released'), { recursive: true });
    writeFileSync(file, text);
  }
  writeFileSync(listFile, listText());
  return refused === 0 ? 0 : 1;
}

function listText(): string {
  const files = findPackFolders(join(root, 'packs')).flatMap((folder) =>
    readdirSync(join(folder, 'released'))
      .toSorted()
      .map((name) => join(folder, 'released', name).slice(root.length + 1)),
  );
  const imports = files.map(
    (file, place) => `import released${String(place)} from '../../../../${file}' with { type: 'json' };`,
  );
  const names = files.map((_, place) => `  released${String(place)},`);
  return [
    '// Written by scripts/build-packs.ts; not edited by hand.',
    ...imports,
    "import type { Pack } from './pack.ts';",
    '',
    '/** Every released version of every pack, as it was frozen. */',
    '// The script wrote these files from packs it had checked; the type inferred from JSON is wider.',
    'export const releasedPacks = [',
    ...names,
    '] as unknown as readonly Pack[];',
    '',
  ].join('\n');
}

if (process.argv.includes('--help'))
  process.stdout.write('node scripts/build-packs.ts [--again]: freeze each pack version as JSON\n');
else process.exitCode = build(process.argv.includes('--again'));
