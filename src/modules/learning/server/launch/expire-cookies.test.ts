import { expect, test } from 'vitest';
import { expireCookies } from './expire-cookies.ts';

test('every cookie that is shown is forgotten, wherever another package could read it', () => {
  expect(expireCookies(null, null)).toEqual([]);
  expect(expireCookies('a=1; b=2=3', null)).toEqual(
    ['a', 'b'].flatMap((name) =>
      ['/', '/package', '/package/'].map((path) => `${name}=x; Max-Age=0; Path=${path}; Secure`),
    ),
  );
});

test('without a name, and for all names below one, too', () => {
  expect(expireCookies(' left ', 'packages.test')).toEqual(
    ['', '; Domain=packages.test'].flatMap((place) =>
      ['/', '/package', '/package/'].map((path) => `=x; Max-Age=0; Path=${path}${place}; Secure`),
    ),
  );
});

test('however many there are, an answer has room for them', () => {
  const many = Array.from({ length: 400 }, (_, at) => `c${at}=1`).join('; ');
  expect(expireCookies(many, 'packages.test').join('').length).toBeLessThan(12_000);
});
