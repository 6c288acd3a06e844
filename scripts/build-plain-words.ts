/**
 * Writes the plain words of `packs/plain` and `packs/COUNTRY/plain` as the one file that browsers import.
 * `node scripts/build-plain-words.ts [--help]`. Words belong to no version of a pack: they may be mended at any time.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { plainWordsText } from '../src/apps/cli/packs/read-plain-words.ts';

const packs = join(import.meta.dirname, '../packs');

if (process.argv.includes('--help'))
  process.stdout.write('node scripts/build-plain-words.ts: write packs/plain/released/words.json\n');
else {
  mkdirSync(join(packs, 'plain/released'), { recursive: true });
  writeFileSync(join(packs, 'plain/released/words.json'), plainWordsText(packs));
}
