import { ok, refuse, type Result } from '#platform/base';

/** A setting that cannot be used; the message names the variable and never repeats its value. */
interface PackageOriginInvalid {
  readonly type: 'ConfigInvalid';
  readonly message: string;
}

/**
 * Scheme, host and port of the second host, null where nobody named one: by https, or on this machine by a name as `packages.localhost`. Its name
 * must be another than that of the installation: a cookie is sent to every port of a host. `*.` before it stands for a name for each opening.
 */
export function readPackageOrigin(
  text: string | undefined,
  publicOrigin: string | null,
): Result<string | null, PackageOriginInvalid> {
  if (text === undefined) return ok(null);
  if (publicOrigin === null)
    return invalid(
      'BAKEN_PACKAGE_ORIGIN is set, so BAKEN_PUBLIC_URL is needed: only its pages may show what lies there.',
    );
  if (!URL.canParse(text)) return invalid(shape);
  const { protocol, hostname, origin, pathname, search, hash, username } = new URL(text);
  if (hostname.replace(/^\*\./, '').includes('*') || hostname === '*.') return invalid(shape);
  const safe = protocol === 'https:' || (protocol === 'http:' && isHere(hostname));
  if (!safe || pathname !== '/' || search !== '' || hash !== '' || username !== '') return invalid(shape);
  const own = new URL(publicOrigin).hostname;
  if (hostname === own || (hostname.startsWith('*.') && own.endsWith(hostname.slice(1))))
    return invalid(
      'BAKEN_PACKAGE_ORIGIN must have another host name than BAKEN_PUBLIC_URL; another port is not enough.',
    );
  return ok(origin);
}

const shape =
  'BAKEN_PACKAGE_ORIGIN must be an address like https://baken-packages.example, without path or question mark.';

/** Browsers look for these names on their own machine and nowhere else (RFC 6761, 6.3). */
function isHere(hostname: string): boolean {
  return (
    hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]' || hostname.endsWith('.localhost')
  );
}

function invalid(message: string): Result<never, PackageOriginInvalid> {
  return refuse({ type: 'ConfigInvalid', message });
}
