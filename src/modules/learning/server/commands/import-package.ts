import { readFile } from 'node:fs/promises';
import { ok, refuse, type AnyRefusal, type Result, type RouteOutput } from '#platform/base';
import type { RequestContext } from '#platform/server/http';
import { recordAudit } from '#kernel/audit/server';
import { uploadCaps, type packageRoutes } from '../../contract/package-routes.ts';
import type { PackageId } from '../../model/open/launch/launch-ids.ts';
import { playableKinds, type ScormKind } from '../../model/open/play/package-item.ts';
import { inspectPackage } from '../packages/inspect-package.ts';
import { listScormItems } from '../packages/list-scorm-items.ts';
import { archiveCaps, openArchive, type Archive } from '../packages/open-archive.ts';
import { bareProblem, type PackageReport } from '../packages/package-report.ts';
import { readCmi5Structure, titleOf } from '../packages/read-cmi5-structure.ts';
import { readXml, xmlCaps } from '../packages/read-xml.ts';
import { gatherPieces, type GatheredFile } from '../play/gather-pieces.ts';
import { insertImported, isPackageTaken, type ImportedPackage } from '../store/imported-store.ts';
import { insertPackageFile, type KeptProblem } from '../store/package-store.ts';
import { dropOtherUploads, dropPieces, putPiece } from '../store/upload-store.ts';

type Told = RouteOutput<typeof packageRoutes.importPackage>;

/** Keeps a piece of a file on its way here. What the same person began to send before and never finished is forgotten. */
export async function sendPiece(
  { tx, tenant, user, clock }: RequestContext,
  { package: pack, piece }: { readonly package: PackageId; readonly piece: string },
  body: Uint8Array,
): Promise<Result<undefined, AnyRefusal>> {
  const number = /^\d{1,2}$/.test(piece) ? Number(piece) : uploadCaps.pieces;
  if (number >= uploadCaps.pieces) return refuse({ type: 'PieceWrong' });
  if (await isPackageTaken(tx, tenant, pack)) return refuse({ type: 'PackageTaken' });
  const upload = { tenant, user, package: pack };
  if (number === 0) await dropOtherUploads(tx, upload);
  await putPiece(tx, upload, { piece: number, body }, clock.now());
  return ok(undefined);
}

/** Looks into a file that came in pieces, and keeps it where nothing stands against it: all of it, or nothing. */
export async function importPackage(
  context: RequestContext,
  pack: PackageId,
  pieces: number,
): Promise<Result<Told, AnyRefusal>> {
  const { tx, tenant, user, clock } = context;
  if (await isPackageTaken(tx, tenant, pack)) return refuse({ type: 'PackageTaken' });
  const upload = { tenant, user, package: pack };
  const file = await gatherPieces(tx, upload, pieces);
  if (file === null) return refuse({ type: 'PieceWrong' });
  try {
    const report = await inspectPackage(file.path);
    const problems = tellProblems(report);
    const refused = problems.some(({ level }) => level === 'refusal');
    const taken = !refused && (await keep(context, pack, { report, file, problems }));
    if (taken)
      await recordAudit(tx, {
        ...{ tenant, act: 'learning.package-taken', actor: user, subject: pack, outcome: 'done', at: clock.now() },
      });
    await dropPieces(tx, upload);
    const { kind, title, activities } = report;
    return ok({ taken, kind, title, activities, problems: [...problems] });
  } finally {
    await file.drop();
  }
}

/** What was found; a kind that nothing here opens yet is a problem of ours, not of the package. */
function tellProblems({ kind, activities, problems }: PackageReport): readonly KeptProblem[] {
  const found = problems.map(bareProblem);
  const refused = found.some(({ level }) => level === 'refusal');
  const plays = playableKinds.some((one) => one === kind);
  // Every part of it lies elsewhere: here it would be a course without a part.
  if (!refused && plays && activities === 0)
    return [{ level: 'refusal', code: 'nothing-to-launch', where: null }, ...found];
  return plays || refused ? found : [{ level: 'refusal', code: 'not-yet-playable', where: null }, ...found];
}

interface Kept {
  readonly report: PackageReport;
  readonly file: GatheredFile;
  readonly problems: readonly KeptProblem[];
}

async function keep(context: RequestContext, id: PackageId, kept: Kept): Promise<boolean> {
  const { tx, tenant, user, clock } = context;
  const { report, file, problems } = kept;
  const opened = await openArchive(file.path);
  const archive = opened.ok ? opened.archive : null;
  try {
    const read = await readStructure(report, file.path, archive);
    if (read === null) throw new Error('a package was looked into and cannot be read again');
    const { bytes } = file;
    const base = { id, bytes, importedAt: clock.now(), importedBy: user, warnings: problems };
    if (!(await insertImported(tx, tenant, { ...base, ...read })))
      throw new Error('an id was free and is taken within one transaction');
    for (const name of archive === null ? [] : archive.names) {
      const body = (await archive?.read(name, archiveCaps.unpacked)) ?? null;
      if (body === null) throw new Error('a file of a package was looked into and cannot be read again');
      await insertPackageFile(tx, tenant, id, { name, body });
    }
    return true;
  } finally {
    archive?.close();
  }
}

type Structure = ImportedPackage extends infer Each
  ? Each extends ImportedPackage
    ? Pick<Each, 'kind' | 'title' | 'structure'>
    : never
  : never;

async function readStructure(
  { kind, title }: PackageReport,
  path: string,
  archive: Archive | null,
): Promise<Structure | null> {
  const name = kind === 'cmi5' ? 'cmi5.xml' : 'imsmanifest.xml';
  const bytes = archive === null ? await readFile(path) : await archive.read(name, xmlCaps.bytes);
  const root = bytes === null ? null : readXml(bytes);
  if (root?.ok !== true) return null;
  if (kind === 'cmi5') {
    const structure = readCmi5Structure(root.value);
    return { kind, title: titleOf(structure.title, null), structure };
  }
  // Whoever called has looked: it is one of the two.
  const scorm = kind as ScormKind;
  const items = archive === null ? [] : listScormItems(root.value, archive.names);
  return { kind: scorm, title: title ?? items[0]?.title ?? '', structure: { items } };
}
