/** npm run graph: draws the areas and their edges into docs/architecture.md, from the imports themselves. `--check` refuses a stale drawing. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const begin = '<!-- graph: drawn by npm run graph -->';
const end = '<!-- end of graph -->';
const report = z.object({
  modules: z.array(z.object({ source: z.string(), dependencies: z.array(z.object({ resolved: z.string() })) })),
});

/** `src/kernel/tasks/server/x.ts` → `kernel/tasks`; null for what is not ours. */
export function placeOf(path: string): string | null {
  const found = /^src\/(platform|kernel|modules|apps)\/([^/]+)\//.exec(path);
  return found ? `${found[1]}/${found[2]}` : null;
}

function drawGraph(): string {
  const run = spawnSync(
    join(root, 'node_modules/.bin/depcruise'),
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  const { modules } = report.parse(JSON.parse(run.stdout));
  const edges = new Set<string>();
  for (const { source, dependencies } of modules.filter((one) => !/\.test\.tsx?$/.test(one.source))) {
    for (const { resolved } of dependencies) {
      const [from, to] = [placeOf(source), placeOf(resolved)];
      // Everything stands on base: those edges would hide the others.
      if (from !== null && to !== null && from !== to && to !== 'platform/base')
        edges.add(`  ${from.replace('/', '_')}["${from}"] --> ${to.replace('/', '_')}["${to}"]`);
    }
  }
  return ['```mermaid', 'flowchart TD', ...[...edges].toSorted(), '```'].join('\n');
}

function main(): number {
  if (process.argv.includes('--help')) {
    console.log('npm run graph [-- --check]   draws the areas and their edges into docs/architecture.md');
    return 0;
  }
  const path = join(root, 'docs/architecture.md');
  const text = readFileSync(path, 'utf8');
  const [head, tail] = [text.slice(0, text.indexOf(begin)), text.slice(text.indexOf(end))];
  const drawn = `${head}${begin}\n\n${drawGraph()}\n\n${tail}`;
  if (!process.argv.includes('--check')) {
    writeFileSync(path, drawn);
    return 0;
  }
  if (drawn !== text) console.log('docs/architecture.md shows an old graph: npm run graph');
  return drawn === text ? 0 : 1;
}

if (import.meta.main) process.exitCode = main();
