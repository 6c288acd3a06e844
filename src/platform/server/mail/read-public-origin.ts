import { ok, refuse, type Result } from '#platform/base';
import { loopback } from './loopback.ts';

/** A setting that cannot be used; the message names the variable and never repeats its value. */
interface PublicUrlInvalid {
  readonly type: 'ConfigInvalid';
  readonly message: string;
}

/** Scheme, host and port under which everybody finds an installation: by https, but on one's own machine. */
export function readPublicOrigin(text: string): Result<string, PublicUrlInvalid> {
  if (URL.canParse(text)) {
    const { protocol, hostname, origin, pathname, search, hash, username } = new URL(text);
    const safe = protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
    if (safe && pathname === '/' && search === '' && hash === '' && username === '') return ok(origin);
  }
  const message = 'BAKEN_PUBLIC_URL must be an address like https://baken.example, without path or question mark.';
  return refuse({ type: 'ConfigInvalid', message });
}
