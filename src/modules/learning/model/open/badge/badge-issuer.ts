import type { BadgeAddresses } from './badge-addresses.ts';

/** Who signs the badges of an installation: a Profile of Open Badges 3.0. */
export function badgeIssuer({ issuer }: BadgeAddresses, origin: string, name: string) {
  return { id: issuer, type: ['Profile'] as const, name, url: `${origin}/` };
}

export type BadgeIssuer = ReturnType<typeof badgeIssuer>;
