import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRoom } from './room.ts';

test('there is room while more is free than what is kept, and where the disk does not say', async () => {
  const { bavail, bsize } = statfsSync(tmpdir());
  expect(await createRoom(tmpdir(), 0)()).toBe(true);
  expect(await createRoom(tmpdir(), bavail * bsize * 2)()).toBe(false);
  expect(await createRoom(join(tmpdir(), 'no-such-folder'), bavail * bsize * 2)()).toBe(true);
});
