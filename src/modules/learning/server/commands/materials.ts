import { dayInAmsterdam, ok, refuse, utf8Bytes, type AnyRefusal, type Result, type RouteRequest } from '#platform/base';
import { hashText } from '#platform/crypto/server';
import type { RequestContext } from '#platform/server/http';
import { checkFile } from '#kernel/documents/server';
import type { GatheringId } from '#kernel/gatherings';
import type { materialRoutes } from '../../contract/material-routes.ts';
import { drawJoinCode } from '../../model/open/count/join-code.ts';
import { givenPageOf } from '../../model/open/workshop/given-page.ts';
import { givenSetOf } from '../../model/open/workshop/given-set.ts';
import { materialCaps, type MaterialId, type MaterialKind } from '../../model/open/workshop/material.ts';
import type { WorkshopId } from '../../model/open/workshop/workshop-ids.ts';
import { findLedSession } from '../leads-session.ts';
import { readGuides } from '../read-guides.ts';
import {
  deleteMaterial,
  holdMaterials,
  insertVersion,
  listVersions,
  saveGiven,
  saveMaterial,
  saveMaterialCode,
  readVersion,
  type KeptVersion,
} from '../store/material-store.ts';

type Routes = typeof materialRoutes;
type Params = RouteRequest<Routes['addMaterial']>['params'];
type Added = Promise<Result<{ version: number }, AnyRefusal>>;

/**
 * Attaches a file to the workshop of a session that whoever asks leads: something new, or the next version of what is there. It is judged
 * by what is in it, as every document is (security design, 12); sessions keep the version that they were given.
 */
export async function addMaterial(
  context: RequestContext,
  { gathering, material }: Params,
  { title, name, seen, body }: RouteRequest<Routes['addMaterial']>['query'] & { readonly body: Uint8Array },
): Added {
  const session = await findLedSession(context, gathering);
  if (session === null) return refuse({ type: 'NotFound' });
  const judged = checkFile(body, name);
  if (!judged.ok || judged.value.encrypted) return refuse({ type: 'FileNotAllowed' });
  const file = { name: judged.value.name, kind: judged.value.kind, body };
  return add(context, session.workshop, { material, title, seen, file });
}

/** Attaches a page, the slides or cards of the facilitator pack as they stand today, in every language that the pack has. */
export async function addPage(
  context: RequestContext,
  { gathering, material }: Params,
  { part, page, title, seen }: RouteRequest<Routes['addPage']>['input'],
): Added {
  const session = await findLedSession(context, gathering);
  if (session === null) return refuse({ type: 'NotFound' });
  const guides = await readGuides(context, session.guide);
  const pages = guides.flatMap((guide) => {
    const given = part === 'page' ? givenPageOf(guide, page) : givenSetOf(guide, part, page);
    return given === null ? [] : [[guide.language, given] as const];
  });
  if (pages.length === 0) return refuse({ type: 'PageUnknown' });
  const body = utf8Bytes(JSON.stringify(Object.fromEntries(pages)));
  return add(context, session.workshop, { material, title, seen, file: { name: page, kind: part, body } });
}

async function add(
  { tx, tenant, user, clock }: RequestContext,
  workshop: WorkshopId,
  {
    material,
    title,
    seen,
    file,
  }: {
    readonly material: MaterialId;
    readonly title: string;
    readonly seen: number;
    readonly file: { readonly name: string; readonly kind: MaterialKind; readonly body: Uint8Array };
  },
): Added {
  await holdMaterials(tx, tenant, workshop);
  if (!(await saveMaterial(tx, tenant, { id: material, workshop, title }))) return refuse({ type: 'NotFound' });
  const versions = await listVersions(tx, tenant, workshop);
  const known = versions.filter((one) => one.material === material);
  const things = new Set([...versions.map((one) => one.material), material]);
  // The newest stands first.
  const [last] = known;
  const version = seen + 1;
  if (last?.version === version && (await isSame({ tx, tenant, user }, last, file))) return ok({ version });
  const sum = versions.reduce((bytes, one) => bytes + one.bytes, file.body.length);
  if (things.size > materialCaps.perWorkshop || known.length >= materialCaps.versions || sum > materialCaps.sum)
    return refuse({ type: 'MaterialsFull' });
  if ((last?.version ?? 0) !== seen) return refuse({ type: 'MaterialChanged' });
  const added = { material, version, ...file, addedBy: user, addedAt: clock.now() };
  return (await insertVersion(tx, tenant, added)) ? ok({ version }) : refuse({ type: 'MaterialChanged' });
}

/** Whether a version is what the same person sent: pressed twice, or its answer was lost. Then it is answered again, and attached once. */
async function isSame(
  { tx, tenant, user }: Pick<RequestContext, 'tx' | 'tenant' | 'user'>,
  last: KeptVersion,
  file: { readonly name: string; readonly kind: MaterialKind; readonly body: Uint8Array },
): Promise<boolean> {
  if (last.addedBy !== user || last.name !== file.name || last.kind !== file.kind || last.bytes !== file.body.length)
    return false;
  const body = await readVersion(tx, tenant, last);
  return body !== null && Buffer.from(body).equals(Buffer.from(file.body));
}

/** Says which version people of a session read, and from when on; null takes it away from them. */
export async function giveMaterial(
  context: RequestContext,
  { gathering, material }: Params,
  given: RouteRequest<Routes['giveMaterial']>['input']['given'],
): Promise<Result<undefined, AnyRefusal>> {
  if ((await findLedSession(context, gathering)) === null) return refuse({ type: 'NotFound' });
  const done = await saveGiven(context.tx, context.tenant, gathering, { material, given });
  return done ? ok(undefined) : refuse({ type: 'NotFound' });
}

/** Takes something away with all its versions, also from people who were given it. */
export async function removeMaterial(
  context: RequestContext,
  { gathering, material }: Params,
): Promise<Result<undefined, AnyRefusal>> {
  const session = await findLedSession(context, gathering);
  const thing = session && { id: material, workshop: session.workshop };
  const gone = thing !== null && (await deleteMaterial(context.tx, context.tenant, thing));
  return gone ? ok(undefined) : refuse({ type: 'NotFound' });
}

/** Draws the code by which people of a session read what they were given, and tells it once; the one before ends. */
export async function drawMaterialCode(
  context: RequestContext,
  session: GatheringId,
): Promise<Result<{ code: string }, AnyRefusal>> {
  if ((await findLedSession(context, session)) === null) return refuse({ type: 'NotFound' });
  const code = drawJoinCode(context.randomBytes);
  const drawnOn = dayInAmsterdam(context.clock.now());
  await saveMaterialCode(context.tx, context.tenant, { session, drawnOn, hash: await hashMaterialCode(code) });
  return ok({ code });
}

/** Hash of a code, another one than of the same signs elsewhere. */
export function hashMaterialCode(code: string): Promise<string> {
  return hashText(`material-code ${code}`);
}
