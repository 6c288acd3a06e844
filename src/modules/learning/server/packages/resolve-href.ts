/** Where an address in a manifest leads: to a file of the package, or elsewhere. */
export interface ResolvedHref {
  readonly path: string;
  readonly remote: boolean;
}

const inside = 'package://p/';

/** Resolves an address against the bases around it (`xml:base`), outermost first; what follows `?` and `#` is left out. */
export function resolveHref(bases: readonly string[], href: string): ResolvedHref {
  try {
    const base = bases.filter((one) => one !== '').reduce((from, one) => new URL(one, from).href, inside);
    const found = new URL(href.trim(), base);
    // Only what is fetched from a server is elsewhere; scripts, pages within addresses and files of a machine are nowhere.
    if (found.protocol !== 'package:') return { path: href, remote: /^https?:$/.test(found.protocol) };
    if (found.host !== 'p') return { path: href, remote: true };
    return { path: decodeURIComponent(found.pathname.replace(/^\/+/, '')), remote: false };
  } catch {
    return { path: href, remote: false };
  }
}
