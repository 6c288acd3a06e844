import { open, readFile } from 'node:fs/promises';
import { createId, ok, refuse, type Result } from '#platform/base';
import { inTenant, type Tx } from '#platform/server/db';
import type { MountParts } from '#platform/server/http';
import { listUnits } from '../../model/open/launch/course-structure.ts';
import type { PackageId } from '../../model/open/launch/launch-ids.ts';
import { inspectPackage } from '../packages/inspect-package.ts';
import { archiveCaps, openArchive, type Archive } from '../packages/open-archive.ts';
import { bareProblem, refused, type PackageProblem } from '../packages/package-report.ts';
import { readCmi5Structure, titleOf } from '../packages/read-cmi5-structure.ts';
import { readXml, xmlCaps } from '../packages/read-xml.ts';
import type { Access } from '../records/admit-key.ts';
import { answerJson, refuseRecord, type RecordAnswer } from '../records/record-answers.ts';
import { insertPackage, insertPackageFile, type TakenPackage } from '../store/package-store.ts';
import { noteAct } from './note-act.ts';
import { receiveFile } from './receive-file.ts';

const types = { zip: /^application\/zip\s*(;|$)/i, xml: /^text\/xml\s*(;|$)/i } as const;

/** Takes a cmi5 package, or a course structure whose parts lie elsewhere; all of it, or nothing. */
export async function takeCourse(parts: MountParts, access: Access, request: Request): Promise<RecordAnswer> {
  const type = request.headers.get('Content-Type')?.trim() ?? '';
  const isZip = types.zip.test(type);
  if (!isZip && !types.xml.test(type)) return refuseRecord('TypeNotTaken', { rule: 'is-a-zip-or-text-xml' });
  const received = await receiveFile(request, isZip ? archiveCaps.file : xmlCaps.bytes);
  if (!received.ok) return refuseRecord('TooLarge', { rule: 'package-is-small-enough' });
  const { path, drop } = received.value;
  try {
    const problems = await listProblems(path, isZip);
    const refusals = problems.filter(({ level }) => level === 'refusal');
    return refusals.length > 0
      ? refuseRecord('PackageRefused', { problems: refusals })
      : await keepCourse(parts, access, { path, isZip, warnings: problems.map(bareProblem) });
  } finally {
    await drop();
  }
}

async function listProblems(path: string, isZip: boolean): Promise<readonly PackageProblem[]> {
  const { ok: fits, kind, problems } = await inspectPackage(path);
  if (!fits) return problems;
  if (kind !== 'cmi5') return [refused('unknown-kind', 'This is no cmi5 course. Only those can be opened here.')];
  // What a sender calls a ZIP is none where it begins as XML does.
  const start = await readStart(path);
  return isZip === (start === 'PK') ? problems : [refused('not-a-zip', 'The file is not what its sender says it is.')];
}

/** The first two signs of a file: a package may be large. */
async function readStart(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.toString('latin1');
  } finally {
    await file.close();
  }
}

/** A file that nothing stands against. */
interface LookedAt extends Pick<TakenPackage, 'warnings'> {
  readonly path: string;
  readonly isZip: boolean;
}

async function keepCourse(
  parts: MountParts,
  access: Access,
  { path, isZip, warnings }: LookedAt,
): Promise<RecordAnswer> {
  const opened = isZip ? await openArchive(path) : null;
  if (opened !== null && !opened.ok) return refuseRecord('PackageRefused', { problems: opened.problems });
  const archive = opened === null ? null : opened.archive;
  try {
    const manifest = archive === null ? await readFile(path) : await archive.read('cmi5.xml', xmlCaps.bytes);
    const root = manifest === null ? null : readXml(manifest);
    if (root?.ok !== true) return refuseRecord('PackageRefused', { problems: [unreadable] });
    const structure = readCmi5Structure(root.value);
    const id = createId<PackageId>(parts.randomBytes);
    const taken = { id, title: titleOf(structure.title, null), structure, warnings };
    const kept = await inTenant(
      parts.database,
      { tenant: access.tenant, user: null },
      (tx) => keepAll(tx, parts, access, { taken, archive }),
      ({ ok: done }) => done,
    );
    return kept.ok ? tell(taken) : refuseRecord('PackageRefused', { problems: [unreadable] });
  } finally {
    archive?.close();
  }
}

const unreadable = refused('corrupt-entry', 'A file of the package cannot be read. Ask for the package again.');

async function keepAll(
  tx: Tx,
  { clock }: MountParts,
  access: Access,
  { taken, archive }: { readonly taken: TakenPackage; readonly archive: Archive | null },
): Promise<Result<undefined, { readonly type: 'Unreadable' }>> {
  await insertPackage(tx, access, taken, clock.now());
  for (const name of archive === null ? [] : archive.names) {
    const body = (await archive?.read(name, archiveCaps.unpacked)) ?? null;
    if (body === null) return refuse({ type: 'Unreadable' });
    await insertPackageFile(tx, access.tenant, taken.id, { name, body });
  }
  await noteAct(tx, access, clock, { act: 'learning.package-taken', subject: taken.id });
  return ok(undefined);
}

function tell({ id, title, structure }: TakenPackage): RecordAnswer {
  const activities = listUnits(structure).map((unit, index) => ({
    index,
    id: unit.publisher,
    title: titleOf(unit.title, null),
  }));
  return { ...answerJson({ course: id, title, activities }), status: 201 };
}
