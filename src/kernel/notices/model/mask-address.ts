/** An address as its owner can tell it again and a passer-by cannot note it down: `h…@mail.example`. */
export function maskAddress(address: string): string {
  const [local = '', ...domain] = address.split('@');
  return `${local.slice(0, 1)}…@${domain.join('@')}`;
}
