/**
 * The host for packages is one name, or a name for each opening below one: `https://*.packages.example`. These functions alone know of the difference.
 */

/** Whether an address lies there. */
export function isForPackages(packageOrigin: string, address: string): boolean {
  const [{ host }, { host: named }] = [new URL(address), new URL(packageOrigin)];
  if (!named.startsWith('*.')) return host === named;
  const below = named.slice(1);
  return host.endsWith(below) && /^[a-z0-9]+$/u.test(host.slice(0, -below.length));
}

/** Scheme, host and port there for one opening; `label`: small letters and digits that nobody can guess. */
export function originFor(packageOrigin: string, label: string): string {
  return packageOrigin.replace('//*.', `//${label}.`);
}
