import { bind, type BoundRoute } from '#platform/server/http';
import { packageRoutes } from '../contract/package-routes.ts';
import { importPackage, sendPiece } from './commands/import-package.ts';
import { endOpening, keepPlay } from './commands/keep-play.ts';
import { openPackage } from './commands/open-package.ts';
import { removePackage } from './commands/remove-package.ts';
import { listPackages, readPackage } from './queries/read-packages.ts';

/** The routes about packages from elsewhere, bound to what they do. */
export const packageBindings: readonly BoundRoute[] = [
  bind(packageRoutes.listPackages, listPackages),
  bind(packageRoutes.sendPiece, (context, { params, input }) => sendPiece(context, params, input)),
  bind(packageRoutes.importPackage, (context, { params, input }) =>
    importPackage(context, params.package, input.pieces),
  ),
  bind(packageRoutes.removePackage, (context, { params }) => removePackage(context, params.package)),
  bind(packageRoutes.readPackage, (context, { params }) => readPackage(context, params.package)),
  bind(packageRoutes.openPackage, (context, { params, input }) => openPackage(context, params.package, input.item)),
  bind(packageRoutes.keepPlay, (context, { params, input }) => keepPlay(context, params.opening, input)),
  bind(packageRoutes.endOpening, (context, { params }) => endOpening(context, params.opening)),
];
