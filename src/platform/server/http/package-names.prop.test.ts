import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isForPackages, originFor } from './package-names.ts';
import { reachedAt } from './reached-at.ts';

const below = 'https://*.packages.test';

test('every opening lies on the host for packages, by https, and no two of them on one', () => {
  const label = fc.stringMatching(/^[a-z0-9]{1,63}$/);
  fc.assert(
    fc.property(label, label, (one, other) => {
      const origin = originFor(below, one);
      expect(new URL(origin).origin).toBe(origin);
      expect(isForPackages(below, `${origin}/package/x`)).toBe(true);
      // A proxy that ends TLS speaks plain HTTP to us.
      const reached = `http://${new URL(origin).host}/package/x`;
      expect(reachedAt({ publicOrigin: 'https://baken.test', packageOrigin: below }, reached)).toBe(origin);
      expect(origin === originFor(below, other)).toBe(one === other);
    }),
  );
});

test.each([
  'packages.test',
  'a.b.packages.test',
  '-.packages.test',
  'xpackages.test',
  'a_b.packages.test',
  'a1.packages.test:81',
])('nothing else is one of its names (%s)', (host) =>
  expect(isForPackages(below, `http://${host}/package/x`)).toBe(false),
);

test('one name is that name alone', () => {
  const one = 'https://packages.test';
  expect([originFor(one, 'a'), isForPackages(one, 'http://packages.test/x')]).toEqual([one, true]);
  expect(isForPackages(one, 'http://a.packages.test/x')).toBe(false);
});
