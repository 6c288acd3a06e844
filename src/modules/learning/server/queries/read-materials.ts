import { ok, refuse, type AnyRefusal, type Result, type RouteOutput, type RouteRequest } from '#platform/base';
import type { AnyoneContext, KeptRefusal, RequestContext } from '#platform/server/http';
import type { GatheringId } from '#kernel/gatherings';
import { listGatherings } from '#kernel/gatherings/server';
import type { materialRoutes } from '../../contract/material-routes.ts';
import { readJoinCode } from '../../model/open/count/join-code.ts';
import { pagesToGive } from '../../model/open/workshop/given-page.ts';
import { setsToGive } from '../../model/open/workshop/given-set.ts';
import { isMaterialOpen } from '../../model/open/workshop/material.ts';
import { hashMaterialCode } from '../commands/materials.ts';
import { enterInstallation } from '../enter-installation.ts';
import { findLedSession } from '../leads-session.ts';
import { readGuides } from '../read-guides.ts';
import {
  findMaterialCode,
  findSessionOfMaterials,
  listGiven,
  listVersions,
  readVersion,
  type KeptVersion,
} from '../store/material-store.ts';
import { findSession } from '../store/workshop-store.ts';

type Routes = typeof materialRoutes;
// A wrong try stays counted.
const codeUnknown = { type: 'CodeUnknown', keep: true } as const;

/** Everything that may be given out at a session, for whoever leads it, and what is. */
export async function listMaterials(
  context: RequestContext,
  gathering: GatheringId,
): Promise<Result<RouteOutput<Routes['listMaterials']>, AnyRefusal>> {
  const { tx, tenant } = context;
  const session = await findLedSession(context, gathering);
  if (session === null) return refuse({ type: 'NotFound' });
  const given = new Map((await listGiven(tx, tenant, gathering)).map((one) => [one.material, one]));
  const kept = Map.groupBy(await listVersions(tx, tenant, session.workshop), ({ material }) => material);
  const [guide] = await readGuides(context, session.guide);
  return ok({
    materials: [...kept].map(([id, versions]) => {
      const own = given.get(id);
      return {
        id,
        title: versions[0]?.title ?? '',
        versions: versions.map((one) => ({
          ...factOf(one),
          version: one.version,
          addedAt: one.addedAt.toISOString(),
        })),
        given: own === undefined ? null : { version: own.version, shown: own.shown },
      };
    }),
    pages: guide === undefined ? [] : pagesToGive(guide).map(({ id, title }) => ({ id, title })),
    sets: guide === undefined ? [] : setsToGive(guide).map((one) => ({ ...one })),
    codeOn: await findMaterialCode(tx, tenant, gathering),
  });
}

/** A file as it was attached, for whoever leads a session of its workshop. */
export async function readMaterial(
  context: RequestContext,
  { gathering, material, version }: RouteRequest<Routes['readMaterial']>['params'],
): Promise<Result<Uint8Array, AnyRefusal>> {
  const session = await findLedSession(context, gathering);
  const kept = session === null ? [] : await listVersions(context.tx, context.tenant, session.workshop);
  const found = kept.find((one) => one.material === material && String(one.version) === version);
  const body = found ? await readVersion(context.tx, context.tenant, found) : null;
  return body === null ? refuse({ type: 'NotFound' }) : ok(body);
}

/** What people of a session may read now, for whoever has its code. */
export async function lookAtMaterials(
  context: AnyoneContext,
  typed: string,
): Promise<Result<RouteOutput<Routes['lookAtMaterials']>, KeptRefusal>> {
  const found = await enterByMaterialCode(context, typed);
  if (found === null) return refuse(codeUnknown);
  const { title, gathering, open, later } = found;
  return ok({
    title,
    startsAt: gathering.startsAt.toISOString(),
    endsAt: gathering.endsAt.toISOString(),
    materials: open.map((one) => ({ id: one.material, ...factOf(one) })),
    later,
  });
}

/** One of them, in the version that the session was given. What may not be read looks as if the code were wrong. */
export async function takeMaterial(
  context: AnyoneContext,
  { code, material }: RouteRequest<Routes['takeMaterial']>['input'],
): Promise<Result<Uint8Array, KeptRefusal>> {
  const found = await enterByMaterialCode(context, code);
  const given = found?.open.find((one) => one.material === material);
  const body = found && given ? await readVersion(context.tx, found.tenant, given) : null;
  return body === null ? refuse(codeUnknown) : ok(body);
}

async function enterByMaterialCode(context: AnyoneContext, typed: string) {
  const code = readJoinCode(typed);
  const tenant = await enterInstallation(context);
  if (code === null || tenant === null) return null;
  const { tx, clock } = context;
  const id = await findSessionOfMaterials(tx, tenant, await hashMaterialCode(code));
  const session = id && (await findSession(tx, tenant, id));
  const [gathering] = id === null ? [] : await listGatherings(tx, tenant, [id]);
  if (id === null || session === null || gathering === undefined) return null;
  // When nothing can be read any more the code is as if it had never been.
  if (!isMaterialOpen(gathering, 'before', clock.now())) return null;
  const given = await listGiven(tx, tenant, id);
  const open = given.filter(({ shown }) => isMaterialOpen(gathering, shown, clock.now()));
  return { tenant, title: session.title, gathering, open, later: given.length - open.length };
}

function factOf({ title, name, kind, bytes }: Pick<KeptVersion, 'title' | 'name' | 'kind' | 'bytes'>) {
  return { title, name, kind, bytes };
}
