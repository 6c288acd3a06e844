import { BlockList, isIP } from 'node:net';

/** From which address a request came, for counting tries: who speaks to us, and what they say of who spoke to them. */
export type AddressReader = (spokeToUs: string | null, forwardedFor: string | null) => string;

/**
 * Behind a reverse proxy every request comes from the proxy, and all people would share the tries of one. Proxies of ours
 * (`trusted`: addresses or networks as `10.0.0.0/8`) are believed when they say in `X-Forwarded-For` for whom they ask, from
 * the right to the first that is none of ours; nobody else is, since anybody can send that header. An IPv6 network of 64
 * bits counts as one address: that is what one connection is given.
 */
export function createAddressReader(trusted: readonly string[]): AddressReader {
  const ours = new BlockList();
  for (const one of trusted) {
    const [address = '', bits] = one.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) ours.addAddress(address, family);
    else ours.addSubnet(address, Number(bits), family);
  }
  const isOurs = (address: string): boolean => ours.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
  return (spokeToUs, forwardedFor) => {
    let found = plain(spokeToUs ?? '');
    if (isIP(found) === 0) return 'unknown';
    const said = (forwardedFor ?? '').split(',').map((part) => plain(part.trim()));
    while (isOurs(found)) {
      const before = said.pop() ?? '';
      if (isIP(before) === 0) break;
      found = before;
    }
    return isIP(found) === 6 ? networkOf(found) : found;
  };
}

/** Whether a text names an address or a network. */
export function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32));
}

/** An IPv4 address that is written as one of IPv6, brackets and ports of proxies: the address alone. */
function plain(address: string): string {
  const bare = /^\[(?<inner>[^\]]+)\]/.exec(address)?.groups?.['inner'] ?? address;
  const mapped = /^::ffff:(?<four>\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.groups?.['four'] ?? bare;
  return /^(?<four>\d+\.\d+\.\d+\.\d+):\d+$/.exec(mapped)?.groups?.['four'] ?? mapped;
}

/** The first 64 bits of an IPv6 address, each group written once and the same way. */
function networkOf(address: string): string {
  const [bare = ''] = address.split('%');
  const [head = '', tail] = bare.split('::');
  const groups = (part: string | undefined): string[] => (part === undefined || part === '' ? [] : part.split(':'));
  const before = groups(head);
  // An IPv4 address at the end stands for two groups; it is never among the first four unless it is all that is said.
  const after = groups(tail).flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const all = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
