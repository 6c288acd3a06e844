import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { presets } from './presets.ts';

const files = {
  uk2013: 'uk2013_5lists',
  netherlands: 'netherlands_5lists',
  'new-orleans': 'neworleans_5lists',
  kosovo: 'kosovo_4lists',
} as const;

test.each(presets)('the table of $id is the published one', ({ id, csv }) => {
  const path = join(import.meta.dirname, '../../examples/mse', `${files[id]}.csv`);
  expect(csv).toBe(readFileSync(path, 'utf8').replaceAll('\r\n', '\n'));
});
