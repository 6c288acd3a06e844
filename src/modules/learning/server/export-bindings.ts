import { ok } from '#platform/base';
import { bind, type BoundRoute } from '#platform/server/http';
import { exportRoutes } from '../contract/export-routes.ts';
import { keepExport, revokeExport } from './commands/keep-export.ts';
import { vouchReceipt } from './commands/redeem-packaged.ts';
import { listExports } from './store/export-store.ts';

/** The routes about packages that leave, bound to what they do. */
export const exportBindings: readonly BoundRoute[] = [
  bind(exportRoutes.keepExport, (context, request) => keepExport(context, request)),
  bind(exportRoutes.listExports, async ({ tx, tenant }, { params }) => {
    const found = await listExports(tx, tenant, params.organisation);
    return ok({ exports: found.map(({ organisation: _of, digest: _digest, ...one }) => one) });
  }),
  bind(exportRoutes.revokeExport, (context, { params }) => revokeExport(context, params.number)),
  bind(exportRoutes.vouchReceipt, (context, request) => vouchReceipt(context, request)),
];
