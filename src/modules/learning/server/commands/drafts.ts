import {
  base64urlToBytes,
  dayInAmsterdam,
  expectOk,
  ok,
  refuse,
  utf8Bytes,
  type AnyRefusal,
  type Result,
} from '#platform/base';
import { hashBytes, hashCoded } from '#platform/crypto/server';
import type { RequestContext } from '#platform/server/http';
import { canonicalCourse, canonicalUnits } from '../../model/open/adapt/canonical-course.ts';
import { forkFiles, mayAdapt } from '../../model/open/adapt/fork-files.ts';
import type { CourseDraft } from '../../model/open/edit/course-draft.ts';
import type { DraftId } from '../../model/open/edit/draft-id.ts';
import { writeFile } from '../../model/open/edit/write-file.ts';
import type { InstalledFolder } from '../../model/open/folder/installed-course.ts';
import type { CourseSource } from '../../model/open/source/course-source.ts';
import { fitsFolder } from '../drafts/fits-folder.ts';
import { listInstalled } from '../drafts/list-installed.ts';
import { mayChange } from '../drafts/may-change.ts';
import { isPicturePath, openBodies, readDraftZip, type FolderProblem } from '../drafts/read-draft-zip.ts';
import {
  dropDraftFile,
  deleteDraft,
  findDraft,
  holdDraft,
  insertDraft,
  moveDraftOn,
  putDraftFile,
  readDraftFile,
  type KeptDraft,
} from '../store/draft-store.ts';

type Done = Promise<Result<undefined, AnyRefusal>>;

/** Begins a draft with the files of an installed course, or with those of an adaptation of it. */
export async function beginDraft(
  context: RequestContext,
  draft: DraftId,
  { course, fork }: { readonly course: string; readonly fork: { readonly id: string; readonly by: string } | null },
): Done {
  const isInstalled = (await listInstalled(context)).some(({ id }) => id === course);
  const text = isInstalled ? await context.readBuilt(`sources/${course}.json`) : null;
  if (text === null) return refuse({ type: 'CourseUnknown' });
  // Written by our own build from the files of the course.
  const { files, pictures } = JSON.parse(text) as InstalledFolder;
  const bodies = new Map([
    ...Object.entries(files).map(([path, body]) => [path, utf8Bytes(body)] as const),
    ...Object.entries(pictures).map(([name, body]) => [`media/${name}`, bytesIn(body)] as const),
  ]);
  const read = openBodies(bodies);
  if (!read.ok) throw new Error('a course was built whose files cannot be read');
  if (fork === null) return keepDraft(context, draft, read.draft, bodies);
  const { source } = read.draft;
  if (!mayAdapt(source.course.licence)) return refuse({ type: 'LicenceForbids' });
  if ((await listInstalled(context)).some(({ id }) => id === fork.id)) return refuse({ type: 'CourseNameTaken' });
  const own = await forked(source, files['course.yaml'] ?? '', { ...fork, bodies, now: context.clock.now() });
  const forkedBodies = new Map([...bodies, ...[...own].map(([path, body]) => [path, utf8Bytes(body)] as const)]);
  const opened = openBodies(forkedBodies);
  if (!opened.ok) throw new Error('an adaptation cannot be read');
  return keepDraft(context, draft, opened.draft, forkedBodies);
}

function bytesIn(coded: string): Uint8Array {
  return base64urlToBytes(coded) ?? expectBuilt();
}

function expectBuilt(): never {
  throw new Error('a course was built whose pictures cannot be read');
}

async function forked(
  source: CourseSource,
  courseText: string,
  fork: {
    readonly id: string;
    readonly by: string;
    readonly bodies: ReadonlyMap<string, Uint8Array>;
    readonly now: Date;
  },
): Promise<ReadonlyMap<string, string>> {
  const pictures = new Map<string, string>();
  for (const [path, body] of fork.bodies)
    if (isPicturePath(path)) pictures.set(path.slice('media/'.length), await hashBytes(body));
  const units = [...canonicalUnits(source, pictures)];
  return forkFiles(source, courseText, {
    ...{ as: fork.id, by: fork.by, address: undefined, on: dayInAmsterdam(fork.now) },
    digest: await hashCoded(canonicalCourse(source, pictures)),
    units: new Map(await Promise.all(units.map(async ([name, unit]) => [name, await hashCoded(unit)] as const))),
  });
}

/**
 * Looks into an archive of a folder, and keeps it where nothing stands against it: all of it, or nothing, but for signatures. Those count where they
 * were given: anybody can write some into a file. Of a cartridge a draft is made, and told what was not taken over.
 */
export async function takeDraft(
  context: RequestContext,
  draft: DraftId,
  body: Uint8Array,
): Promise<Result<{ taken: boolean; problems: FolderProblem[] }, AnyRefusal>> {
  const read = await readDraftZip(body);
  if (!read.ok) return ok({ taken: false, problems: read.problems.slice(0, 50) });
  const kept = await keepDraft(context, draft, read.draft, unsigned(read.draft, read.bodies));
  return kept.ok ? ok({ taken: true, problems: [...read.left] }) : kept;
}

/** The files of a draft without what is said of who has read it; as they are where nothing is. */
function unsigned(draft: CourseDraft, bodies: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const { review } = draft.source;
  if (review.signed.length === 0) return bodies;
  // In its shape: it was read a moment ago.
  const { folder } = expectOk(writeFile(draft, 'review.yaml', { ...review, signed: [] }));
  return new Map([...bodies, ['review.yaml', utf8Bytes(folder.files.get('review.yaml') ?? '')]]);
}

async function keepDraft(
  { tx, tenant, user, clock }: RequestContext,
  id: DraftId,
  { source }: CourseDraft,
  bodies: ReadonlyMap<string, Uint8Array>,
): Done {
  const { course, texts } = source;
  const title = (texts.get(course.languages.source)?.['title'] ?? course.id).slice(0, 200);
  const draft = { id, course: course.id.slice(0, 80), title, version: 0, changedAt: clock.now(), changedBy: user };
  if (!(await insertDraft(tx, tenant, draft))) return refuse({ type: 'IdTaken' });
  for (const [path, body] of bodies) await putDraftFile(tx, tenant, id, { path, body });
  return ok(undefined);
}

/** Keeps the files that a step changed, where nobody else changed the draft meanwhile. */
export async function saveDraft(
  { tx, tenant, user, clock }: RequestContext,
  id: DraftId,
  {
    version,
    files,
    title,
  }: { readonly version: number; readonly files: Readonly<Record<string, string | null>>; readonly title: string },
): Promise<Result<{ version: number }, AnyRefusal>> {
  const found = await findDraft(tx, tenant, id);
  if (found === null) return refuse({ type: 'NotFound' });
  const next = { ...found, title, version, changedAt: clock.now(), changedBy: user };
  if (!(await moveDraftOn(tx, tenant, next)))
    return (await isSavedAlready(tx, tenant, found, { version, files, user }))
      ? ok({ version: version + 1 })
      : refuse({ type: 'DraftChanged' });
  const held = await mayChange({ tx, tenant }, id, files);
  if (!held.ok) return held;
  for (const [path, text] of Object.entries(files)) {
    if (text === null) await dropDraftFile(tx, tenant, id, path);
    else await putDraftFile(tx, tenant, id, { path, body: utf8Bytes(text) });
  }
  return (await fitsFolder(tx, tenant, id)) ? ok({ version: version + 1 }) : refuse({ type: 'DraftTooLarge' });
}

/** Whether this very step was saved before and only its answer was lost: then it is answered again, and done once. */
async function isSavedAlready(
  tx: RequestContext['tx'],
  tenant: RequestContext['tenant'],
  found: KeptDraft,
  sent: {
    readonly version: number;
    readonly files: Readonly<Record<string, string | null>>;
    readonly user: KeptDraft['changedBy'];
  },
): Promise<boolean> {
  if (found.version !== sent.version + 1 || found.changedBy !== sent.user) return false;
  for (const [path, text] of Object.entries(sent.files)) {
    const held = await readDraftFile(tx, tenant, found.id, path);
    if (text === null ? held !== null : held === null || !Buffer.from(held).equals(Buffer.from(text))) return false;
  }
  return true;
}

/** Takes a draft away, where nobody changed it since it was last seen. */
export async function removeDraft(
  { tx, tenant }: RequestContext,
  { draft, version }: { readonly draft: DraftId; readonly version: number },
): Done {
  const found = await holdDraft(tx, tenant, draft);
  if (found === null) return refuse({ type: 'NotFound' });
  if (found !== version) return refuse({ type: 'DraftChanged' });
  return (await deleteDraft(tx, tenant, draft)) ? ok(undefined) : refuse({ type: 'NotFound' });
}
