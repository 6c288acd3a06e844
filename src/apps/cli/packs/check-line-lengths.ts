import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinedFinding } from './finding.ts';

const longest = 120;

/**
 * Lines of the YAML of a pack and its country that are too long to be read beside each other. A line that holds an address
 * may be as long as the address.
 */
export function checkLineLengths(folder: string): readonly LinedFinding[] {
  return [
    ...yamlIn(folder, '.'),
    ...yamlIn(folder, 'text'),
    ...yamlIn(folder, '..'),
    ...yamlIn(folder, '../text'),
  ].flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .flatMap((text, place): readonly LinedFinding[] =>
        text.length <= longest || /https?:\/\//.test(text)
          ? []
          : [
              {
                file,
                path: [],
                line: place + 1,
                code: 'line-too-long',
                text: `${String(text.length)} characters, ${String(longest)} at most`,
              },
            ],
      ),
  );
}

function yamlIn(folder: string, under: string): readonly string[] {
  const inside = join(folder, under);
  if (!existsSync(inside)) return [];
  return readdirSync(inside)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => (under === '.' ? name : `${under}/${name}`));
}
