import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { civilDate } from '#platform/base';
import { packText } from '#kernel/procedures';
import { readPackFolder } from './read-packs.ts';
import { listFile, listOfReleased, releasePack } from './release-pack.ts';

const repository = join(import.meta.dirname, '../../../..');
const today = civilDate('2026-11-26');

test('the list of released packs is what the released files say', () => {
  expect(readFileSync(join(repository, listFile), 'utf8')).toBe(listOfReleased(repository));
});

describe('releasing a pack', () => {
  const root = mkdtempSync(join(tmpdir(), 'packs-release-'));
  afterAll(() => {
    rmSync(root, { recursive: true, force: true });
  });
  cpSync(join(repository, 'packs/be'), join(root, 'packs/be'), { recursive: true });
  mkdirSync(dirname(join(root, listFile)), { recursive: true });
  const folder = join(root, 'packs/be/be-residence');
  const change = (file: string, from: string | RegExp, to: string): void => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text.replace(from, to)).not.toBe(text);
    writeFileSync(path, text.replace(from, to));
  };

  test('a version that was released is never written over, changed or not', () => {
    const { version } = readPackFolder(folder);
    const file = join(folder, 'released', `${version}.json`);
    const before = readFileSync(file, 'utf8');
    expect(releasePack(root, folder, today)).toEqual({ refused: 'not-newer', newest: version });
    change('deadlines.yaml', 'term: P45D', 'term: P60D');
    expect(releasePack(root, folder, today)).toEqual({ refused: 'not-newer', newest: version });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('an older version is none', () => {
    change('pack.yaml', /version: .*/, 'version: "2026.0"');
    expect(releasePack(root, folder, today)).toMatchObject({ refused: 'not-newer' });
  });

  test('a pack in which the check finds something is not released', () => {
    change('pack.yaml', /version: .*/, 'version: "2026.10"');
    change('deadlines.yaml', 'term: P60D', 'term: P60X');
    const release = releasePack(root, folder, today);
    expect(release).toMatchObject({ refused: 'unclean', findings: [{ code: 'term-malformed' }] });
    expect(existsSync(join(folder, 'released/2026.10.json'))).toBe(false);
    expect(existsSync(join(root, listFile))).toBe(false);
  });

  test('a newer clean one is frozen and listed after those before it', () => {
    change('deadlines.yaml', 'term: P60X', 'term: P60D');
    const file = join(folder, 'released/2026.10.json');
    expect(releasePack(root, folder, today)).toEqual({ written: file });
    expect(readFileSync(file, 'utf8')).toBe(packText(readPackFolder(folder)));
    const listed = readFileSync(join(root, listFile), 'utf8');
    expect(listed.match(/released\/[\d.]+\.json/g)?.at(-1)).toBe('released/2026.10.json');
  });
});
