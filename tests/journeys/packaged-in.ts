import { strFromU8, unzipSync } from 'fflate';
import { expect } from 'vitest';
import type { PlayedPackage } from '#modules/learning';

/** What the player of a package is given to play. */
export function packagedIn(archive: Uint8Array): PlayedPackage {
  const page = strFromU8(unzipSync(archive)['index.html'] ?? expect.unreachable('no page'));
  const [, inside] = /id="packaged">(.*)<\/script>/.exec(page) ?? expect.unreachable('nothing in it');
  // Written by `layOutPackage`.
  return JSON.parse(inside ?? '') as PlayedPackage;
}
