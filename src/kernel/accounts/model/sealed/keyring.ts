import { z } from 'zod';

/** What a person's devices remember, sealed under their own master key: a cache that costs time to lose, not data. */
export const keyringSchema = z.object({
  v: z.literal(1),
  /** The number under which it was stored, so that an older one cannot be given back under a newer number. */
  version: z.int().optional(),
  /** The root this person trusts; a device that is set up from words learns it here. */
  fingerprint: z.string(),
  /** How far the directory was seen; an older one is refused. */
  directory: z.tuple([z.int(), z.string()]).nullable(),
  /** Furthest point seen of each space's log: number and hash, and the hash of the open values signed by then. */
  marks: z.record(z.string(), z.tuple([z.int(), z.string(), z.string().nullable().optional()])),
  /** The one space of a kind of which a programme has one: a server cannot show another in its place. */
  pinned: z.record(z.string(), z.string()).default({}),
  /** Secrets and roles of invitations that wait for an answer; the server knows neither as the inviter meant them. */
  invitations: z.record(
    z.string(),
    z.object({ secret: z.string(), roles: z.array(z.object({ role: z.string(), until: z.string().nullable() })) }),
  ),
  /**
   * Unfinished forms that belong to no case yet: form to the instant (ISO 8601) of the last word on it, and its fields;
   * null once it is saved or thrown away.
   */
  desk: z
    .record(z.string(), z.object({ at: z.string(), values: z.record(z.string(), z.string()).nullable() }))
    .default({}),
});
export type Keyring = z.infer<typeof keyringSchema>;

/** The keyring of somebody who has seen nothing yet. */
export function emptyKeyring(fingerprint: string): Keyring {
  return { v: 1, fingerprint, directory: null, marks: {}, pinned: {}, invitations: {}, desk: {} };
}
