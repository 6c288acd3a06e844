import { expect, test } from 'vitest';
import { maskAddress } from './mask-address.ts';
import { showsName } from './shows-name.ts';

test('a masked address keeps its first sign and its place', () => {
  expect(maskAddress('heron47@mail.example')).toBe('h…@mail.example');
  expect(maskAddress('x@mail.example')).toBe('x…@mail.example');
});

test('an address that shows a name is noticed, in parts, with marks and in capitals', () => {
  expect(showsName('Ilse.Vries@mail.example', ['Ilse de Vries', 'ilse.w'])).toBe(true);
  expect(showsName('noël47@mail.example', ['Noel Bakker'])).toBe(true);
  expect(showsName('heron47@ilse.example', ['Ilse de Vries'])).toBe(false);
  expect(showsName('de-heron@mail.example', ['Ilse de Vries'])).toBe(false);
});
