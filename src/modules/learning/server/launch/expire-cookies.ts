/**
 * Headers by which a browser forgets the cookies that it showed on the host for packages: what one package left there is nothing for the next. We set none
 * and look at no value. `below`: the name below which each opening has one, for which a page may set cookies too.
 */
export function expireCookies(shown: string | null, below: string | null): readonly string[] {
  const names = new Set((shown ?? '').split(';', most).flatMap((one) => (one.trim() === '' ? [] : nameOf(one))));
  const places = below === null ? [''] : ['', `; Domain=${below}`];
  return [...names].flatMap((name) =>
    places.flatMap((place) => paths.map((path) => `${name}=x; Max-Age=0; Path=${path}${place}; Secure`)),
  );
}

/** More are never looked at in one go: each answer has room for so many. */
const most = 20;
/** Those of one opening are read by no other. */
const paths = ['/', '/package', '/package/'] as const;

/** A cookie without `=` is all value, and has an empty name. */
function nameOf(cookie: string): string {
  const at = cookie.indexOf('=');
  return at === -1 ? '' : cookie.slice(0, at).trim();
}
