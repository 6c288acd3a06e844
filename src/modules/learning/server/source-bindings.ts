import { ok, refuse } from '#platform/base';
import { bind, type BoundRoute } from '#platform/server/http';
import { sourceRoutes } from '../contract/source-routes.ts';
import { insertNewKey } from './commands/record-keys.ts';
import { findOrganisation } from './store/organisation-store.ts';
import { findRecordKey, listRecordKeys, revokeRecordKey } from './store/record-key-store.ts';

/** The routes about learning systems that send what people learned, bound to what they do. Plain keys are not among them. */
export const sourceBindings: readonly BoundRoute[] = [
  bind(sourceRoutes.listSources, async ({ tx, tenant }) => {
    const keys = await listRecordKeys(tx, tenant);
    return ok({
      sources: keys.flatMap(({ key, organisation, source, madeAt, until, revokedAt }) =>
        organisation === null || source === null
          ? []
          : {
              ...{ key, organisation, name: source, madeAt: madeAt.toISOString() },
              ...{ until: until?.toISOString() ?? null, revokedAt: revokedAt?.toISOString() ?? null },
            },
      ),
    });
  }),
  bind(sourceRoutes.connectSource, async ({ tx, tenant, clock, randomBytes }, { params, input }) => {
    const { organisation } = params;
    if ((await findOrganisation(tx, tenant, organisation)) === null) return refuse({ type: 'NotFound' });
    const wanted = { scope: 'write', source: { name: input.name, organisation }, days: null, beside: null } as const;
    const made = await insertNewKey(tx, tenant, wanted, { clock, randomBytes });
    return made.ok ? ok({ ...made.value, until: made.value.until.toISOString() }) : refuse({ type: 'NotFound' });
  }),
  bind(sourceRoutes.disconnectSource, async ({ tx, tenant, clock }, { params }) => {
    const held = await findRecordKey(tx, tenant, params.key);
    const revoked =
      held !== null && held.source !== null && (await revokeRecordKey(tx, tenant, params.key, clock.now()));
    return revoked ? ok(undefined) : refuse({ type: 'NotFound' });
  }),
];
