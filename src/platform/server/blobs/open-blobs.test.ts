import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectOk } from '#platform/base';
import { openBlobs } from './open-blobs.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'baken-files-'));
});
afterEach(() => {
  chmodSync(root, 0o700);
  rmSync(root, { recursive: true, force: true });
});

test('what was put is there again, readable by this user alone, with nothing half written beside it', async () => {
  const blobs = openBlobs(root);
  const bytes = new Uint8Array(100_000).fill(7);
  const { sha256 } = expectOk(await blobs.put('space', 'file', bytes));
  expect(sha256).toMatch(/^[\w-]{43}$/);
  expect(Buffer.compare((await openBlobs(root).get('space', 'file')) ?? new Uint8Array(), bytes)).toBe(0);
  expect(readdirSync(join(root, 'space'))).toEqual(['file']);
  expect(statSync(join(root, 'space', 'file')).mode & 0o077).toBe(0);
});

test('what was never put is null', async () => {
  expect(await openBlobs(root).get('space', 'none')).toBeNull();
});

test('many at once do not mix', async () => {
  const blobs = openBlobs(root);
  const names = Array.from({ length: 30 }, (_, at) => `file-${at}`);
  await Promise.all(names.map((name, at) => blobs.put('space', name, new Uint8Array(5_000).fill(at))));
  for (const [at, name] of names.entries())
    expect((await blobs.get('space', name))?.every((byte) => byte === at)).toBe(true);
});
