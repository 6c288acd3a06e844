import { expect, test } from 'vitest';
import { publicOrigin } from './public-origin.ts';

test('badges name an address by https wherever the cookies of an installation work', () => {
  expect(publicOrigin('http://baken.test')).toBe('https://baken.test');
  expect(publicOrigin('https://baken.test:8443')).toBe('https://baken.test:8443');
  expect(publicOrigin('http://localhost:8080')).toBe('http://localhost:8080');
  expect(publicOrigin('http://127.0.0.1:8080')).toBe('http://127.0.0.1:8080');
});
