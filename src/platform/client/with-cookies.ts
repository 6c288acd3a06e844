import type { Fetch } from './create-api.ts';

/**
 * A `fetch` that keeps cookies, for scripts and tests; a browser has its own. Each call makes a new
 * jar, so that one process can act for several people. `origin` is sent as a browser would send it,
 * since the server refuses changes that come from nowhere.
 */
export function withCookies(fetch: Fetch, origin: string): Fetch {
  const jar = new Map<string, string>();
  return async (address, options) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...options.headers, Origin: origin, ...(cookie === '' ? {} : { Cookie: cookie }) };
    const response = await fetch(address, { ...options, headers });
    for (const line of readSetCookie(response)) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', ...value] = pair.trim().split('=');
      const ended = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute));
      if (ended || value.join('=') === '') jar.delete(name);
      else jar.set(name, value.join('='));
    }
    return response;
  };
}

function readSetCookie(response: Response): readonly string[] {
  const read: unknown = Reflect.get(response.headers, 'getSetCookie');
  if (typeof read === 'function') {
    const lines: unknown = Reflect.apply(read, response.headers, []);
    return Array.isArray(lines) ? lines.filter((line): line is string => typeof line === 'string') : [];
  }
  const single = response.headers.get('set-cookie');
  return single === null ? [] : [single];
}
