/** npm run new:module -- NAME [--kernel]: makes the inner shape of a module or kernel area with its doors. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';

const usage = 'npm run new:module -- NAME [--kernel]   makes the folder, its README, its doors and its messages';
const manifest = z.looseObject({ imports: z.record(z.string(), z.string()) });

/** The files of a new module, by path inside it. */
export function filesOfModule(name: string): Readonly<Record<string, string>> {
  return {
    'README.md': `# ${name}\n\nWhat it knows. What it refuses. Its words. Its edges to others.\n`,
    'index.ts': `/** Shared door of ${name}: ids, views, contract, events. */\nexport { ${name}Routes } from './contract/${name}-routes.ts';\n`,
    [`contract/${name}-routes.ts`]: `/** Route rows of ${name}; each names a permission and an audit act. */\nexport const ${name}Routes = {};\n`,
    'messages/en.ts': 'export const en = {} as const;\n',
    'messages/nl.ts': `import type { Catalogue } from '#kernel/languages';\nimport type { en } from './en.ts';\n\nexport const nl: Catalogue<typeof en> = {};\n`,
  };
}

function main(words: readonly string[]): number {
  const name = words.find((word) => !word.startsWith('--')) ?? '';
  if (words.includes('--help') || !/^[a-z]+$/.test(name)) {
    console.log(usage);
    return words.includes('--help') ? 0 : 2;
  }
  const layer = words.includes('--kernel') ? 'kernel' : 'modules';
  const root = join(import.meta.dirname, '..');
  const folder = join(root, 'src', layer, name);
  if (existsSync(folder)) {
    console.log(`${layer}/${name} exists`);
    return 1;
  }
  for (const [path, text] of Object.entries(filesOfModule(name))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const path = join(root, 'package.json');
  const held = manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  const imports = { ...held.imports, [`#${layer}/${name}`]: `./src/${layer}/${name}/index.ts` };
  writeFileSync(path, `${JSON.stringify({ ...held, imports }, null, 2)}\n`);
  console.log(`made src/${layer}/${name}; next: its place in .dependency-cruiser.cjs, its words in docs/glossary.md`);
  return 0;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
