/** Path below which everything is found that readers of badges ask for. */
export const badgesPath = '/api/learning/badges';

/** The addresses of what badges point at, below the origin of an installation. */
export interface BadgeAddresses {
  readonly issuer: string;
  readonly keys: string;
  readonly key: (id: string) => string;
  readonly achievement: (id: string) => string;
  readonly statusList: (list: number) => string;
}

/** Where an installation tells who it is, its keys, what is achieved, and what was revoked. */
export function badgeAddresses(origin: string): BadgeAddresses {
  const root = `${origin}${badgesPath}`;
  return {
    issuer: `${root}/issuer`,
    keys: `${root}/keys`,
    key: (id) => `${root}/keys/${id}`,
    achievement: (id) => `${root}/achievements/${id}`,
    statusList: (list) => `${root}/status/${String(list)}`,
  };
}

/** The id of a key in the address that a badge names; null where it is none of ours. */
export function keyIdOf(address: string): string | null {
  return /\/api\/learning\/badges\/keys\/([\w-]{43})$/.exec(address)?.[1] ?? null;
}
