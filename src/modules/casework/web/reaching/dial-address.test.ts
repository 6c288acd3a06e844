import { expect, test } from 'vitest';
import { dialAddress } from './dial-address.ts';

test.each([
  ['call', '06 0000 1234', 'tel:0600001234'],
  ['call', '+31 (0)6-0000 1234', 'tel:+310600001234'],
  ['text', '06 0000 1234', 'sms:0600001234?body=Can%20you%20talk%3F'],
  ['mail', '06 0000 1234', null],
  ['visit', 'Canal 1', null],
  ['call', 'ask Canal 12', null],
  ['call', '06 00;phone-context=x', null],
  ['call', '+', null],
])('%s to %s gives %s', (kind, reach, expected) => {
  expect(dialAddress(kind, reach, 'Can you talk?')).toBe(expected);
});
