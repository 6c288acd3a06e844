import { useCallback } from 'react';
import type { RouteOutput } from '#platform/base';
import { useWork } from '#kernel/spaces/web';
import { packageRoutes } from '../../contract/package-routes.ts';
import type { PackageId } from '../../model/open/launch/launch-ids.ts';
import { useLoaded, type Loaded } from '../use-loaded.ts';

export type Packages = RouteOutput<typeof packageRoutes.listPackages>;
export type ListedPackage = Packages['packages'][number];
export type ReadPackage = RouteOutput<typeof packageRoutes.readPackage>;
export type OpenedPackage = RouteOutput<typeof packageRoutes.openPackage>;
export type LookedInto = RouteOutput<typeof packageRoutes.importPackage>;

export function usePackages(): Loaded<Packages> {
  const { work } = useWork();
  return useLoaded(useCallback(() => work.api.call(packageRoutes.listPackages, {}), [work]));
}

export function usePackage(id: string): Loaded<ReadPackage> {
  const { work } = useWork();
  // From the address; the row looks whether it can be one.
  const pack = id as PackageId;
  return useLoaded(
    useCallback(() => work.api.call(packageRoutes.readPackage, { params: { package: pack } }), [work, pack]),
  );
}
