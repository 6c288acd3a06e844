import type { ServerParts } from './server-parts.ts';

/**
 * Scheme, host and port at which a request reached us. A proxy that ends TLS speaks plain HTTP to us, so the scheme is only known where settings
 * name the host: a page that came by https may ask nothing at an address of http.
 */
export function reachedAt(
  { publicOrigin, packageOrigin }: Pick<ServerParts, 'publicOrigin' | 'packageOrigin'>,
  address: string,
): string {
  const { host, origin } = new URL(address);
  return [publicOrigin, packageOrigin].find((known) => known !== null && new URL(known).host === host) ?? origin;
}
