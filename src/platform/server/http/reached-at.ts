import { isForPackages } from './package-names.ts';
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
  if (publicOrigin !== null && new URL(publicOrigin).host === host) return publicOrigin;
  return packageOrigin !== null && isForPackages(packageOrigin, address)
    ? `${new URL(packageOrigin).protocol}//${host}`
    : origin;
}
