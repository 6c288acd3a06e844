import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { civilDate, expectOk } from '#platform/base';
import { journey } from '#kernel/procedures';
import { checkPackFolder } from './check-pack.ts';
import { newPack } from './new-pack.ts';
import { readPackFolder } from './read-packs.ts';

describe('a pack that is begun', () => {
  const root = mkdtempSync(join(tmpdir(), 'packs-new-'));
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const today = civilDate('2026-11-25');

  test('has nothing for the check to find, answers, and claims nothing', () => {
    const written = newPack(root, { country: 'it', name: 'residence', today });
    if (typeof written === 'string') throw new Error(written);
    const files = written.map((path) => relative(root, path));
    expect(files).toContain(join('it', 'calendar.yaml'));
    expect(files).toContain(join('it', 'it-residence', 'stages.yaml'));
    const folder = join(root, 'it', 'it-residence');
    expect(checkPackFolder(folder, today)).toEqual([]);
    const pack = readPackFolder(folder);
    expect([pack.id, pack.country, pack.version, pack.validFrom]).toEqual(['it-residence', 'it', '0.1', today]);
    const facts = [{ fact: 'reflection-granted', on: '2026-11-01' }];
    const answer = expectOk(journey([pack], { facts }, '2026-11-02'));
    expect(answer.deadlines).toMatchObject([{ ref: 'X1', due: '2026-11-30', confidence: 'GK' }]);
    expect(answer.warnings).toMatchObject([{ code: 'unverified-rule', ref: 'X1' }]);
    expect(expectOk(journey([pack], { facts }, '2026-12-01')).stages).toMatchObject([{ stage: 'ended' }]);
  });

  test('a second one of the country shares its calendar and words, and changes nothing of them', () => {
    const calendar = join(root, 'it', 'calendar.yaml');
    const changed = readFileSync(calendar, 'utf8').replace('Europe/Brussels', 'Europe/Rome');
    writeFileSync(calendar, changed);
    const written = newPack(root, { country: 'it', name: 'social-path', today });
    expect(typeof written === 'string' ? written : written.every((path) => path.includes('it-social-path'))).toBe(true);
    expect(readFileSync(calendar, 'utf8')).toBe(changed);
    expect(checkPackFolder(join(root, 'it', 'it-social-path'), today)).toEqual([]);
  });

  test.each([
    ['it', 'residence', 'exists'],
    ['Italy', 'residence', 'country-malformed'],
    ['../x', 'residence', 'country-malformed'],
    ['IT', 'residence', 'country-malformed'],
    ['it', '../residence', 'name-malformed'],
    ['it', 'Residence', 'name-malformed'],
    ['it', '', 'name-malformed'],
  ])('%s %s is refused: %s', (country, name, why) => {
    expect(newPack(root, { country, name, today })).toBe(why);
  });
});
