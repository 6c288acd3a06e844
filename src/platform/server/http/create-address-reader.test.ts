import { describe, expect, test } from 'vitest';
import { createAddressReader, isAddressOrNetwork } from './create-address-reader.ts';

const alone = createAddressReader([]);
const behind = createAddressReader(['127.0.0.1', '10.0.0.0/8', 'fd00::/8']);

describe('the address tries are counted by', () => {
  test.each([
    ['without a proxy', alone, '203.0.113.7', null, '203.0.113.7'],
    ['a header from anybody is not believed', alone, '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['nor one from somebody who is no proxy of ours', behind, '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['a proxy says for whom it asks', behind, '127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['what the asker wrote before it is not believed', behind, '10.1.2.3', '1.1.1.1, 203.0.113.7', '203.0.113.7'],
    ['two proxies of ours', behind, '127.0.0.1', '1.1.1.1, 203.0.113.7, 10.9.9.9', '203.0.113.7'],
    ['a proxy that says nothing', behind, '127.0.0.1', null, '127.0.0.1'],
    ['a proxy that says nonsense', behind, '127.0.0.1', 'unknown', '127.0.0.1'],
    ['IPv4 written as IPv6', behind, '::ffff:127.0.0.1', '::ffff:203.0.113.7', '203.0.113.7'],
    ['with a port', behind, '127.0.0.1', '203.0.113.7:4711', '203.0.113.7'],
    ['a network of IPv6 is one', alone, '2001:db8:0:1::9', null, '2001:db8:0:1::/64'],
    ['however it is written', behind, 'fd00::1', '[2001:0DB8:0000:0001:aaaa::9]:443', '2001:db8:0:1::/64'],
    ['near zero', alone, '::1', null, '0:0:0:0::/64'],
    ['no address at all', alone, null, '203.0.113.7', 'unknown'],
  ])('%s', (_, read, spoke, said, address) => {
    expect(read(spoke, said)).toBe(address);
  });

  test('settings name addresses and networks', () => {
    expect(['10.0.0.0/8', '127.0.0.1', 'fd00::/8', '::1'].every(isAddressOrNetwork)).toBe(true);
    expect(['10.0.0.0/33', 'proxy', '10.0.0.0/8/8', '', '10.0.0/8', '::1/129'].some(isAddressOrNetwork)).toBe(false);
  });
});
