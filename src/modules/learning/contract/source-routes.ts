import { z } from 'zod';
import { defineRoute, isId } from '#platform/base';
import type { OrganisationId } from '../model/open/count/learning-ids.ts';

// The brand is given here, where the text has just been checked.
const organisationId = z.custom<OrganisationId>((value) => typeof value === 'string' && isId(value));
const key = z.string().min(1).max(60);
const instant = z.iso.datetime();

/** Learning systems of organisations that send what people learned there, and the keys by which they do. */
export const sourceRoutes = {
  listSources: defineRoute({
    name: 'listSources',
    method: 'GET',
    path: '/api/learning/sources',
    output: z.strictObject({
      sources: z.array(
        z.strictObject({
          key,
          organisation: organisationId,
          name: z.string(),
          madeAt: instant,
          until: instant.nullable(),
          revokedAt: instant.nullable(),
        }),
      ),
    }),
    permission: 'learning.see-sources',
    audit: { none: 'names of systems and days; never a secret' },
    refusals: [],
  }),
  connectSource: defineRoute({
    name: 'connectSource',
    method: 'POST',
    path: '/api/learning/organisations/:organisation/sources',
    params: z.strictObject({ organisation: organisationId }),
    input: z.strictObject({ name: z.string().trim().min(1).max(80) }),
    /** The secret is told this once: only its hash is kept. */
    output: z.strictObject({ key, secret: z.string(), until: instant }),
    permission: 'learning.connect',
    audit: 'learning.record-key-made',
    stepUp: true,
    refusals: ['NotFound'],
  }),
  disconnectSource: defineRoute({
    name: 'disconnectSource',
    method: 'POST',
    path: '/api/learning/sources/:key/revoke',
    params: z.strictObject({ key }),
    output: 'nothing',
    permission: 'learning.connect',
    audit: 'learning.record-key-revoked',
    stepUp: true,
    refusals: ['NotFound'],
  }),
} as const;
